import { performance } from 'node:perf_hooks';
import type { Breakage } from './breakages/breakage.ts';
import { clientBreakages } from './breakages/client.ts';
import { type SceneName, scenes, setStage } from './breakages/scenes.ts';
import { serverBreakages } from './breakages/server.ts';
import { inspect } from './inspection.ts';
import { type CounterName, counterNames } from './verdict.ts';
import { openWorld } from './world.ts';

const lanes = 3;
const settleMs = 6_000;

const breakages: Record<string, Breakage> = { ...serverBreakages, ...clientBreakages };

/**
 * The checker bites: each way to break the promise turns the counter red that it should, in a scene that leaves a whole
 * product green. The answer: whether all of that is so.
 */
export async function checkBreakages(names: string[]): Promise<boolean> {
  const chosen = names.length > 0 ? names : Object.keys(breakages);
  const proofs = [...Map.groupBy(chosen, sceneOf)].flatMap(([scene, ofScene]) =>
    ['', ...ofScene].map((name) => ({ name, scene })),
  );
  let isProven = true;
  // Most of the time they wait for processes to start and for views to settle.
  async function lane(): Promise<void> {
    for (let next = proofs.shift(); next; next = proofs.shift()) {
      isProven = (await prove(next.name, next.scene)) && isProven;
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return isProven;
}

function sceneOf(name: string): SceneName {
  const breakage = breakages[name];
  if (!breakage) throw new Error(`there is no breakage “${name}”`);
  return breakage.scene;
}

/** `name` is '' for the product as it is. */
async function prove(name: string, scene: SceneName): Promise<boolean> {
  const startedAt = performance.now();
  const red = await redOf(name, scene);
  const seconds = (performance.now() - startedAt) / 1_000;
  const expected = breakages[name]?.expects;
  const isAsExpected = expected ? red.includes(expected) : red.length === 0;
  const what = red.length === 0 ? 'all counters 0' : red.join(', ');
  const who = name === '' ? `whole, ${scene}` : `  broken: ${name}`;
  console.log(`${isAsExpected ? 'ok    ' : 'FAILED'} ${who}: ${what} (${seconds.toFixed(1)} s)`);
  if (!isAsExpected && expected) console.log(`       ${expected} was expected`);
  return isAsExpected;
}

async function redOf(breakage: string, name: SceneName): Promise<CounterName[]> {
  const { crash, play } = scenes[name];
  const world = await openWorld({ storage: 'sqlite', seed: 1, agents: 0, breakage, crash });
  try {
    const stage = await setStage(world);
    await play(stage);
    const { browser } = stage;
    const { counters } = await inspect(world, { browsers: [browser], agents: [] }, settleMs);
    for (const tab of [...browser.tabs]) browser.crash(tab);
    return counterNames.filter((counter) => counters[counter] > 0);
  } finally {
    await world.close();
  }
}
