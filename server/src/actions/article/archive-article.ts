import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { AgentCaller } from '../caller.ts';
import { agentArticle } from './agent-article.ts';
import { type ArticleChange, changeOf } from './article-change.ts';
import { articleEvent } from './article-event.ts';

/** No reader finds or sees it from the moment of the answer on; its words stay with the agents. */
export async function archiveArticle(
  deps: Deps,
  caller: AgentCaller,
  { articleId, version }: CommandData<'article:archive'>,
): Promise<ArticleChange> {
  const row = await agentArticle(deps, caller, articleId);
  const event = articleEvent(deps, 'article.archived', row, caller, {
    before: { state: row.state },
    after: { state: 'archived' },
  });
  const { edition, publishedAt } = row;
  const publication = {
    state: 'archived',
    edition,
    publishedAt,
    updatedBy: caller.agentId,
    updatedAt: deps.clock.now(),
  } as const;
  const stored = await deps.store.articles.publish(articleId, version, publication, [event]);
  if (stored) await deps.knowledge.refresh();
  return changeOf(deps, articleId, stored);
}
