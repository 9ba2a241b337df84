import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
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

type Changed = { conversation: VisitorConversation };

let app: RunningApp;
let marta: TestAgent;
let diego: TestAgent;
let lucia: TestVisitor;

beforeAll(async () => {
  app = await startApp();
  marta = await theAdmin(app);
  diego = await aColleague(app, marta, 'Diego');
  lucia = await aVisitor(app);
});
afterAll(async () => {
  for (const socket of [marta, diego, lucia]) socket?.close();
  await app?.close();
});

async function aConversation({ isAnswered = false } = {}) {
  const { conversation } = await startChat(lucia);
  const conversationId = conversation.id;
  if (isAnswered) {
    await marta.ask('message:reply', { conversationId, clientId: newClientId(), body: 'Ya está', seenSeq: 9 });
  }
  return { conversationId };
}

describe('every end that people decide', () => {
  it('the agent ends it: not before the visitor was answered; the visitor says no and holds a ticket', async () => {
    expect(await marta.call('conversation:end', await aConversation())).toMatchObject({
      error: { code: 'unanswered' },
    });
    const own = await aConversation({ isAnswered: true });
    const { conversation } = await marta.ask('conversation:end', own);
    expect(conversation).toMatchObject({ state: 'ended', outcome: 'answered' });
    const answer = await lucia.ask('conversation:confirm', { ...own, isSolved: false });
    expect(answer.conversation).toMatchObject({
      outcome: 'ticketed',
      ticket: { reason: 'not_solved', status: 'open' },
    });
  });

  it('the visitor says yes, asks for a number, or needs it no more', async () => {
    const solved = await lucia.ask('conversation:confirm', {
      ...(await aConversation({ isAnswered: true })),
      isSolved: true,
    });
    expect(solved.conversation).toMatchObject({ outcome: 'answered' });
    const asked = await lucia.ask('ticket:ask', await aConversation());
    expect(asked.conversation).toMatchObject({ outcome: 'ticketed', ticket: { reason: 'visitor_asked' } });
    const withdrawn = await lucia.ask('conversation:withdraw', await aConversation());
    expect(withdrawn.conversation).toMatchObject({ outcome: 'withdrawn', isWritable: true });
  });

  it('the agent discards it with a reason and takes that back', async () => {
    const own = await aConversation();
    const { conversation } = await marta.ask('conversation:discard', { ...own, reason: 'spam' });
    expect(conversation).toMatchObject({ outcome: 'discarded', discardReason: 'spam', deadlineAt: 0 });
    expect((await marta.ask('conversation:restore', own)).conversation).toMatchObject({ state: 'queued', outcome: '' });
  });

  it('the agent hands it over, to members of the site only, and the visitor reads to whom', async () => {
    const own = await aConversation({ isAnswered: true });
    const stranger = app.deps.ids.next('agent');
    const refused = await marta.call('conversation:handOver', { ...own, toAgentId: stranger });
    expect(refused).toMatchObject({ error: { code: 'not_found' } });
    const toAgentId = app.deps.directory.agents().find((agent) => agent.name === 'Diego')?.id ?? stranger;
    await marta.ask('conversation:handOver', { ...own, toAgentId });
    const heard = await lucia.hears<Changed>(
      'conversation:changed',
      ({ conversation }) => conversation.id === own.conversationId && conversation.assignee?.name === 'Diego',
    );
    expect(heard.conversation.state).toBe('active');
  });

  it('a solved ticket opens again with the next word', async () => {
    const own = await aConversation();
    await lucia.ask('ticket:ask', own);
    const { conversation } = await marta.ask('conversation:end', own);
    expect(conversation.ticket).toMatchObject({ status: 'solved' });
    const sent = await lucia.ask('message:send', { ...own, clientId: newClientId(), body: 'Pues no' });
    expect(sent.conversation.ticket).toMatchObject({ status: 'open' });
  });

  it('the visitor rates an answer, changes it, and agents read it', async () => {
    const own = await aConversation({ isAnswered: true });
    await lucia.ask('conversation:rate', { ...own, rating: 'bad', comment: 'Tarde\ny mal' });
    const { conversation } = await lucia.ask('conversation:rate', { ...own, rating: 'good' });
    expect(conversation).toMatchObject({ rating: 'good', ratingComment: '' });
    const opened = await diego.ask('conversation:open', own);
    expect(opened.conversation).toMatchObject({ rating: 'good' });
    expect(await lucia.call('conversation:rate', { ...(await aConversation()), rating: 'good' })).toMatchObject({
      error: { code: 'unanswered' },
    });
  });

  it('[TK4] an agent makes a ticket wait, and opens a solved one again', async () => {
    const own = await aConversation();
    expect(await marta.call('ticket:setStatus', { ...own, status: 'pending' })).toMatchObject({
      error: { code: 'not_writable' },
    });
    await lucia.ask('ticket:ask', own);
    expect((await marta.ask('ticket:setStatus', { ...own, status: 'pending' })).ticket.status).toBe('pending');
    await marta.ask('ticket:setStatus', { ...own, status: 'solved' });
    const { ticket } = await diego.ask('ticket:setStatus', { ...own, status: 'open' });
    expect(ticket).toMatchObject({ status: 'open' });
    const { history } = await marta.ask('ticket:open', { number: ticket.number });
    expect(history.at(-1)).toMatchObject({ type: 'ticket.statusChanged', actor: { name: 'Diego' } });
  });

  it('agents read what the same person asked before, and nobody else’s', async () => {
    const nerea = await aVisitor(app);
    const before = (await startChat(nerea, '¿Cómo cambio la clave?')).conversation.id;
    await nerea.ask('conversation:withdraw', { conversationId: before });
    const now = (await startChat(nerea, '¿Y la del wifi?')).conversation.id;
    const { conversations } = await marta.ask('conversation:past', { conversationId: now });
    expect(conversations).toMatchObject([{ id: before, subject: '¿Cómo cambio la clave?', outcome: 'withdrawn' }]);
    nerea.close();
  });

  it('and none of it is a dead end', async () => {
    expect(Object.values(await marta.ask('health:noDeadEnd', {}))).toEqual([0, 0, 0, 0]);
  });
});
