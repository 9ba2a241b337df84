import type { ArticleId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import type { ArticleRow } from '../../domain/rows.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';

/** An article of one of the agent's sites; anything else is not there (PR3). */
export async function agentArticle(deps: Pick<Deps, 'store'>, caller: AgentCaller, id: ArticleId): Promise<ArticleRow> {
  const article = await deps.store.articles.byId(id);
  if (!article || !caller.siteIds.includes(article.siteId)) throw new AppError('not_found');
  return article;
}
