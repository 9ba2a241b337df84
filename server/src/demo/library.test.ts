import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Locale, locales } from '@ventanilla/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { createShelf } from '../knowledge/shelf.ts';
import { library, misses } from './library.ts';
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

describe('[KB3] an article is said to be near what was not found', () => {
  async function nearest(site: string, locale: Locale, query: string): Promise<string | undefined> {
    const shelf = createShelf(locale);
    for (const { slug, audience } of library.filter((one) => one.site === site && one.readers[locale])) {
      const edition = { ...(await readArticleFile(slug, locale)), audience, position: 0 };
      shelf.put({ ...edition, id: `art_${slug}`, slug, views: 0 } as never, edition);
    }
    return shelf.nearest(query)?.slug;
  }

  /** Of what the demo's people did not find, these have a telling word in common with a title or another way of asking. */
  const near: Record<string, string> = {
    'descodificador pita': 'decoder-black',
    'abrir puertos cámaras': 'email-setup',
  };

  it.each(misses)('only with a telling word in common: $query', async ({ site, locale, query }) => {
    expect(await nearest(site, locale, query)).toBe(near[query]);
  });
});
