import { performance } from 'node:perf_hooks';
import { clientBreakages } from './breakages/client.ts';
import { serverBreakages } from './breakages/server.ts';
import type { Provocation } from './crash.ts';
import { runLap } from './lap.ts';
import { counterNames, isGreen } from './verdict.ts';
import { openWorld } from './world.ts';

const longestSeconds = 10;
const settleMs = 2_500;
const crashWithin = 12;

/** The checker bites: each way to break the promise turns a counter red. The answer: whether all did. */
export async function checkBreakages(names: string[]): Promise<boolean> {
  const known = { ...serverBreakages, ...clientBreakages };
  const chosen = names.length > 0 ? names : Object.keys(known);
  let isProven = true;
  for (const name of chosen) {
    const breakage = known[name];
    if (!breakage) throw new Error(`there is no breakage “${name}”`);
    const startedAt = performance.now();
    const seconds = () => (performance.now() - startedAt) / 1_000;
    const red = await redOf(name, breakage, () => seconds() < longestSeconds);
    console.log(
      `${red === '' ? 'GREEN' : 'red'}  ${name}: ${red || 'nothing was noticed'} (${seconds().toFixed(1)} s)`,
    );
    isProven &&= red !== '';
  }
  return isProven;
}

/** The counters that it turned red; '' when none was until the time was over. */
async function redOf(name: string, { aim: at, tabCrashesPerMinute }: Provocation, hasTime: () => boolean) {
  const world = await openWorld({ storage: 'sqlite', seed: 7, agents: 1, breakage: name });
  try {
    for (let lap = 1; lap === 1 || hasTime(); lap++) {
      const { verdict } = await runLap(world, {
        seconds: 1.5,
        visitors: 3,
        tabs: 2,
        pauseMs: 40,
        prefix: `${lap}·`,
        killsPerMinute: 0,
        faultsPerMinute: 0,
        longestStallMs: 1,
        tabCrashesPerMinute,
        crash: () => ({ at, nth: 1 + world.chance(crashWithin) }),
        settleMs,
      });
      if (!isGreen(verdict)) return counterNames.filter((counter) => verdict.counters[counter] > 0).join(', ');
    }
    return '';
  } finally {
    await world.close();
  }
}
