import type { Deps } from '../../deps.ts';
import { deadlineCame } from '../../domain/conversation/time-passes.ts';
import { appendOrNull } from './append.ts';
import { situationOf } from './situation-of.ts';

const batchSize = 200;

/** CV1. Everything whose deadline has come goes on to what its reason says. The answer: how many did. */
export async function sweepDeadlines(deps: Deps): Promise<number> {
  const due = await deps.store.conversations.due(deps.clock.now(), batchSize);
  const results = await Promise.all(
    due.map(({ id, siteId, visitorId }) => {
      const situation = situationOf(deps, siteId, visitorId);
      return appendOrNull(deps, {
        conversationId: id,
        clientId: '',
        fingerprint: { kind: 'system', authorKind: 'system', authorId: '', body: '' },
        decide: (head) => deadlineCame(head, situation),
      });
    }),
  );
  return results.filter((result) => result !== null).length;
}
