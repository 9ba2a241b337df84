import type { Chance } from '../bench/seeded-chance.ts';
import { type Crash, crashLabels } from './crash.ts';
import type { FaultyLine } from './proxy.ts';
import type { Supervisor } from './supervisor.ts';

export interface TroubleOptions {
  killsPerMinute: number;
  /** Cuts and stalls together, per minute. */
  faultsPerMinute: number;
  longestStallMs: number;
  chance: Chance;
}

export interface Faults {
  cuts: number;
  /** A line that carried nothing for a while, in one direction or in both. */
  stalls: number;
  /** One that carried everything late. */
  delays: number;
}

/** Makes trouble until it is told to stop. */
export interface Trouble {
  faults: Faults;
  begin(): void;
  stop(): void;
}

const minuteMs = 60_000;
const longestDelayMs = 200;

/** Where the next process shall die, or null; `oneIn` says how often it dies by itself. */
export function aimedCrash(chance: Chance, oneIn: number): Crash | null {
  const at = crashLabels[chance(crashLabels.length)];
  return at && chance(oneIn) === 0 ? { at, nth: 1 + chance(60) } : null;
}

export function createTrouble(proxy: FaultyLine, server: () => Supervisor, options: TroubleOptions): Trouble {
  const { killsPerMinute, faultsPerMinute, longestStallMs, chance } = options;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const faults: Faults = { cuts: 0, stalls: 0, delays: 0 };

  /** At uneven intervals, this often on the average. */
  function repeat(perMinute: number, act: () => void): void {
    if (perMinute === 0) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        act();
        repeat(perMinute, act);
      },
      (minuteMs / perMinute) * (0.5 + chance(1_000) / 1_000),
    );
    timers.add(timer);
  }

  function hurtServer(): void {
    const how = chance(10);
    if (how < 8) server().kill();
    else if (how === 8) server().terminate();
    else server().pause(100 + chance(longestStallMs));
  }

  function hurtLine(): void {
    const how = chance(4);
    if (how < 2) faults.cuts += Number(proxy.cut(chance));
    else if (how === 2) faults.delays += Number(proxy.stall(chance, 20 + chance(longestDelayMs)));
    else faults.stalls += Number(proxy.stall(chance, longestDelayMs + chance(longestStallMs)));
  }

  return {
    faults,
    begin() {
      repeat(killsPerMinute, hurtServer);
      repeat(faultsPerMinute, hurtLine);
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      proxy.heal();
    },
  };
}
