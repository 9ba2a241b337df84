import { protocol } from '@ventanilla/shared/wire/version';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { callHttp } from '../testing/clients.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

let app: RunningApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());
// Engine.IO keeps its own time, which is the process's.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], fakeNodeBuiltins: true }));
afterEach(() => void vi.useRealTimers());

it('the server asks a browser that says nothing whether it is there, and lets go of it', async () => {
  const { body } = await callHttp(app, 'visitor:create', {}, { site: app.siteKey });
  if (!body.ok) throw new Error(body.error.code);
  const auth = { token: body.data.token, site: app.siteKey, protocol };
  const heard: string[] = [];
  // Says hello as the widget does, then reads on and says nothing, not even that it is there.
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  socket.onmessage = ({ data: packet }) => {
    heard.push(String(packet).slice(0, 2));
    if (heard.length === 1) socket.send(`40/visitor,${JSON.stringify(auth)}`);
  };
  const ended = new Promise((resolve) => {
    socket.onclose = resolve;
  });
  const hears = (...packets: string[]) => vi.waitFor(() => expect(heard).toEqual(packets), { timeout: 5_000 });
  await hears('0{', '40');
  vi.advanceTimersByTime(10_000);
  await hears('0{', '40', '2');
  vi.advanceTimersByTime(8_000);
  await ended;
  expect(heard).toEqual(['0{', '40', '2']);
});
