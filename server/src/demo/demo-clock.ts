import type { Clock } from '../lib/clock.ts';

export interface DemoClock extends Clock {
  /** Never backwards. */
  moveTo(instant: number): void;
}

/** Time as the demo's stories pass. Nothing runs by itself: no job is started while the past is told. */
export function createDemoClock(startsAt: number): DemoClock {
  let now = startsAt;
  return {
    now: () => now,
    elapsed: () => now,
    after: () => () => {},
    moveTo(instant) {
      now = Math.max(now, instant);
    },
  };
}
