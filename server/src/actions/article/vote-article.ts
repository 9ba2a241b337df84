import type { CommandData, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { mayRead } from '../../domain/knowledge/audience.ts';
import { AppError } from '../app-error.ts';
import type { VisitorCaller } from '../caller.ts';
import { readerOf } from './reader-of.ts';

/** Did it help? One voice for a visitor and an article, the last one; only the sums are stored (KB3). */
export async function voteArticle(
  deps: Deps,
  caller: VisitorCaller,
  { articleId, isHelpful }: CommandData<'article:vote'>,
): Promise<CommandOutput<'article:vote'>> {
  const { siteId, kind } = readerOf(caller);
  const article = await deps.knowledge.article(articleId);
  if (article?.siteId !== siteId || !mayRead(kind, article.audience)) throw new AppError('not_found');
  const { helpfulYes, helpfulNo, undo } = deps.votes.cast(caller.visitorId, articleId, isHelpful);
  try {
    if (helpfulYes !== 0 || helpfulNo !== 0)
      await deps.store.articles.addTallies([{ id: articleId, views: 0, helpfulYes, helpfulNo }]);
  } catch (error) {
    undo();
    throw error;
  }
  return { isHelpful };
}
