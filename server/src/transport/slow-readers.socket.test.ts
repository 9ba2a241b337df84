import { limits } from '@ventanilla/shared/limits';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { aVisitor, connect, newClientId, startChat, type TestVisitor, theAdmin } from '../testing/clients.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';
import { openStalledReader } from '../testing/stalled-reader.ts';

let app: RunningApp;
let lucia: TestVisitor;

beforeAll(async () => {
  app = await startApp();
  lucia = await aVisitor(app);
});
afterAll(async () => {
  lucia?.close();
  await app?.close();
});

const auth = () => ({ site: app.siteKey, token: lucia.token });
const openSockets = async () =>
  Number(
    /ventanilla_sockets\{namespace="\/visitor"\} (\d+)/.exec(await (await fetch(`${app.url}/metrics`)).text())?.[1],
  );
const sentAway = () => app.logged.filter((line) => line.includes('a slow reader was disconnected')).length;

it('who reads nothing is sent away, whether they only hear or ask as well; all others have everything', async () => {
  const agent = await theAdmin(app);
  const { conversation } = await startChat(lucia);
  const { id: conversationId } = conversation;
  const hearer = await openStalledReader(app, auth());
  expect(await openSockets()).toBe(2);
  const body = '€'.repeat(limits.messageLength);
  const count = 700;
  const write = () => lucia.ask('message:send', { conversationId, clientId: newClientId(), body });
  // In rounds, so that no answer has to wait for eight megabytes on a busy machine.
  for (let written = 0; written < count; written += 50) await Promise.all(Array.from({ length: 50 }, write));
  app.deps.clock.advance(2_000);
  await vi.waitFor(async () => expect([sentAway(), await openSockets()]).toEqual([1, 1]));
  hearer.close();

  const asker = await openStalledReader(app, auth());
  for (let i = 0; i < 20; i++) {
    asker.send(`42/visitor,${i}["conversation:sync",${JSON.stringify({ conversationId, afterSeq: 100 + i })}]`);
  }
  await vi.waitFor(async () => expect([sentAway(), await openSockets()]).toEqual([2, 1]), { timeout: 10_000 });
  asker.close();

  const isHeard = (socket: { heard: { name: string }[] }) =>
    socket.heard.filter(({ name }) => name === 'entry:added').length;
  await vi.waitFor(() => expect([lucia, agent].map(isHeard).every((heard) => heard >= count)).toBe(true), {
    timeout: 10_000,
  });
  const tab = await connect(app, '/visitor', auth());
  expect((await tab.ask('conversation:sync', { conversationId, afterSeq: count - 1 })).entries.length).toBeGreaterThan(
    0,
  );
  for (const socket of [tab, agent]) socket.close();
});
