// @vitest-environment happy-dom
import { registerHooks } from 'node:module';
import { handshake, Line } from '@ventanilla/shared/testing/line';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { connect as Connect, Connection } from './socket.ts';

/** What a page hears that somebody is back, or the network. No timer moves here: whatever happens, happens at once. */
let connect: typeof Connect;
let connection: Connection;
let heard: string[];
const line = () => Line.all.at(-1) as Line;
const asked = () => line().sent.filter((packet) => packet.includes('session:open')).length;

/** Promises only. */
async function settle(): Promise<void> {
  for (let round = 0; round < 10; round++) await new Promise((resolve) => setImmediate(resolve));
}

async function letIn(): Promise<void> {
  line().onopen?.();
  line().says(handshake);
  await settle();
  line().says('40/agent,{"sid":"b"}');
  await settle();
}

/** The Socket.IO client as its build for browsers is: over the page's own `WebSocket`, which it looks up when it is loaded. */
beforeAll(async () => {
  registerHooks({
    resolve: (specifier, context, nextResolve) =>
      nextResolve(specifier.replace('/websocket.node.js', '/websocket.js'), context),
  });
  vi.stubGlobal('WebSocket', Line);
  ({ connect } = await import('./socket.ts'));
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  Line.all = [];
  heard = [];
  connection = connect({
    onOnline: () => heard.push('online'),
    onOffline: () => heard.push('offline'),
    onRefused: ({ code }) => heard.push(code),
    events: {} as never,
  });
  await letIn();
  expect([Line.all.length, heard]).toEqual([1, ['online']]);
});

afterEach(() => {
  connection.close();
  vi.useRealTimers();
});

const isBack = {
  online: () => dispatchEvent(new Event('online')),
  visibilitychange: () => document.dispatchEvent(new Event('visibilitychange')),
  pageshow: () => dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })),
};
const events = ['online', 'visibilitychange', 'pageshow'] as const;

it.each(events)('after "%s" a lost line is opened at once', async (event) => {
  line().breaks();
  await settle();
  expect([Line.all.length, heard]).toEqual([1, ['online', 'offline']]);
  isBack[event]();
  await settle();
  expect(Line.all).toHaveLength(2);
  await letIn();
  expect(heard).toEqual(['online', 'offline', 'online']);
});

it.each(events)('after "%s" an open line is asked whether it lives', async (event) => {
  expect(asked()).toBe(0);
  isBack[event]();
  await settle();
  expect([Line.all.length, asked()]).toEqual([1, 1]);
});

it('a page that is only shown, or looked away from, does nothing', async () => {
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  isBack.visibilitychange();
  await settle();
  expect(asked()).toBe(0);
});

it('what is closed hears none of it', async () => {
  connection.close();
  for (const event of events) isBack[event]();
  await settle();
  expect(Line.all).toHaveLength(1);
});
