import { limits } from '@ventanilla/shared/limits';
import type { Deps } from '../../deps.ts';
import { closeSolved as closeSolvedRule } from '../../domain/conversation/ending.ts';
import { appendOrNull } from '../conversation/append.ts';
import { situationOf } from '../conversation/situation-of.ts';

const batchSize = 200;

/** TK4. What has been solved for long is closed, whichever process comes first. The answer: how many were. */
export async function closeSolved(deps: Deps): Promise<number> {
  const due = await deps.store.tickets.solvedUpTo(deps.clock.now() - limits.closeAfterMs, batchSize);
  const results = await Promise.all(
    due.map(({ id, siteId, visitorId }) => {
      const situation = situationOf(deps, siteId, visitorId);
      return appendOrNull(deps, {
        conversationId: id,
        clientId: '',
        fingerprint: { kind: 'system', authorKind: 'system', authorId: '', body: '' },
        decide: (head) => closeSolvedRule(head, situation),
      });
    }),
  );
  const done = results.filter((result) => result !== null).length;
  return due.length < batchSize || done === 0 ? done : done + (await closeSolved(deps));
}
