import { limits } from '@ventanilla/shared/limits';
import type { Deps } from '../../deps.ts';
import { closeSolved as closeSolvedRule } from '../../domain/conversation/ending.ts';
import { appendToDue } from '../conversation/append-to-due.ts';

const batchSize = 200;

/** TK4. What has been solved for long is closed, whichever process comes first. The answer: how many were. */
export async function closeSolved(deps: Deps): Promise<number> {
  const due = await deps.store.tickets.solvedUpTo(deps.clock.now() - limits.closeAfterMs, batchSize);
  const done = await appendToDue(deps, due, closeSolvedRule);
  return due.length < batchSize || done === 0 ? done : done + (await closeSolved(deps));
}
