import type { Chance } from '../bench/seeded-chance.ts';
import { type Crash, crashLabels } from './crash.ts';
import type { FaultyLine } from './proxy.ts';
import type { Supervisor } from './supervisor.ts';

export interface TroubleOptions {
  /** Besides these a server is terminated in turn, or stopped for a while, once for each four. */
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
  let isOver = false;
  const faults: Faults = { cuts: 0, stalls: 0, delays: 0 };

  /** In volleys with a calm after them, in which everybody is back and writes; this often on the average; the next one begins when what was done has had its effect. */
  function repeat(perMinute: number, act: () => void | Promise<void>): void {
    if (perMinute === 0 || isOver) return;
    const timer = setTimeout(
      async () => {
        timers.delete(timer);
        await act();
        repeat(perMinute, act);
      },
      (minuteMs / perMinute) * (chance(4) === 0 ? 1.5 + chance(2_000) / 1_000 : 0.25 + chance(500) / 1_000),
    );
    timers.add(timer);
  }

  /** Until the next one answers: every server has its time. */
  async function killServer(): Promise<void> {
    server().kill();
    await server().up();
  }

  function hurtServer(): void {
    if (chance(2) === 0) server().terminate();
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
      repeat(killsPerMinute, killServer);
      repeat(killsPerMinute / 4, hurtServer);
      repeat(faultsPerMinute, hurtLine);
    },
    stop() {
      isOver = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      proxy.heal();
    },
  };
}
