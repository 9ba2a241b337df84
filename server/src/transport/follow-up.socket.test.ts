import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import { followUpStartId } from '@ventanilla/shared/follow-up';
import type { ConversationId } from '@ventanilla/shared/ids';
import { limits } from '@ventanilla/shared/limits';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeSolved } from '../actions/ticket/close-solved.ts';
import { makeTicketLink } from '../actions/ticket-link/make-ticket-link.ts';
import { startTicketClose } from '../jobs/ticket-close.ts';
import {
  aColleague,
  aVisitor,
  callHttp,
  newClientId,
  startChat,
  type TestAgent,
  type TestVisitor,
  theAdmin,
} from '../testing/clients.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

let app: RunningApp;
let marta: TestAgent;
let lucia: TestVisitor;

beforeEach(async () => {
  app = await startApp();
  marta = await theAdmin(app);
  lucia = await aVisitor(app);
});
afterEach(async () => {
  for (const socket of [marta, lucia]) socket.close();
  await app.close();
});

type Changed = { conversation: VisitorConversation };
const hasStatus = (id: ConversationId, status: string) => (event: Changed) =>
  event.conversation.id === id && event.conversation.ticket?.status === status;

async function aSolvedTicket(by = marta): Promise<{ id: ConversationId; number: string }> {
  const { conversation } = await startChat(lucia);
  const { id } = conversation;
  await by.ask('conversation:take', { conversationId: id });
  const { ticket } = await by.ask('ticket:create', { conversationId: id });
  await by.ask('ticket:setStatus', { conversationId: id, status: 'solved' });
  return { id, number: ticket.number };
}

/** Everybody has heard of it. */
async function aClosedTicket(by = marta): Promise<{ id: ConversationId; number: string }> {
  const made = await aSolvedTicket(by);
  app.deps.clock.advance(limits.closeAfterMs);
  await closeSolved(app.deps);
  await lucia.hears<Changed>('conversation:changed', hasStatus(made.id, 'closed'));
  return made;
}

const say = (conversationId: ConversationId, body: string, clientId = newClientId()) => ({
  conversationId,
  clientId,
  body,
});
const spoken = async (conversationId: ConversationId) => {
  const { entries } = await lucia.ask('conversation:sync', { conversationId, afterSeq: 0 });
  return entries.filter(({ kind }) => kind === 'message').map(({ body }) => body);
};

describe('[TK4] a solved ticket', () => {
  it('closes by itself, by the machine, and stays to be seen', async () => {
    const { id, number } = await aSolvedTicket();
    app.deps.clock.advance(limits.closeAfterMs);
    await app.passTimeUntil(lucia.hears<Changed>('conversation:changed', hasStatus(id, 'closed')), 60_000);
    const { conversations } = await lucia.ask('conversation:list', {});
    expect(conversations).toMatchObject([{ id, isWritable: false, ticket: { number, status: 'closed' } }]);
    const page = await marta.ask('ticket:open', { number });
    expect(page).toMatchObject({ ticket: { status: 'closed', dueAt: 0 }, followUp: '' });
    expect(page.conversation.ticket).toMatchObject({ number, status: 'closed' });
    expect(page.history.at(-1)).toMatchObject({
      type: 'ticket.statusChanged',
      actor: { kind: 'system' },
      before: { status: 'solved' },
      after: { status: 'closed' },
    });
    const { tickets } = await marta.ask('ticket:list', { status: 'closed' });
    expect(tickets.map((row) => row.number)).toEqual([number]);
    const { conversations: inbox } = await marta.ask('inbox:open', {});
    expect(inbox.map((row) => row.id)).not.toContain(id);
  });

  it('does not close when a word has come in time, nor before its time', async () => {
    const { id } = await aSolvedTicket();
    app.deps.clock.advance(limits.closeAfterMs - 60_000);
    expect(await closeSolved(app.deps)).toBe(0);
    const { conversation } = await lucia.ask('message:send', say(id, 'Aún no va'));
    expect(conversation).toMatchObject({ id, ticket: { status: 'open' } });
    app.deps.clock.advance(limits.closeAfterMs);
    expect(await closeSolved(app.deps)).toBe(0);
  });

  it('is closed once, however many jobs come to it, and by the first one after a restart', async () => {
    const made = [await aSolvedTicket(), await aSolvedTicket(), await aSolvedTicket()];
    const later = app.deps.clock.now() + limits.closeAfterMs;
    const deps = { ...app.deps, clock: { ...app.deps.clock, now: () => later } };
    const jobs = [startTicketClose(deps), startTicketClose(deps)];
    await Promise.all(jobs.map((job) => job.close()));
    expect(await closeSolved(deps)).toBe(0);
    for (const { id } of made) {
      const ticket = await app.deps.store.tickets.ofConversation(id);
      expect(ticket?.status).toBe('closed');
      const events = await app.deps.store.events.ofSubject('ticket', ticket?.id ?? '', 50);
      expect(events.filter(({ after }) => after.status === 'closed')).toHaveLength(1);
    }
  });
});

describe('[TK1] [TK4] follow_up: what is written after it was closed', () => {
  it('is a new conversation and its ticket, linked both ways, of whoever had it', async () => {
    const { id, number } = await aClosedTicket();
    const { conversation, entry } = await lucia.ask('message:send', say(id, 'Ha vuelto a pasar'));
    expect(conversation.id).not.toBe(id);
    expect(conversation).toMatchObject({
      isWritable: true,
      subject: 'Ha vuelto a pasar',
      ticket: { reason: 'follow_up', status: 'open', follows: number, responsible: 'Marta Ruiz' },
    });
    expect(entry).toMatchObject({ seq: 1, body: 'Ha vuelto a pasar' });
    const next = conversation.ticket?.number ?? '';
    const told = await marta.hears<{ ticket: { number: string; follows: string } }>(
      'ticket:changed',
      ({ ticket }) => ticket.number === next,
    );
    expect(told.ticket.follows).toBe(number);

    const [older, newer] = [
      await marta.ask('ticket:open', { number }),
      await marta.ask('ticket:open', { number: next }),
    ];
    expect([older.ticket.follows, older.followUp]).toEqual(['', next]);
    expect([newer.ticket.follows, newer.followUp]).toEqual([number, '']);
    const digits = (text: string) => Number(text.split('-')[1]);
    expect(older.history.at(-1)).toMatchObject({
      type: 'ticket.linked',
      actor: { kind: 'visitor' },
      after: { link: 'related', number: digits(next), isFollowUp: false },
    });
    expect(newer.history.at(-1)).toMatchObject({
      type: 'ticket.linked',
      after: { link: 'related', number: digits(number), isFollowUp: true },
    });
    expect(older.ticket.version).toBe((await marta.ask('ticket:open', { number })).ticket.version);
    expect(await spoken(id)).not.toContain('Ha vuelto a pasar');
  });

  it('[DL1] is stored once, however many wait, from two windows and by both ways, sent again and again', async () => {
    const { id } = await aClosedTicket();
    const startId = followUpStartId(id);
    const waiting = ['uno', 'dos', 'tres'].map((body) => say(id, body));
    const begun = { startId, clientId: newClientId(), body: 'cuatro' };
    const answers = await Promise.all([
      ...waiting.map((said) => lucia.ask('message:send', said)),
      lucia.ask('conversation:start', begun),
      ...waiting.map((said) => callHttp(app, 'message:send', said, { site: app.siteKey, token: lucia.token })),
    ]);
    const ids = answers.map((answer) => {
      if ('conversation' in answer) return answer.conversation.id;
      if (!answer.body.ok) throw new Error(answer.body.error.code);
      return answer.body.data.conversation.id;
    });
    for (const said of waiting) ids.push((await lucia.ask('message:send', said)).conversation.id);
    ids.push((await lucia.ask('conversation:start', begun)).conversation.id);
    expect(new Set(ids).size).toBe(1);
    const [next] = ids as [ConversationId];
    expect((await spoken(next)).toSorted()).toEqual(['cuatro', 'dos', 'tres', 'uno']);
    expect((await lucia.ask('conversation:list', {})).conversations).toHaveLength(2);
    expect((await marta.ask('ticket:list', {})).tickets).toHaveLength(2);
  });

  it('[DL1] what was stored before it was closed is found where it is', async () => {
    const { id } = await aSolvedTicket();
    const said = say(id, 'Gracias');
    await lucia.ask('message:send', said);
    await marta.ask('ticket:setStatus', { conversationId: id, status: 'solved' });
    app.deps.clock.advance(limits.closeAfterMs);
    expect(await closeSolved(app.deps)).toBe(1);
    expect((await lucia.ask('message:send', said)).conversation.id).toBe(id);
    expect((await lucia.ask('conversation:list', {})).conversations).toHaveLength(1);
  });

  it('goes on from the last one when the follow-up is closed as well', async () => {
    const { id } = await aClosedTicket();
    const { conversation: second } = await lucia.ask('message:send', say(id, 'Otra vez'));
    await marta.ask('ticket:setStatus', { conversationId: second.id, status: 'solved' });
    app.deps.clock.advance(limits.closeAfterMs);
    expect(await closeSolved(app.deps)).toBe(1);
    const { conversation: third } = await lucia.ask('message:send', say(id, 'Y otra'));
    expect(third.ticket?.follows).toBe(second.ticket?.number);
    expect((await lucia.ask('message:send', say(second.id, 'Y otra más'))).conversation.id).toBe(third.id);
  });

  it('is the team\u2019s when whoever had it is no longer there', async () => {
    const diego = await aColleague(app, marta, 'Diego');
    const { id } = await aClosedTicket(diego);
    const { agents } = await marta.ask('session:open', {});
    const gone = agents.find(({ name }) => name === 'Diego');
    if (!gone) throw new Error('Diego is not there');
    await marta.ask('agent:remove', { agentId: gone.id, version: gone.version });
    diego.close();
    const { conversation } = await lucia.ask('message:send', say(id, 'Hola otra vez'));
    expect(conversation.ticket).toMatchObject({ status: 'new', isPerson: false });
  });

  it('is nobody else\u2019s to begin: another visitor\u2019s id tells nothing [PR3]', async () => {
    const { id, number } = await aClosedTicket();
    const stranger = await aVisitor(app);
    expect(await stranger.call('message:send', say(id, 'Soy otra'))).toMatchObject({ error: { code: 'not_found' } });
    const { conversation } = await stranger.ask('conversation:start', {
      startId: followUpStartId(id),
      clientId: newClientId(),
      body: 'Soy otra',
    });
    expect(conversation.ticket?.follows ?? '').toBe('');
    expect((await marta.ask('ticket:open', { number })).followUp).toBe('');
    stranger.close();
  });

  it('through a ticket\u2019s link as well, which still opens the closed one alone', async () => {
    const { id, number } = await aClosedTicket();
    const ticket = await app.deps.store.tickets.ofConversation(id);
    if (!ticket) throw new Error('the ticket is gone');
    await app.deps.store.appendEntries([addressOf(id)]);
    const link = await makeTicketLink(app.deps, {
      ticketId: ticket.id,
      conversationId: id,
      addressFolded: 'l@x.example',
    });
    const secret = link.split('#')[1] ?? '';
    const said = { secret, clientId: newClientId(), body: 'Desde el correo' };
    const first = await callHttp(app, 'ticketLink:send', said);
    const again = await callHttp(app, 'ticketLink:send', said);
    if (!first.body.ok || !again.body.ok) throw new Error('not sent');
    expect(again.body.data.conversation.id).toBe(first.body.data.conversation.id);
    expect(first.body.data.conversation).toMatchObject({ address: null, ticket: { follows: number } });
    const opened = await callHttp(app, 'ticketLink:open', { secret });
    if (!opened.body.ok) throw new Error('not opened');
    expect(opened.body.data.ticket).toMatchObject({ number, status: 'closed' });
    expect(opened.body.data.entries.map(({ body }) => body)).not.toContain('Desde el correo');
    const next = first.body.data.conversation.id;
    expect(await app.deps.store.conversations.byId(next)).toMatchObject({ address: 'l@x.example' });
  });
});

describe('[TK4] [TK8] a closed ticket', () => {
  it('takes no act of an agent but a note', async () => {
    const { id, number } = await aClosedTicket();
    const refused = { ok: false, error: { code: 'not_writable' } };
    const target = { conversationId: id };
    expect(await marta.call('ticket:setStatus', { ...target, status: 'open' })).toMatchObject(refused);
    expect(await marta.call('message:reply', { ...say(id, 'Hola'), seenSeq: 99 })).toMatchObject(refused);
    expect(await marta.call('conversation:end', target)).toMatchObject(refused);
    const { ticket } = await marta.ask('ticket:open', { number });
    await marta.ask('note:add', say(id, 'Era la fuente'));
    expect((await marta.ask('ticket:open', { number })).ticket.version).toBe(ticket.version);
  });
});

/** As `address:give` leaves it, which needs a mail server. */
function addressOf(conversationId: ConversationId) {
  return {
    conversationId,
    clientId: '',
    fingerprint: { kind: 'system', authorKind: 'system', authorId: '', body: '' } as const,
    decide: () => ({ ok: true, entries: [], patch: { address: 'l@x.example' }, events: [] }) as const,
  };
}
