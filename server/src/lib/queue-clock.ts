import type { Clock } from './clock.ts';

/** When somebody comes into a queue, ms UTC: never before whoever came earlier, even if the system's clock is set back. */
export interface QueueClock {
  next(): number;
}

/** `latest`: of those who wait already. */
export function createQueueClock(clock: Clock, latest: number): QueueClock {
  let last = latest;
  return {
    next() {
      last = Math.max(clock.now(), last + 1);
      return last;
    },
  };
}
