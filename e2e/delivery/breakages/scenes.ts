import { setTimeout as pause } from 'node:timers/promises';
import type { ConversationId } from '@ventanilla/shared/ids';
import { type Agent, openAgent } from '../agent.ts';
import type { Crash } from '../crash.ts';
import { type Browser, openBrowser, type Tab } from '../visitor.ts';
import type { World } from '../world.ts';

/** One visitor with two tabs; the first has written once and has been heard. */
export interface Stage {
  world: World;
  browser: Browser;
  writer: Tab;
  witness: Tab;
  /** Where the scene has one. */
  agents: Agent[];
  /** Of their conversation. */
  key: ConversationId;
  /** Looks again until it holds or has not for long; rejects when the verdict is there, so that nothing more is played. */
  until(isSo: () => boolean, longestMs?: number): Promise<void>;
}

/** The shortest course of events in which one kind of fault shows, the same for whoever plays it. */
export interface Scene {
  /** Where the server dies by itself, once; null: nowhere. */
  crash: Crash | null;
  /** It ends, by itself or by us. */
  isMortal: boolean;
  /** Where mails go; none: the installation has no mail. */
  smtpUrl?: string;
  /** How many agents there are, none unless said. They do what the scene tells them. */
  agents?: number;
  /** What happens besides, after the first message. */
  play(stage: Stage): Promise<void>;
}

export type SceneName = keyof typeof scenes;

const lookEveryMs = 10;
/** As often in a row no page may wait for anything: what an answer leads to begins within a turn or two. */
const quietLooks = 10;
/** For what a fault may keep from ever coming. */
const longestWaitMs = 3_000;
/** For what every product does, broken or not, on the slowest machine. */
const patienceMs = 30_000;

async function writeAgain(stage: Stage): Promise<void> {
  await stage.writer.write(stage.key, 'segunda');
  await isSettled(stage, stage.writer);
}

/** The server dies by itself of what is written. */
async function writeAndDie(stage: Stage): Promise<void> {
  const isDown = nextDeath(stage);
  await stage.writer.write(stage.key, 'segunda');
  await stage.until(isDown, patienceMs);
  await comeBack(stage);
  await isSettled(stage, stage.writer);
}

/** Names say what happens to the second message. */
export const scenes = {
  'nothing happens': { crash: null, isMortal: false, play: writeAgain },
  'the server dies before it is stored': {
    crash: { at: 'before-commit', nth: 1, ofMessage: 2 },
    isMortal: true,
    play: writeAndDie,
  },
  'the server dies between storing and answering': {
    crash: { at: 'append:committed', nth: 1, ofMessage: 2 },
    isMortal: true,
    play: writeAndDie,
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
    async play(stage) {
      const { writer, witness, key } = stage;
      await writer.write(key, 'segunda');
      await killWhen(stage, () => witness.model().threads[key]?.entries.at(-1)?.body === 'segunda');
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
  'it has a ticket that gets an address, and the server dies as soon as that is answered': {
    crash: null,
    isMortal: true,
    // Nobody listens there: what is to be sent waits.
    smtpUrl: 'smtp://127.0.0.1:9',
    async play(stage) {
      const { writer, key } = stage;
      await writeAgain(stage);
      const isGiven = await writer.giveAddress(key, 'visitante@alameda.example');
      if (!isGiven) throw new Error('the address was not taken');
      await killWhen(stage, () => true);
    },
  },
  'the server dies before it is stored, and the page with it': {
    crash: { at: 'before-commit', nth: 1, ofMessage: 2 },
    isMortal: true,
    async play(stage) {
      const { browser, writer, key } = stage;
      const isDown = nextDeath(stage, () => browser.crash(writer));
      await writer.write(key, 'segunda');
      await stage.until(isDown, patienceMs);
      const late = await browser.openTab();
      await comeBack(stage);
      await isSettled(stage, late);
    },
  },
  'it is written while another tab sleeps': {
    crash: null,
    isMortal: false,
    async play(stage) {
      const { promise: isOver, resolve: wakeUp } = Promise.withResolvers<void>();
      const isBack = stage.witness.goAway('frozen', isOver);
      await writeAgain(stage);
      wakeUp();
      await isBack;
      await isSettled(stage, stage.witness);
    },
  },
  'it waits while another tab opens': {
    crash: null,
    isMortal: false,
    async play(stage) {
      const { browser, writer, key } = stage;
      const { proxy } = stage.world;
      const { target } = proxy;
      proxy.target = 0;
      while (proxy.cut(() => 0));
      await writer.write(key, 'segunda');
      const late = await browser.openTab();
      proxy.target = target;
      await comeBack(stage);
      await Promise.all([isSettled(stage, writer), isSettled(stage, late)]);
    },
  },
  'it is written while an agent who has it open has no line': {
    crash: null,
    isMortal: false,
    agents: 1,
    async play(stage) {
      const { agent, letIn } = await lockOut(stage);
      await writeAgain(stage);
      letIn();
      await agent.settle();
    },
  },
  'an agent writes without a line, and opens the page anew': {
    crash: null,
    isMortal: false,
    agents: 1,
    async play(stage) {
      const { agent, letIn } = await lockOut(stage);
      await agent.write(stage.key, 'respuesta');
      await agent.crash();
      letIn();
      await agent.settle();
    },
  },
} satisfies Record<string, Scene>;

/** An agent has the conversation open, and their page has no line until it is let in. */
async function lockOut({ world, agents: [agent], key }: Stage): Promise<{ agent: Agent; letIn(): void }> {
  const [staff] = world.staff;
  if (!agent || !staff) throw new Error('the scene has no agent');
  await agent.open(key);
  await agent.settle();
  return { agent, letIn: world.proxy.shut(staff.door) };
}

/** Up to where every scene begins. `breakage` is that of the agents' pages. */
export async function setStage(world: World, breakage: string, over: AbortSignal): Promise<Stage> {
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
  // Who has died has a successor that needs not read its code first.
  await world.server.prepared();
  const agents = world.staff.map(({ name, door }) =>
    openAgent({ name, door, seed: 1, pauseMs: 0, breakage, history: world.history }),
  );
  return { world, browser, writer, witness, agents, key, until: wait };

  async function wait(isSo: () => boolean, longestMs = longestWaitMs): Promise<void> {
    await until(() => over.aborted || isSo(), longestMs);
    over.throwIfAborted();
  }
}

/** Somebody looks at every page until it has found its way back. */
export async function comeBack({ world, browser: { tabs }, until }: Stage): Promise<void> {
  await world.server.up();
  await until(() => {
    const lost = tabs.filter((tab) => tab.model().link === 'lost');
    for (const tab of lost) tab.lookAt();
    return tabs.every((tab) => tab.model().link === 'online');
  }, patienceMs);
}

/**
 * Nothing more will come to any page: none waits for an answer, then each has asked once more, over the line on which news
 * come in the order in which they were told, and none waits again.
 */
export async function allHeard(stage: Stage): Promise<void> {
  const { browser, agents } = stage;
  await Promise.all([allQuiet(stage), ...agents.map((agent) => agent.settle())]);
  for (const tab of browser.tabs) tab.lookAt();
  await Promise.all([allQuiet(stage), ...agents.map((agent) => agent.settle('again'))]);
}

async function allQuiet({ browser: { tabs }, until }: Stage): Promise<void> {
  let looks = 0;
  await until(() => {
    looks = tabs.every((tab) => tab.isQuiet()) ? looks + 1 : 0;
    return looks >= quietLooks;
  }, patienceMs);
}

/** Asked later: has a server died since? */
function nextDeath({ world }: Stage, act: () => void = () => {}): () => boolean {
  let isDown = false;
  world.onDown = () => {
    isDown = true;
    act();
  };
  return () => isDown;
}

async function killOnceAnswered(stage: Stage, body: string): Promise<void> {
  const written = [...stage.world.history.written.values()].find((one) => one.body === body);
  await killWhen(stage, () => written?.outcome === 'ok');
}

async function killWhen(stage: Stage, isSo: () => boolean): Promise<void> {
  await stage.until(isSo, patienceMs);
  stage.world.server.kill();
  await comeBack(stage);
}

/** Nothing waits in it any more. A fault may keep that from ever coming; then the verdict has its say. */
async function isSettled({ until }: Stage, tab: Tab): Promise<void> {
  await until(() => tab.model().link === 'online' && tab.model().outgoing.length === 0);
}

async function until(isSo: () => boolean, longestMs: number): Promise<void> {
  for (let waited = 0; waited < longestMs && !isSo(); waited += lookEveryMs) await pause(lookEveryMs);
}
