import type { Deps } from '../../deps.ts';
import type { NewEvent } from '../../domain/decision.ts';
import type { ArticleRow, JsonObject } from '../../domain/rows.ts';
import type { AgentCaller } from '../caller.ts';

/** What is recorded about an article: which fields, never its words. */
export function articleEvent(
  { ids, clock }: Pick<Deps, 'ids' | 'clock'>,
  type: 'article.saved' | 'article.published' | 'article.archived',
  { id, siteId }: Pick<ArticleRow, 'id' | 'siteId'>,
  { agentId }: AgentCaller,
  change: { before?: JsonObject; after?: JsonObject },
): NewEvent {
  return {
    id: ids.next('event'),
    siteId,
    subjectKind: 'article',
    subjectId: id,
    type,
    actorKind: 'agent',
    actorId: agentId,
    at: clock.now(),
    ...change,
  };
}
