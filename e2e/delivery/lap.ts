import { setTimeout as pause } from 'node:timers/promises';
import type { Crash } from './crash.ts';
import { inspect } from './inspection.ts';
import { gather, type PeopleOptions } from './people.ts';
import { createTrouble, type Faults, type TroubleOptions } from './trouble.ts';
import type { Verdict } from './verdict.ts';
import type { World } from './world.ts';

export interface LapOptions extends PeopleOptions, Omit<TroubleOptions, 'chance'> {
  seconds: number;
  tabCrashesPerMinute: number;
  absencesPerMinute?: number;
  /** Where the next server dies by itself; null: it does not. */
  crash(): Crash | null;
  settleMs: number;
}

export interface Lap extends Faults {
  verdict: Verdict;
  tabCrashes: number;
  absences: number;
  /** Answers of agents that crossed with something new, and were sent all the same (CV6). */
  conflicts: number;
}

/** New people write for a while on an installation that keeps failing; then it is left in peace, and looked at. */
export async function runLap(world: World, options: LapOptions): Promise<Lap> {
  const { chance } = world;
  const trouble = createTrouble(world.proxy, () => world.server, { ...options, chance });
  const people = await gather(world, options);
  const tabCrashes = setInterval(() => void people.crashSome(), 60_000 / options.tabCrashesPerMinute);
  const absences = setInterval(people.sendSomeAway, 60_000 / (options.absencesPerMinute ?? 1));
  world.nextCrash = options.crash;
  trouble.begin();
  await pause(options.seconds * 1_000);
  clearInterval(tabCrashes);
  clearInterval(absences);
  world.nextCrash = () => null;
  trouble.stop();
  world.server.reconsider();
  await world.server.up();
  // The last thing that happens while words are on their way.
  world.server.kill();
  await people.rest();
  await world.server.up();
  const verdict = await inspect(world, people, options.settleMs);
  await people.close();
  const conflicts = people.agents.reduce((sum, agent) => sum + agent.confirmed(), 0);
  return { verdict, tabCrashes: people.crashes, absences: people.absences, conflicts, ...trouble.faults };
}
