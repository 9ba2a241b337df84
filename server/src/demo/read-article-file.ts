import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '@ventanilla/shared/vocabulary';

export interface ArticleFile {
  title: string;
  category: string;
  phrasings: string[];
  body: string;
}

/** Lines `title:`, `category:` and any number of `asked:`, a blank line, and the article's Markdown. */
export async function readArticleFile(slug: string, locale: Locale): Promise<ArticleFile> {
  const name = `${slug}.${locale}.md`;
  const text = await readFile(join(import.meta.dirname, 'articles', name), 'utf8');
  const [head = '', ...rest] = text.split('\n\n');
  const article: ArticleFile = { title: '', category: '', phrasings: [], body: rest.join('\n\n').trim() };
  for (const line of head.split('\n')) {
    const [, key, value] = /^(title|category|asked): (.+)$/.exec(line) ?? [];
    if (!value) throw new Error(`${name}: "${line}" is neither a title, a category nor a question`);
    if (key === 'asked') article.phrasings.push(value);
    else article[key as 'title' | 'category'] = value;
  }
  return article;
}
