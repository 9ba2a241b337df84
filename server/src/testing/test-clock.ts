import type { Clock } from '../lib/clock.ts';

export interface TestClock extends Clock {
  /** Moves time forward and runs, in order, what was due on the way. */
  advance(ms: number): void;
}

interface Timer {
  at: number;
  task: () => void;
}

/** Time that stands still until a test moves it. */
export function createTestClock(startsAt: number): TestClock {
  let now = startsAt;
  const timers = new Set<Timer>();

  function nextDue(until: number): Timer | undefined {
    return [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
  }

  return {
    now: () => now,
    after(ms, task) {
      const timer = { at: now + ms, task };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const until = now + ms;
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        timers.delete(timer);
        now = Math.max(now, timer.at);
        timer.task();
      }
      now = until;
    },
  };
}
