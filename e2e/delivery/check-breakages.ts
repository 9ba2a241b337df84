import { performance } from 'node:perf_hooks';
import type { Breakage } from './breakages/breakage.ts';
import { clientBreakages } from './breakages/client.ts';
import { areBack, type SceneName, scenes, setStage } from './breakages/scenes.ts';
import { serverBreakages } from './breakages/server.ts';
import { glance, inspect } from './inspection.ts';
import { counterNames, type Verdict } from './verdict.ts';
import { openWorld, type World } from './world.ts';

const lanes = 4;
const longestSceneMs = 10_000;
const [shortestSettleMs, longestSettleMs] = [1_000, 3_000];

const breakages: Record<string, Breakage> = { ...serverBreakages, ...clientBreakages };

/** What came of one scene. */
interface Showing extends Verdict {
  /** From the end of the first message to the verdict. */
  seconds: number;
  /** Why it shows nothing: what the scene is about did not happen. */
  missing: string;
}

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
  const { counters, examples, seconds, missing } = await show(name, scene);
  const red = counterNames.filter((counter) => counters[counter] > 0);
  const expected = breakages[name]?.expects;
  const isAsExpected = missing === '' && (expected ? red.includes(expected) : red.length === 0);
  const others = red.filter((counter) => counter !== expected).join(', ');
  const what = expected
    ? `${expected} ${red.includes(expected) ? 'red' : 'GREEN'} after ${seconds.toFixed(1)} s${others && ` (and ${others})`}`
    : `${others || 'all counters 0'} (${seconds.toFixed(1)} s)`;
  console.log(
    `${isAsExpected ? 'ok    ' : 'FAILED'} ${name === '' ? `whole: ${scene}` : `  broken: ${name}`}: ${what}`,
  );
  if (missing !== '') console.log(`       ${missing}`);
  if (!isAsExpected) console.log(JSON.stringify(examples, null, 1));
  return isAsExpected;
}

async function show(breakage: string, name: SceneName): Promise<Showing> {
  const { crash, isMortal, play } = scenes[name];
  const world = await openWorld({ storage: 'sqlite', seed: 1, agents: 0, breakage, crash, isMortal });
  try {
    const stage = await setStage(world);
    const { browser } = stage;
    const startedAt = performance.now();
    const passedMs = () => performance.now() - startedAt;
    await play(stage);
    const crowd = { browsers: [browser], agents: [] };
    const verdict = (await glance(world, crowd)) ?? (await atPeace());
    const seconds = passedMs() / 1_000;
    for (const tab of [...browser.tabs]) browser.crash(tab);
    return { ...verdict, seconds, missing: missingFrom(world, isMortal, breakage === '') };

    async function atPeace(): Promise<Verdict> {
      await areBack(browser);
      const leftMs = longestSceneMs - passedMs();
      return inspect(world, crowd, Math.max(shortestSettleMs, Math.min(longestSettleMs, leftMs)));
    }
  } finally {
    await world.close();
  }
}

/** A scene in which nobody wrote, or nobody died, would be green for anybody. */
function missingFrom({ server, history }: World, isMortal: boolean, isWhole: boolean): string {
  const written = [...history.written.values()];
  if (server.ends.kills !== Number(isMortal)) return `${server.ends.kills} servers have died`;
  if (written.length !== 2) return `${written.length} messages were written`;
  return isWhole && written.some(({ outcome }) => outcome !== 'ok') ? 'not everything was acknowledged' : '';
}
