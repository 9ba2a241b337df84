import type { ConversationSummary, VisitorConversation } from '@ventanilla/shared/entities/conversation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aColleague,
  aVisitor,
  newClientId,
  startChat,
  type TestAgent,
  type TestVisitor,
  theAdmin,
} from '../testing/clients.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

let app: RunningApp;
let marta: TestAgent;
let diego: TestAgent;
let lucia: TestVisitor;
let conversationId: VisitorConversation['id'];

beforeAll(async () => {
  app = await startApp();
  marta = await theAdmin(app);
  diego = await aColleague(app, marta, 'Diego', [app.deps.directory.sites()[0]!.id]);
  lucia = await aVisitor(app);
  conversationId = (await startChat(lucia, 'COMPRA YA')).conversation.id;
});
afterAll(async () => {
  for (const socket of [marta, diego, lucia]) socket?.close();
  await app?.close();
});

const send = (body: string) => lucia.call('message:send', { conversationId, clientId: newClientId(), body });
const changedTo = (isBlocked: boolean) => (event: { conversation: VisitorConversation | ConversationSummary }) =>
  event.conversation.id === conversationId && event.conversation.isBlocked === isBlocked;

describe('[CV9] a visitor whom an agent has blocked', () => {
  it('hears it, and so do all agents, with who did it and why in the thread and in the history', async () => {
    const { conversation } = await marta.ask('visitor:block', { conversationId, reason: 'spam' });
    expect(conversation.isBlocked).toBe(true);
    const heard = await lucia.hears<{ conversation: VisitorConversation }>('conversation:changed', changedTo(true));
    expect(heard.conversation.isWritable).toBe(false);
    await diego.hears('conversation:changed', changedTo(true));
    const { entries } = await diego.ask('conversation:open', { conversationId });
    expect(entries.at(-1)).toMatchObject({
      publicSeq: 0,
      system: { line: 'visitor_blocked', agentName: 'Marta Ruiz', blockReason: 'spam' },
    });
    const events = await app.deps.store.events.ofSubject('conversation', conversationId, 10);
    expect(events.at(-1)).toMatchObject({
      type: 'conversation.visitorBlocked',
      actorId: marta.agentId,
      after: { reason: 'spam' },
    });
  });

  it('is refused every word, here and in a new conversation, and files; and reads what there is [CV5]', async () => {
    const refusals = [
      await send('COMPRA YA, EN SERIO'),
      await lucia.call('conversation:start', { startId: newClientId(), clientId: newClientId(), body: 'OTRA VEZ' }),
      await lucia.call('typing:show', { conversationId, isTyping: true }),
      await lucia.call('ticket:ask', { conversationId }),
    ];
    for (const refusal of refusals) expect(refusal).toMatchObject({ ok: false, error: { code: 'blocked' } });
    const upload = await fetch(`${app.url}/api/v1/file?site=${app.siteKey}&name=foto.txt`, {
      method: 'POST',
      headers: { authorization: `Bearer ${lucia.token}`, 'content-type': 'application/octet-stream' },
      body: 'bytes',
    });
    expect(await upload.json()).toMatchObject({ error: { code: 'blocked' } });
    const { entries, conversation } = await lucia.ask('conversation:sync', { conversationId, afterSeq: 0 });
    expect(conversation).toMatchObject({ isWritable: false, isBlocked: true });
    expect(entries.map(({ body }) => body)).toEqual(['COMPRA YA']);
    expect(JSON.stringify(lucia.heard)).not.toContain('visitor_blocked');
  });

  it('is blocked once, however often it is asked for', async () => {
    const before = (await marta.ask('conversation:open', { conversationId })).conversation.version;
    const { conversation } = await diego.ask('visitor:block', { conversationId, reason: 'abuse' });
    expect(conversation).toMatchObject({ isBlocked: true, version: before });
  });

  it('other visitors write as before', async () => {
    const mateo = await aVisitor(app);
    expect((await startChat(mateo, 'Sin internet')).conversation.isBlocked).toBe(false);
    mateo.close();
  });

  it('can write again once they are unblocked, and hears that, too', async () => {
    const { conversation } = await diego.ask('visitor:unblock', { conversationId });
    expect(conversation.isBlocked).toBe(false);
    const heard = await lucia.hears<{ conversation: VisitorConversation }>(
      'conversation:changed',
      ({ conversation: now }) => now.id === conversationId && !now.isBlocked && now.version > conversation.version - 1,
    );
    expect(heard.conversation.isWritable).toBe(true);
    expect((await send('Perdón, no era spam')).ok).toBe(true);
  });
});
