import type { Deps } from '../../deps.ts';
import { deadlineCame } from '../../domain/conversation/time-passes.ts';
import { appendToDue } from './append-to-due.ts';

const batchSize = 200;

/** CV1. Everything whose deadline has come goes on to what its reason says. The answer: how many did. */
export async function sweepDeadlines(deps: Deps): Promise<number> {
  return appendToDue(deps, await deps.store.conversations.due(deps.clock.now(), batchSize), deadlineCame);
}
