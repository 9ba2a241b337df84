import type { ConversationSummary, VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { AgentEntry, Entry } from '@ventanilla/shared/entities/entry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aColleague,
  aVisitor,
  callHttp,
  newClientId,
  startChat,
  type TestAgent,
  theAdmin,
} from '../testing/clients.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

type EntryAdded = { conversationId: string; entry: Entry };
type AgentEntryAdded = { conversationId: string; entry: AgentEntry; position: number };
type Changed<T> = { conversation: T };

let app: RunningApp;
let marta: TestAgent;
let diego: TestAgent;

beforeAll(async () => {
  app = await startApp();
  marta = await theAdmin(app);
  diego = await aColleague(app, marta, 'Diego');
});
afterAll(async () => {
  for (const socket of [marta, diego]) socket?.close();
  await app?.close();
});

describe('from a first word to a numbered ticket', () => {
  it('written → stored, queued, seen live → taken, answered, noted', async () => {
    const lucia = await aVisitor(app);
    const { conversation } = await startChat(lucia, 'Hola, no tengo internet');
    expect(conversation).toMatchObject({ state: 'queued', lastSeq: 1, ticket: null, isWritable: true });
    const id = conversation.id;

    const seen = await marta.hears<Changed<ConversationSummary>>(
      'conversation:changed',
      (event) => event.conversation.id === id,
    );
    expect(seen.conversation).toMatchObject({
      state: 'queued',
      preview: 'Hola, no tengo internet',
      lastAuthorKind: 'visitor',
    });

    await marta.ask('conversation:take', { conversationId: id });
    const taken = await lucia.hears<EntryAdded>('entry:added', ({ entry }) => entry.system?.line === 'taken');
    expect(taken.entry).toMatchObject({ seq: 2, system: { line: 'taken', agentName: 'Marta Ruiz' } });

    const tooLate = await diego.call('conversation:take', { conversationId: id });
    expect(tooLate).toMatchObject({ ok: false, error: { code: 'taken', details: { name: 'Marta Ruiz' } } });

    await marta.ask('note:add', { conversationId: id, clientId: newClientId(), body: 'La ONT responde' });
    await marta.ask('message:reply', {
      conversationId: id,
      clientId: newClientId(),
      body: '¿El cable hace clic?',
      seenSeq: 3,
    });
    const answer = await lucia.hears<EntryAdded>('entry:added', ({ entry }) => entry.body === '¿El cable hace clic?');
    expect(answer.entry).toMatchObject({ seq: 3, authorName: 'Marta Ruiz', clientId: '' });
    const noted = await diego.hears<AgentEntryAdded>('entry:added', ({ entry }) => entry.kind === 'note');
    expect(noted.entry).toMatchObject({ seq: 3, publicSeq: 0 });
    const earlier = await diego.ask('entry:list', { conversationId: id, beforeSeq: 4 });
    expect(earlier.entries.map(({ seq, publicSeq }) => [seq, publicSeq])).toEqual([
      [1, 1],
      [2, 2],
      [3, 0],
    ]);
    expect(earlier.isSnapshot).toBe(false);

    const everything =
      JSON.stringify(lucia.heard) +
      JSON.stringify(await lucia.ask('conversation:sync', { conversationId: id, afterSeq: 0 }));
    expect(everything).not.toContain('La ONT responde');
    lucia.close();
  });

  it('nobody takes it in time → a ticket with number, group, reception and expected time, in both windows at once', async () => {
    const lucia = await aVisitor(app);
    const { conversation } = await startChat(lucia);
    const receivedAt = app.deps.clock.now();
    app.deps.clock.advance(179_000);
    expect(
      lucia.heard.some(
        ({ name, payload }) =>
          name === 'conversation:changed' && (payload as Changed<VisitorConversation>).conversation.ticket,
      ),
    ).toBe(false);
    const changed = await app.passTimeUntil(
      lucia.hears<Changed<VisitorConversation>>('conversation:changed', (event) => event.conversation.ticket !== null),
    );
    const ticket = changed.conversation.ticket;
    expect(ticket).toMatchObject({
      number: expect.stringMatching(/^VEN-\d{4}$/),
      reason: 'not_picked_up',
      isPerson: false,
      responsible: '',
      receivedAt,
      dueAt: receivedAt + 480 * 60_000,
    });
    const told = await marta.hears<{ ticket: { number: string } }>(
      'ticket:changed',
      (event) => event.ticket.number === ticket?.number,
    );
    expect(told.ticket).toMatchObject({ reason: 'not_picked_up', conversationId: conversation.id });

    const listed = await diego.ask('ticket:list', {});
    expect(listed.tickets.map((row) => row.number)).toContain(ticket?.number);
    const page = await diego.ask('ticket:open', { number: ticket?.number ?? '' });
    expect(page.history.map((event) => event.type)).toEqual([
      'conversation.started',
      'conversation.ended',
      'ticket.created',
    ]);
    expect(page.entries.map((entry) => entry.kind)).toEqual(['message', 'system']);
    lucia.close();
  });

  it('[TK3] the promise ends with an answer and begins again with the next word; history keeps both', async () => {
    const lucia = await aVisitor(app);
    const { conversation } = await startChat(lucia);
    const { id } = conversation;
    const { ticket } = await marta.ask('ticket:create', { conversationId: id });
    expect(ticket.dueAt).toBeGreaterThan(0);
    const answer = { conversationId: id, clientId: newClientId(), body: 'Ya está', seenSeq: 99 };
    await marta.ask('message:reply', answer);
    const own = async () => (await lucia.ask('conversation:list', {})).conversations[0]?.ticket?.dueAt;
    expect(await own()).toBe(0);
    app.deps.clock.advance(60_000);
    await lucia.ask('message:send', { conversationId: id, clientId: newClientId(), body: 'Sigue igual' });
    const again = app.deps.clock.now() + 480 * 60_000;
    expect(await own()).toBe(again);
    const { history } = await marta.ask('ticket:open', { number: ticket.number });
    const changes = history.filter(({ type }) => type === 'ticket.dueChanged');
    expect(changes.map(({ before, after, actor }) => [before.dueAt, after.dueAt, actor.kind])).toEqual([
      [ticket.dueAt, 0, 'agent'],
      [0, again, 'visitor'],
    ]);
    lucia.close();
  });

  it('[CV2] what the visitor adds goes to the ticket and is not queued again', async () => {
    const lucia = await aVisitor(app);
    const { conversation } = await startChat(lucia);
    const { ticket } = await marta.ask('ticket:create', { conversationId: conversation.id });
    const sent = await lucia.ask('message:send', {
      conversationId: conversation.id,
      clientId: newClientId(),
      body: 'Y otra cosa',
    });
    expect(sent.conversation).toMatchObject({ state: 'ended', outcome: 'ticketed', ticket: { number: ticket.number } });
    expect(await marta.call('ticket:create', { conversationId: conversation.id })).toMatchObject({
      error: { code: 'already_ticketed' },
    });
    lucia.close();
  });
});

describe('[DL1] sent again', () => {
  it('the same start gives the same conversation and message, the same message its first result, another body a conflict', async () => {
    const lucia = await aVisitor(app);
    const start = { startId: newClientId(), clientId: newClientId(), body: 'Hola' };
    const [first, again] = await Promise.all([
      lucia.ask('conversation:start', start),
      lucia.ask('conversation:start', start),
    ]);
    expect(again.entry).toEqual(first.entry);
    expect(again.conversation.id).toBe(first.conversation.id);

    const message = { conversationId: first.conversation.id, clientId: newClientId(), body: '¿Hola?' };
    const sent = await lucia.ask('message:send', message);
    const viaHttp = await callHttp(app, 'message:send', message, { token: lucia.token, site: app.siteKey });
    expect(viaHttp.body).toMatchObject({ ok: true, data: { entry: sent.entry } });
    expect(await lucia.call('message:send', { ...message, body: 'otra' })).toMatchObject({
      error: { code: 'conflict' },
    });
    const synced = await lucia.ask('conversation:sync', { conversationId: message.conversationId, afterSeq: 0 });
    expect(synced.entries.map((entry) => entry.body)).toEqual(['Hola', '¿Hola?']);
    lucia.close();
  });
});

describe('[PR3] not theirs', () => {
  it('another visitor, and an agent of another site, find nothing and hear nothing', async () => {
    const lucia = await aVisitor(app);
    const { conversation, entry } = await startChat(lucia, 'solo mío');
    const stranger = await aVisitor(app);
    const { site } = await marta.ask('site:create', {
      name: 'Otra tienda',
      origins: ['https://otra.example'],
      locale: 'en',
      accent: '#0f766e',
      position: 'end',
      timeZone: 'Europe/Madrid',
      openingHours: {},
      pickUpMs: 60_000,
      firstReplyMinutes: 60,
    });
    const outsider = await aColleague(app, marta, 'Olga', [site.id]);
    const id = conversation.id;
    const known = { conversationId: id, clientId: entry.clientId, body: 'solo mío' };
    const answers = [
      await stranger.call('conversation:sync', { conversationId: id, afterSeq: 0 }),
      await stranger.call('message:send', known),
      await stranger.call('message:read', { conversationId: id, seq: 1 }),
      await outsider.call('conversation:open', { conversationId: id }),
      await outsider.call('conversation:take', { conversationId: id }),
      await outsider.call('message:reply', { conversationId: id, clientId: newClientId(), body: 'x', seenSeq: 1 }),
      await outsider.call('ticket:create', { conversationId: id }),
    ];
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual(answers.map(() => 'not_found'));
    await lucia.ask('message:send', { conversationId: id, clientId: newClientId(), body: 'otra palabra mía' });
    expect(JSON.stringify([stranger.heard, outsider.heard])).not.toContain('mí');
    for (const socket of [lucia, stranger, outsider]) socket.close();
  });
});

it('sites made at once by one admin are all theirs', async () => {
  const site = {
    origins: ['https://tienda.example'],
    locale: 'es',
    accent: '#0f766e',
    position: 'end',
    timeZone: 'Europe/Madrid',
    openingHours: {},
    pickUpMs: 60_000,
    firstReplyMinutes: 60,
  } as const;
  const names = ['Uno', 'Dos', 'Tres'];
  const input = (name: string) => ({ ...site, origins: [...site.origins], name });
  await Promise.all(names.map((name) => marta.ask('site:create', input(name))));
  const { sites } = await marta.ask('session:open', {});
  expect(sites.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
});

it('[CV6] a colleague who replies to what has been answered meanwhile sees the newer reply first', async () => {
  const lucia = await aVisitor(app);
  const { conversation } = await startChat(lucia);
  const id = conversation.id;
  await marta.ask('conversation:take', { conversationId: id });
  await marta.ask('message:reply', { conversationId: id, clientId: newClientId(), body: 'Lo miro', seenSeq: 2 });
  const words = { conversationId: id, clientId: newClientId(), body: 'Yo también', seenSeq: 2 };
  const refused = await diego.call('message:reply', words);
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'conflict', details: { entries: [{ body: 'Lo miro', seq: 3 }] } },
  });
  expect((await diego.call('message:reply', { ...words, seenSeq: 3 })).ok).toBe(true);
  lucia.close();
});

it('[DL8] each side hears how far the other has read, in the stream of the visitor', async () => {
  const lucia = await aVisitor(app);
  const { conversation } = await startChat(lucia);
  const conversationId = conversation.id;
  await marta.ask('note:add', { conversationId, clientId: newClientId(), body: 'nota' });
  await marta.ask('message:reply', { conversationId, clientId: newClientId(), body: 'Hola', seenSeq: 2 });
  await marta.ask('entry:read', { conversationId, seq: 2 });
  await lucia.ask('message:read', { conversationId, seq: 99 });
  expect(await lucia.hears('conversation:read')).toEqual({ conversationId, agentReadSeq: 1, readSeq: 0 });
  // Their other pages know what need not be told any more.
  const own = await lucia.hears<{ readSeq: number }>('conversation:read', ({ readSeq }) => readSeq > 0);
  expect(own).toEqual({ conversationId, agentReadSeq: 1, readSeq: 2 });
  const heard = await diego.hears<{ conversationId: string }>(
    'conversation:read',
    (event) => event.conversationId === conversationId,
  );
  expect(heard).toEqual({ conversationId, visitorReadSeq: 2 });
  lucia.close();
});

describe('what once went wrong', () => {
  it('a known start id with new words was stored in an ended conversation: it is a further message', async () => {
    const lucia = await aVisitor(app);
    const startId = newClientId();
    const first = await lucia.ask('conversation:start', { startId, clientId: newClientId(), body: 'Hola' });
    const conversationId = first.conversation.id;
    await marta.ask('message:reply', { conversationId, clientId: newClientId(), body: 'Ya está', seenSeq: 1 });
    await marta.ask('conversation:end', { conversationId });
    const again = await lucia.ask('conversation:start', { startId, clientId: newClientId(), body: 'Pues no' });
    expect(again.conversation).toMatchObject({ id: conversationId, state: 'queued' });
    await marta.ask('ticket:create', { conversationId });
    const third = await lucia.ask('conversation:start', { startId, clientId: newClientId(), body: 'Sigue igual' });
    expect(third.conversation).toMatchObject({ id: conversationId, outcome: 'ticketed' });
    lucia.close();
  });

  it('[CV5] a note was heard as a change: nothing at all reaches the visitor', async () => {
    const lucia = await aVisitor(app);
    const { conversation } = await startChat(lucia);
    const conversationId = conversation.id;
    await marta.ask('conversation:take', { conversationId });
    await lucia.hears<EntryAdded>('entry:added', ({ entry }) => entry.system?.line === 'taken');
    const heardBefore = lucia.heard.length;
    await marta.ask('note:add', { conversationId, clientId: newClientId(), body: 'Ojo' });
    await lucia.ask('conversation:list', {});
    expect(lucia.heard.slice(heardBefore).map(({ name }) => name)).toEqual([]);
    lucia.close();
  });

  it("[CV6] a colleague's note was a conflict for an answer to a ticket", async () => {
    const lucia = await aVisitor(app);
    const { conversation } = await startChat(lucia);
    const conversationId = conversation.id;
    await marta.ask('ticket:create', { conversationId });
    await diego.ask('note:add', { conversationId, clientId: newClientId(), body: 'Lo he mirado' });
    const words = { conversationId, clientId: newClientId(), body: 'Mañana va alguien', seenSeq: 2 };
    expect((await marta.call('message:reply', words)).ok).toBe(true);
    lucia.close();
  });

  it("[TK2] a removed agent kept their tickets, and their site had nobody: the group's, and the remover's", async () => {
    const nora = await aColleague(app, marta, 'Nora');
    const lucia = await aVisitor(app);
    const { conversation } = await startChat(lucia);
    await nora.ask('conversation:take', { conversationId: conversation.id });
    const { ticket } = await nora.ask('ticket:create', { conversationId: conversation.id });
    expect(ticket.assignee?.name).toBe('Nora');
    const { agents } = await marta.ask('session:open', {});
    const row = agents.find(({ name }) => name === 'Nora');
    if (!row) throw new Error('Nora is not there');
    const alone = await app.deps.store.sites.create(
      { ...anySite(), id: app.deps.ids.next('site'), key: app.deps.ids.siteKey() },
      { id: app.deps.ids.next('group'), name: 'Equipo' },
      [row.id],
      [],
    );
    await Promise.all([app.deps.directory.reloadSites(), app.deps.directory.reloadAgents()]);
    await marta.ask('agent:remove', { agentId: row.id, version: row.version });
    const changed = await lucia.hears<Changed<VisitorConversation>>(
      'conversation:changed',
      (event) => event.conversation.ticket?.responsible === '',
    );
    expect(changed.conversation.ticket).toMatchObject({ number: ticket.number, isPerson: false });
    const { sites } = await marta.ask('session:open', {});
    expect(sites.map(({ id }) => id)).toContain(alone.id);
    lucia.close();
  });
});

function anySite() {
  const [site] = app.deps.directory.sites();
  if (!site) throw new Error('no site');
  const { version: _version, ...rest } = site;
  return rest;
}

it('health: no dead end is left by all of this', async () => {
  expect(await marta.ask('health:noDeadEnd', {})).toEqual({
    overdueDeadlines: 0,
    endedWithoutOutcome: 0,
    ticketedWithoutTicket: 0,
    twoOpenTickets: 0,
  });
  const viaHttp = await callHttp(app, 'health:noDeadEnd', {}, { cookie: marta.cookie });
  expect(viaHttp.status).toBe(200);
});

it('no word of a person and no secret is in the log', async () => {
  const log = app.logged.join('\n');
  for (const secret of ['no tengo internet', marta.cookie, app.setupSecret, 'alameda.example'])
    expect(log).not.toContain(secret);
});
