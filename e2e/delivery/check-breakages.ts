import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Breakage } from './breakages/breakage.ts';
import { clientBreakages } from './breakages/client.ts';
import { dashboardBreakages } from './breakages/dashboard.ts';
import { allHeard, comeBack, type Scene, type SceneName, type Stage, scenes, setStage } from './breakages/scenes.ts';
import { serverBreakages } from './breakages/server.ts';
import { glance, inspect } from './inspection.ts';
import { type CounterName, counterNames, type Verdict } from './verdict.ts';
import { openWorld, type World } from './world.ts';

const lanes = 4;
/** For a whole product on a slow machine; a broken one is done when nothing more can come. */
const settleMs = 10_000;
const lookEveryMs = 20;

const breakages: Record<string, Breakage> = { ...serverBreakages, ...clientBreakages, ...dashboardBreakages };

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
  const { crash, isMortal, smtpUrl, agents = 0, play }: Scene = scenes[name];
  const world = await openWorld({ storage: 'sqlite', seed: 1, agents, breakage, crash, isMortal, smtpUrl });
  const over = new AbortController();
  try {
    const stage = await setStage(world, breakage, over.signal);
    const startedAt = performance.now();
    const verdict = await verdictOn(stage, play(stage), isMortal, breakages[breakage]?.expects);
    const seconds = (performance.now() - startedAt) / 1_000;
    over.abort();
    for (const tab of [...stage.browser.tabs]) stage.browser.crash(tab);
    await Promise.all(stage.agents.map((agent) => agent.close()));
    return { ...verdict, seconds, missing: missingFrom(world, isMortal, breakage === '') };
  } finally {
    over.abort();
    await world.close();
  }
}

/** What must hold at any moment is looked at again and again while the scene is played; the rest when nothing more can come. */
async function verdictOn(
  stage: Stage,
  course: Promise<void>,
  isMortal: boolean,
  expected: CounterName | undefined,
): Promise<Verdict> {
  const { world, browser, agents } = stage;
  const crowd = { browsers: [browser], agents };
  let isPlayed = false;
  const end = course.then(() => {
    isPlayed = true;
  });
  // When the verdict is there, what is left of it is not played.
  end.catch(() => {});
  for (;;) {
    const isLast = isPlayed;
    const verdict = missingFrom(world, isMortal, false) === '' ? await glance(world, crowd) : null;
    // What another counter notices first is no proof.
    if (verdict && (!expected || verdict.counters[expected] > 0)) return verdict;
    if (isLast) break;
    await Promise.race([pause(lookEveryMs), end]);
  }
  await comeBack(stage);
  // The scene may be over before everything has been heard.
  return inspect(world, crowd, settleMs, () => allHeard(stage).catch(() => new Promise(() => {})));
}

/** A scene in which nobody wrote, or nobody died, would be green for anybody. */
function missingFrom({ server, history }: World, isMortal: boolean, isWhole: boolean): string {
  const written = [...history.written.values()];
  if (server.ends.kills !== Number(isMortal)) return `${server.ends.kills} servers have died`;
  if (written.length !== 2) return `${written.length} messages were written`;
  return isWhole && written.some(({ outcome }) => outcome !== 'ok') ? 'not everything was acknowledged' : '';
}
