// @vitest-environment happy-dom
import { handshake, Line } from '@ventanilla/shared/testing/line';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Embed, flagName } from '../embed.ts';
import { type Connection, connect } from './connection.ts';

/** What a page hears that somebody is back, or the network. No timer moves here: whatever happens, happens at once. */
let connection: Connection;
let host: HTMLElement;
const line = () => Line.all.at(-1) as Line;
const asked = () => line().sent.filter((packet) => packet.includes('conversation:list')).length;

/** Promises only. */
async function settle(): Promise<void> {
  for (let round = 0; round < 10; round++) await new Promise((resolve) => setImmediate(resolve));
}

async function letIn(): Promise<void> {
  line().says(handshake, '40/visitor,{"sid":"b"}');
  await settle();
  line().says('43/visitor,0[{"ok":true,"data":{"conversations":[]}}]');
  await settle();
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('WebSocket', Line);
  vi.stubGlobal('fetch', async () => Response.json({ ok: true, data: { visitorId: 'vis_1', token: 't' } }));
  Line.all = [];
  host = document.body.appendChild(document.createElement('div'));
  const embed: Partial<Embed> = {
    config: ['', 'site', '', '', '', '', '', 1] as never,
    script: { src: 'https://desk.example/embed/w.js', dataset: {} },
    locale: 'es',
    root: host.attachShadow({ mode: 'open' }),
    load: () => new Promise<never>(() => {}),
  };
  localStorage.setItem(flagName('site'), 'open');
  connection = await connect(embed as Embed);
  await connection.desk();
  connection.reconnect();
  await settle();
  await letIn();
  expect([Line.all.length, connection.model().link, asked()]).toEqual([1, 'online', 1]);
});

afterEach(async () => {
  await connection.end();
  host.remove();
  vi.useRealTimers();
});

const isBack = {
  online: () => dispatchEvent(new Event('online')),
  visibilitychange: () => document.dispatchEvent(new Event('visibilitychange')),
};

it.each(['online', 'visibilitychange'] as const)('after "%s" a lost line is opened at once', async (event) => {
  line().breaks();
  await settle();
  expect([Line.all.length, connection.model().link]).toEqual([1, 'lost']);
  isBack[event]();
  await settle();
  expect(Line.all).toHaveLength(2);
  await letIn();
  expect(connection.model().link).toBe('online');
});

it.each(['online', 'visibilitychange'] as const)('after "%s" an open line is asked whether it lives', async (event) => {
  isBack[event]();
  await settle();
  expect([Line.all.length, asked()]).toEqual([1, 2]);
});

it('a page out of the browser’s cache has a line again at once; one that is only shown has the one it has', async () => {
  const shown = (persisted: boolean) => dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  shown(false);
  dispatchEvent(new Event('pagehide'));
  expect([Line.all.length, line().isClosed]).toEqual([1, true]);
  shown(false);
  await settle();
  expect(Line.all).toHaveLength(1);
  shown(true);
  await settle();
  expect(Line.all).toHaveLength(2);
  await letIn();
  expect(connection.model().link).toBe('online');
});

it('what has ended hears none of it', async () => {
  await connection.end();
  isBack.online();
  isBack.visibilitychange();
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  await settle();
  expect(Line.all).toHaveLength(1);
});
