import type { ArticleId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import type { ArticleRow } from '../../domain/rows.ts';

/** TK8. `stale`: somebody else was faster; the article as they left it. */
export interface ArticleChange {
  status: 'stored' | 'stale';
  article: ArticleRow;
}

export async function changeOf(
  { store }: Pick<Deps, 'store'>,
  id: ArticleId,
  stored: ArticleRow | null,
): Promise<ArticleChange> {
  if (stored) return { status: 'stored', article: stored };
  const article = await store.articles.byId(id);
  if (!article) throw new Error(`article ${id} is gone, and articles are never deleted`);
  return { status: 'stale', article };
}
