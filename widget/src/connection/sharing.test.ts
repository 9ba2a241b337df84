import { Worker } from 'node:worker_threads';
import type { VisitorEvents } from '@ventanilla/shared/wire/visitor';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Door, Unreachable } from './door.ts';
import { createSharing } from './sharing.ts';

/** Real locks and channels: Node has both. Every test is a site of its own. */
let name: string;
let sites = 0;
const open: { close(): unknown }[] = [];

beforeEach(() => {
  sites += 1;
  name = `ventanilla:site${sites}`;
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const entry = (seq: number) => ({ conversationId: 'cnv_1', entry: { seq } }) as never;

/** A page with a socket of its own, as its link uses what is shared with it. */
function openTab({ token = 'v1.lucia', line = async (command: string): Promise<unknown> => command } = {}) {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  const asked: string[] = [];
  const heard: unknown[] = [];
  const socket = {
    open() {},
    async call(command: string) {
      asked.push(command);
      return { ok: true, data: await line(command) };
    },
  } as unknown as Door;
  let door: Door | undefined = socket;
  const listeners: Partial<VisitorEvents> = { 'entry:added': (event) => heard.push(event) };
  const sharing = createSharing({
    name,
    listeners,
    token: async () => token,
    door: () => door,
    adopt(shared) {
      door = shared;
      sharing.heed('online');
    },
    lose(lost) {
      if (door !== lost) return;
      door = undefined;
      sharing.heed('lost');
      setTimeout(connect);
    },
  });
  function connect(): void {
    door = socket;
    sharing.heed('online');
  }
  connect();
  open.push({ close: sharing.stop });
  return {
    asked,
    heard,
    hasSocket: () => door === socket,
    isServed: () => door !== undefined && door !== socket,
    call: (limitMs?: number) => (door as Door).call('conversation:list', {}, limitMs),
    /** The server tells its socket of a new entry. */
    tell: (seq: number) => listeners['entry:added']?.(entry(seq)),
    loseLine() {
      door = undefined;
      sharing.heed('lost');
    },
    hide: () => page.dispatchEvent(new Event('pagehide')),
    stop: sharing.stop,
  };
}
type Tab = ReturnType<typeof openTab>;

const served = (...tabs: Tab[]) => vi.waitFor(() => expect(tabs.map((tab) => tab.isServed())).not.toContain(false));

async function oneAndTwoServed(line?: (command: string) => Promise<unknown>): Promise<[Tab, Tab, Tab]> {
  const leader = openTab(line && { line });
  const [second, third] = [openTab(), openTab()];
  await served(second, third);
  expect(leader.hasSocket()).toBe(true);
  return [leader, second, third];
}

it('[DL7] one tab asks for all and passes on what it hears, to each once', async () => {
  const [leader, second, third] = await oneAndTwoServed();
  expect(await Promise.all([second.call(), third.call()])).toEqual(
    [1, 2].map(() => ({ ok: true, data: 'conversation:list' })),
  );
  expect([leader, second, third].map(({ asked }) => asked.length)).toEqual([2, 0, 0]);

  leader.tell(1);
  await vi.waitFor(() => expect([second.heard, third.heard]).toEqual([[entry(1)], [entry(1)]]));
  expect(leader.heard).toEqual([entry(1)]);
});

it.each(['hide', 'stop'] as const)('[DL7] when the tab that serves goes (%s) another serves the rest', async (go) => {
  const [leader, ...others] = await oneAndTwoServed();
  leader[go]();
  await vi.waitFor(() => expect(others.map((tab) => tab.hasSocket()).sort()).toEqual([false, true]));
  const [serving, last] = others[0].hasSocket() ? others : others.toReversed();
  await last?.call();
  expect([serving?.asked.length, last?.asked.length, leader.asked.length]).toEqual([1, 0, 0]);
});

it('who serves and has lost its line says so, and each has a socket of its own at once', async () => {
  const never = new Promise(() => {});
  const [leader, second, third] = await oneAndTwoServed(() => never);
  const asking = expect(second.call()).rejects.toThrow(Unreachable);
  await vi.waitFor(() => expect(leader.asked).toHaveLength(1));
  leader.loseLine();
  await asking;
  await vi.waitFor(() => expect([second.hasSocket(), third.hasSocket()]).toEqual([true, true]));
});

it('a command that nobody answered says nothing of what became of it, and its tab goes on by itself', async () => {
  const [leader, second, third] = await oneAndTwoServed(() => Promise.reject(new Unreachable()));
  await expect(second.call()).rejects.toThrow(Unreachable);
  expect([leader.asked.length, second.isServed(), third.isServed()]).toEqual([1, false, true]);
  await served(second);
});

it('a tab of another visitor is not served', async () => {
  const [leader, second] = [openTab(), openTab({ token: 'v1.nerea' })];
  const third = openTab();
  await served(third);
  await second.call();
  expect([second.hasSocket(), leader.asked, second.asked]).toEqual([true, [], ['conversation:list']]);
});

it('[DL7] nobody waits for a tab that sleeps: who is served by it has a socket, until it is awake', async () => {
  const leader = sleeper();
  await leader.does('serves');
  const second = openTab();
  await served(second);
  leader.sleep();
  await expect(second.call(100)).rejects.toThrow(Unreachable);
  await vi.waitFor(() => expect(second.hasSocket()).toBe(true));
  expect(await second.call()).toEqual({ ok: true, data: 'conversation:list' });

  leader.wake();
  await served(second);
  expect(await second.call()).toEqual({ ok: true, data: 'from the sleeper' });
  expect(second.asked).toEqual(['conversation:list']);
});

it('where the browser has no locks nobody shares', async () => {
  vi.stubGlobal('navigator', {});
  const [first, second] = [openTab(), openTab()];
  await second.call();
  expect([first.hasSocket(), second.hasSocket(), first.asked]).toEqual([true, true, []]);
});

/** A tab in a thread of its own, which can stop in the middle of everything, as a browser stops a page. */
function sleeper() {
  const awake = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(
    `
    const { parentPort, workerData } = require('node:worker_threads');
    globalThis.addEventListener = globalThis.removeEventListener = () => {};
    import(workerData.sharing).then(({ createSharing }) => {
      const door = { open() {}, call: async () => ({ ok: true, data: 'from the sleeper' }) };
      const parts = { name: workerData.name, listeners: {}, token: async () => 'v1.lucia', door: () => door };
      const sharing = createSharing({ ...parts, adopt() {}, lose() {} });
      sharing.heed('online');
      navigator.locks.query().then(() => parentPort.postMessage('serves'));
      parentPort.on('message', () => {
        parentPort.postMessage('sleeps');
        Atomics.wait(workerData.awake, 0, 0);
      });
    });
    `,
    { eval: true, workerData: { name, awake, sharing: new URL('sharing.ts', import.meta.url).href } },
  );
  open.push({ close: () => worker.terminate() });
  const said: string[] = [];
  worker.on('message', (word) => said.push(word));
  const does = (word: string) => vi.waitFor(() => expect(said).toContain(word));
  return {
    does,
    sleep: () => worker.postMessage('sleep'),
    wake() {
      Atomics.store(awake, 0, 1);
      Atomics.notify(awake, 0);
    },
  };
}
