import { sweepDeadlines } from '../actions/conversation/sweep-deadlines.ts';
import type { Deps } from '../deps.ts';
import { faultOf } from '../lib/logger.ts';
import { returnMs } from '../lib/presence.ts';

/** Looks again at least this often, so that a jump of the system clock delays a promise by no more. */
const longestSleepMs = 30_000;
const shortestSleepMs = 200;

/**
 * Sleeps until the earliest deadline in the database, and wakes earlier when a new one comes before it. What came due
 * while no process ran waits until people had time to come back: a restart is nobody's absence.
 */
export function startDeadlineSweep(deps: Deps): { close(): Promise<void> } {
  let cancel = () => {};
  let wakesAt = Number.POSITIVE_INFINITY;
  let running: Promise<void> | null = null;
  let isClosed = false;

  function sleepUntil(deadlineAt: number): void {
    if (isClosed) return;
    cancel();
    const now = deps.clock.now();
    const until = deadlineAt === 0 ? longestSleepMs : deadlineAt - now;
    const ms = Math.min(longestSleepMs, Math.max(shortestSleepMs, until));
    wakesAt = now + ms;
    cancel = deps.clock.after(ms, wake);
  }

  function wake(): void {
    wakesAt = Number.NEGATIVE_INFINITY;
    running = sweep();
  }

  async function sweep(): Promise<void> {
    try {
      const done = await sweepDeadlines(deps);
      if (done > 0) deps.log.info({ conversations: done }, 'deadlines came');
      sleepUntil(await deps.store.conversations.nextDeadline());
    } catch (error) {
      deps.log.error({ fault: faultOf(error) }, 'the deadline sweep failed and will be repeated');
      sleepUntil(0);
    }
  }

  const unsubscribe = deps.bus.subscribe((happening) => {
    if (happening.type !== 'appended') return;
    const { deadlineAt } = happening.result.conversation;
    if (deadlineAt > 0 && deadlineAt < wakesAt) sleepUntil(deadlineAt);
  });
  sleepUntil(deps.clock.now() + returnMs);

  return {
    async close() {
      isClosed = true;
      unsubscribe();
      cancel();
      await running;
    },
  };
}
