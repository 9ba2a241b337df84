import { sweepDeadlines } from '../actions/conversation/sweep-deadlines.ts';
import { closeSolved } from '../actions/ticket/close-solved.ts';
import type { Deps } from '../deps.ts';
import type { DemoClock } from './demo-clock.ts';

/** Something that happens at its time, ms UTC. */
export interface Act {
  at: number;
  run(): Promise<void>;
}

/** Lets everything happen in its order, and every deadline come at its moment in between, up to `until`. */
export async function playActs(deps: Deps, clock: DemoClock, acts: readonly Act[], until: number): Promise<void> {
  const ordered = [...acts].sort((a, b) => a.at - b.at);
  const last = ordered.at(-1);
  if (last && last.at > until) throw new Error(`the demo reaches ${last.at - until} ms into the future`);
  for (const { at, run } of ordered) {
    await passTime(deps, clock, at);
    await run();
  }
  await passTime(deps, clock, until);
}

async function passTime(deps: Deps, clock: DemoClock, until: number): Promise<void> {
  for (;;) {
    const deadline = await deps.store.conversations.nextDeadline();
    if (deadline === 0 || deadline > until) break;
    clock.moveTo(deadline);
    await sweepDeadlines(deps);
  }
  clock.moveTo(until);
  await closeSolved(deps);
}
