import type { QueuePlace } from '@ventanilla/shared/wire/visitor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVisitor, callHttp, newClientId, startChat, type TestAgent, theAdmin } from '../testing/clients.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

let app: RunningApp;
let marta: TestAgent;

beforeAll(async () => {
  app = await startApp();
  marta = await theAdmin(app);
});
afterAll(async () => {
  marta?.close();
  await app?.close();
});

const takeNext = async (conversationId: string) =>
  marta.ask('conversation:take', { conversationId: conversationId as `cnv_${string}` });

async function availability() {
  const { body } = await callHttp(app, 'availability:check', {}, { site: app.siteKey });
  if (!body.ok) throw new Error(body.error.code);
  return body.data;
}

describe('the queue', () => {
  it('gives everybody a place, and tells them when it moves', async () => {
    const [first, second, third] = await Promise.all([aVisitor(app), aVisitor(app), aVisitor(app)]);
    const one = await startChat(first);
    app.deps.clock.advance(1_000);
    const two = await startChat(second);
    app.deps.clock.advance(1_000);
    const three = await startChat(third);
    expect(await third.ask('queue:check', { conversationId: three.conversation.id })).toEqual({ place: 3, waitMs: 0 });
    expect(await availability()).toMatchObject({ queueLength: 3, isOpen: true, hasAgent: true, typicalWaitMs: 0 });

    app.deps.clock.advance(20_000);
    await takeNext(one.conversation.id);
    const moved = app.passTimeUntil(third.hears<QueuePlace>('queue:moved', ({ place }) => place === 2));
    expect(await moved).toMatchObject({ conversationId: three.conversation.id, place: 2 });
    app.deps.clock.advance(20_000);
    await takeNext(two.conversation.id);
    app.deps.clock.advance(20_000);
    await takeNext(three.conversation.id);
    expect(await third.ask('queue:check', { conversationId: three.conversation.id })).toEqual({ place: 0, waitMs: 0 });
    for (const socket of [first, second, third]) socket.close();
  });

  it('promises a wait only once enough people were taken', async () => {
    expect((await availability()).typicalWaitMs).toBeGreaterThan(0);
  });
});

describe('availability', () => {
  it('closed: says when it opens, and by when it would answer', async () => {
    const [site] = app.deps.directory.sites();
    if (!site) throw new Error('no site');
    const weekday = { mon: [{ from: 540, to: 600 }] };
    await marta.ask('site:update', { siteId: site.id, version: site.version, openingHours: weekday, timeZone: 'UTC' });
    const now = await availability();
    const opensAt = new Date(now.opensAt);
    if (!now.isOpen) {
      expect([opensAt.getUTCDay(), opensAt.getUTCHours()]).toEqual([1, 9]);
      expect(now.week).toEqual({ timeZone: 'UTC', openingHours: weekday });
    }
    expect(now.replyBy).toBeGreaterThan(now.opensAt);
    expect(now.queueLength).toBe(0);
  });

  it('of an unknown site: nothing', async () => {
    const { body } = await callHttp(app, 'availability:check', {}, { site: 'nowhere' });
    expect(body).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});

it('[DL8] typing is told to the other side and to nobody else', async () => {
  const [lucia, stranger] = await Promise.all([aVisitor(app), aVisitor(app)]);
  const { conversation } = await startChat(lucia);
  const conversationId = conversation.id;
  await marta.ask('typing:tell', { conversationId, isTyping: true });
  expect(await lucia.hears('typing:changed')).toEqual({ conversationId, authorName: 'Marta Ruiz', isTyping: true });
  await lucia.ask('typing:show', { conversationId, isTyping: true });
  const heard = await marta.hears<{ authorId: string }>(
    'typing:changed',
    ({ authorId }) => authorId === lucia.visitorId,
  );
  expect(heard).toMatchObject({ conversationId, isTyping: true });
  const body = newClientId();
  await stranger.ask('conversation:start', { startId: newClientId(), clientId: newClientId(), body });
  expect(stranger.heard.map(({ name }) => name)).not.toContain('typing:changed');
  for (const socket of [lucia, stranger]) socket.close();
});
