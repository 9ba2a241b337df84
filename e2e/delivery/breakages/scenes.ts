import { setTimeout as pause } from 'node:timers/promises';
import type { Crash } from '../crash.ts';
import { type Browser, openBrowser, type Tab } from '../visitor.ts';
import type { World } from '../world.ts';

/** One visitor with two tabs; the first has written once and has been heard. */
export interface Stage {
  world: World;
  browser: Browser;
  writer: Tab;
  witness: Tab;
  /** Of their conversation. */
  key: string;
}

/** The shortest course of events in which one kind of fault shows, the same for whoever plays it. */
export interface Scene {
  /** Where the server dies by itself, once; null: nowhere. */
  crash: Crash | null;
  /** It ends, by itself or by us. */
  isMortal: boolean;
  /** What happens besides, after the first message. */
  play(stage: Stage): Promise<void>;
}

export type SceneName = keyof typeof scenes;

const lookEveryMs = 10;
/** For what a fault may keep from ever coming. */
const longestWaitMs = 3_000;
/** For what every product does, broken or not, on the slowest machine. */
const patienceMs = 30_000;

const writeAgain = async ({ writer, key }: Stage) => {
  await writer.write(key, 'segunda');
  await isSettled(writer);
};

/** Names say what happens to the second message. */
export const scenes = {
  'nothing happens': { crash: null, isMortal: false, play: writeAgain },
  'the server dies before it is stored': {
    crash: { at: 'before-commit', nth: 1, ofMessage: 2 },
    isMortal: true,
    play: writeAgain,
  },
  'the server dies between storing and answering': {
    crash: { at: 'append:committed', nth: 1, ofMessage: 2 },
    isMortal: true,
    play: writeAgain,
  },
  'the server dies as soon as it is answered': {
    crash: null,
    isMortal: true,
    async play(stage) {
      await stage.writer.write(stage.key, 'segunda');
      await killOnceAnswered(stage, 'segunda');
    },
  },
  'the server dies as soon as somebody has heard of it': {
    crash: null,
    isMortal: true,
    async play({ world, writer, witness, key }) {
      await writer.write(key, 'segunda');
      await until(() => witness.model().threads[key]?.entries.at(-1)?.body === 'segunda', patienceMs);
      world.server.kill();
      await world.server.up();
    },
  },
  'it begins another conversation, and the server dies as soon as it is answered': {
    crash: null,
    isMortal: true,
    async play(stage) {
      await stage.writer.write(stage.writer.begin(), 'otra cosa');
      await killOnceAnswered(stage, 'otra cosa');
    },
  },
  'the server dies before it is stored, and the page with it': {
    crash: { at: 'before-commit', nth: 1, ofMessage: 2 },
    isMortal: true,
    async play({ world, browser, writer, key }) {
      const isGone = new Promise<void>((resolve) => {
        world.onDown = () => {
          browser.crash(writer);
          resolve();
        };
      });
      await writer.write(key, 'segunda');
      await isGone;
      await isSettled(await browser.openTab());
    },
  },
  'it is written while another tab sleeps': {
    crash: null,
    isMortal: false,
    async play({ writer, witness, key }) {
      const isBack = witness.goAway('frozen', 1_000);
      await writer.write(key, 'segunda');
      await isSettled(writer);
      await isBack;
      await isSettled(witness);
    },
  },
  'it waits while another tab opens': {
    crash: null,
    isMortal: false,
    async play({ world, browser, writer, key }) {
      const { proxy } = world;
      const { target } = proxy;
      proxy.target = 0;
      while (proxy.cut(() => 0));
      await writer.write(key, 'segunda');
      const late = await browser.openTab();
      proxy.target = target;
      await Promise.all([isSettled(writer), isSettled(late)]);
    },
  },
} satisfies Record<string, Scene>;

/** Up to where every scene begins. */
export async function setStage(world: World): Promise<Stage> {
  const browser = openBrowser({ ...world, name: 'visitante' });
  const writer = await browser.openTab();
  const start = writer.begin();
  writer.watch(start);
  await writer.write(start, 'primera');
  const [first] = world.history.written.values();
  await until(() => first?.outcome === 'ok', patienceMs);
  const [conversation] = writer.model().conversations;
  if (!conversation) throw new Error('the first message was not acknowledged');
  const { id: key } = conversation;
  const witness = await browser.openTab();
  witness.watch(key);
  await until(() => (witness.model().threads[key]?.entries.length ?? 0) > 0, patienceMs);
  return { world, browser, writer, witness, key };
}

/** Every page has found its way back. */
export async function areBack({ tabs }: Browser): Promise<void> {
  await until(() => tabs.every((tab) => tab.model().link === 'online'), patienceMs);
}

async function killOnceAnswered({ world }: Stage, body: string): Promise<void> {
  const written = [...world.history.written.values()].find((one) => one.body === body);
  await until(() => written?.outcome === 'ok', patienceMs);
  world.server.kill();
  await world.server.up();
}

/** Nothing waits in it any more. A fault may keep that from ever coming; then the verdict has its say. */
async function isSettled(tab: Tab): Promise<void> {
  await until(() => tab.model().link === 'online' && tab.model().outgoing.length === 0);
}

async function until(isSo: () => boolean, longestMs = longestWaitMs): Promise<void> {
  for (let waited = 0; waited < longestMs && !isSo(); waited += lookEveryMs) await pause(lookEveryMs);
}
