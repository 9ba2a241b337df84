import type { Clock } from '../lib/clock.ts';

export interface TestClock extends Clock {
  /** Somebody sets the system's clock: it says another time from now on, and what runs by itself notices nothing. */
  jump(ms: number): void;
  /** Moves time forward and runs, in order, what was due on the way. */
  advance(ms: number): void;
}

interface Timer {
  at: number;
  task: () => void;
}

/** Time that stands still until a test moves it. */
export function createTestClock(startsAt: number): TestClock {
  let elapsed = 0;
  let setTo = startsAt;
  const timers = new Set<Timer>();

  function nextDue(until: number): Timer | undefined {
    return [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
  }

  return {
    now: () => setTo + elapsed,
    elapsed: () => elapsed,
    jump(ms) {
      setTo += ms;
    },
    after(ms, task) {
      const timer = { at: elapsed + ms, task };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const until = elapsed + ms;
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        timers.delete(timer);
        elapsed = Math.max(elapsed, timer.at);
        timer.task();
      }
      elapsed = until;
    },
  };
}
