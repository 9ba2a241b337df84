import type { ArticleEdition, ArticleRow } from '../rows.ts';

/** What readers see of an article; null unless it is published (KB1). */
export function publicEdition({ state, edition }: Pick<ArticleRow, 'state' | 'edition'>): ArticleEdition | null {
  return state === 'published' && isEdition(edition) ? edition : null;
}

/** What is being written, as it would be published. */
export function writtenEdition(row: ArticleEdition): ArticleEdition {
  const { title, body, phrasings, category, audience, position } = row;
  return { title, body, phrasings, category, audience, position };
}

/** Do both say the same? */
export function isSameEdition(a: ArticleEdition, b: ArticleEdition): boolean {
  return JSON.stringify(writtenEdition(a)) === JSON.stringify(writtenEdition(b));
}

function isEdition(edition: ArticleRow['edition']): edition is ArticleEdition {
  return 'title' in edition;
}
