import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Locale, locales } from '@ventanilla/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { library } from './library.ts';
import { readArticleFile } from './read-article-file.ts';

const translated = library.filter(({ readers }) => locales.every((locale) => readers[locale]));

/** The signs at the beginning of its lines: headings, list items, steps. */
function shapeOf(body: string): string[] {
  return body.split('\n').flatMap((line) => /^(?:##?|-|\d+\.) /.exec(line)?.[0] ?? []);
}

it('lists every file, and every file it lists is there', async () => {
  const listed = library.flatMap(({ slug, readers }) => Object.keys(readers).map((locale) => `${slug}.${locale}.md`));
  expect((await readdir(join(import.meta.dirname, 'articles'))).sort()).toEqual(listed.sort());
});

describe.each(translated)('$slug', ({ slug }) => {
  it.each(locales)('is worth reading in %s', async (locale: Locale) => {
    const { title, category, phrasings, body } = await readArticleFile(slug, locale);
    expect(title).not.toBe('');
    expect(category).not.toBe('');
    expect(phrasings.length).toBeGreaterThanOrEqual(4);
    const words = body.match(/\p{L}+/gu)?.length ?? 0;
    expect(words).toBeGreaterThan(150);
    expect(words).toBeLessThan(400);
  });

  it('has the same headings and steps in both languages', async () => {
    const [es, en] = [await readArticleFile(slug, 'es'), await readArticleFile(slug, 'en')];
    expect(shapeOf(en.body)).toEqual(shapeOf(es.body));
  });
});
