import { afterAll, beforeAll, expect, it } from 'vitest';
import { aColleague, aVisitor, startChat, type TestAgent, type TestVisitor, theAdmin } from '../testing/clients.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

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

async function aTicket() {
  const conversationId = (await startChat(lucia)).conversation.id;
  const { ticket } = await marta.ask('ticket:create', { conversationId });
  return { conversationId, number: ticket.number, version: ticket.version };
}

it('[TK5] a ticket begins as a question of normal priority; its type, levels and override are changed, heard and told', async () => {
  const { number, ...own } = await aTicket();
  const first = await marta.ask('ticket:triage', { ...own, type: 'incident', urgency: 'high' });
  expect(first.ticket).toMatchObject({ type: 'incident', urgency: 'high', impact: 'normal', priority: 'high' });
  const heard = await diego.hears<{ ticket: { number: string; priority: string } }>(
    'ticket:changed',
    ({ ticket }) => ticket.number === number && ticket.priority === 'high',
  );
  expect(heard.ticket).toEqual(first.ticket);

  const why = { priority: 'urgent', priorityReason: '  Es un centro de salud ' } as const;
  const overridden = await diego.ask('ticket:triage', { ...own, version: first.ticket.version, ...why });
  expect(overridden.ticket).toMatchObject({ priority: 'urgent', priorityReason: 'Es un centro de salud' });
  const back = await marta.ask('ticket:triage', { ...own, version: overridden.ticket.version, priority: 'matrix' });
  expect(back.ticket).toMatchObject({ priority: 'high', priorityReason: '' });

  const { ticket, history } = await marta.ask('ticket:open', { number });
  expect(ticket).toEqual(back.ticket);
  expect(history.slice(-4)).toMatchObject([
    { type: 'ticket.typeChanged', actor: { name: 'Marta Ruiz' }, before: { type: 'question' } },
    { type: 'ticket.evaluated', after: { urgency: 'high', impact: 'normal', priority: 'high' } },
    { type: 'ticket.priorityChanged', actor: { name: 'Diego' }, after: { priorityReason: 'Es un centro de salud' } },
    { type: 'ticket.priorityChanged', after: { priority: 'high', priorityReason: '' } },
  ]);
});

it('a change that is refused says why, and nothing of it is done', async () => {
  const { number, ...own } = await aTicket();
  const refused = async (input: object) => {
    const answers = await Promise.all([marta, diego].map((agent) => agent.call('ticket:triage', input as never)));
    return answers.map((answer) => ('error' in answer ? answer.error : null));
  };
  for (const [input, field] of [
    [{ ...own, type: 'gossip' }, 'type'],
    [{ ...own, urgency: 'urgent' }, 'urgency'],
    [{ ...own, priority: 'enormous', priorityReason: 'x' }, 'priority'],
    [{ ...own, type: 'incident', priority: 'urgent' }, 'priorityReason'],
    [{ ...own, type: 'incident', priority: 'urgent', priorityReason: ' \u200b ' }, 'priorityReason'],
  ] as const) {
    for (const error of await refused(input)) expect(error).toMatchObject({ code: 'invalid', details: { field } });
  }
  const long = await refused({ ...own, priority: 'urgent', priorityReason: 'x'.repeat(201) });
  for (const error of long) expect(error).toMatchObject({ code: 'too_large', details: { field: 'priorityReason' } });
  const stale = await refused({ ...own, version: own.version + 5, type: 'incident' });
  for (const error of stale) {
    expect(error).toMatchObject({ code: 'conflict', details: { version: own.version } });
    expect(error?.message).not.toBe('');
  }
  const { ticket } = await marta.ask('ticket:open', { number });
  expect(ticket).toMatchObject({ type: 'question', priority: 'normal', version: own.version });
});

it('of two who change the same state one is told that it has changed', async () => {
  const { number: _, ...own } = await aTicket();
  const answers = await Promise.all([
    marta.call('ticket:triage', { ...own, urgency: 'high' }),
    diego.call('ticket:triage', { ...own, urgency: 'low' }),
  ]);
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
});

it('the list is asked by type and priority, and goes by priority over pages', async () => {
  const kinds = ['low', 'urgent', 'normal', 'high'] as const;
  const numbers: Record<string, string> = {};
  for (const priority of kinds) {
    const { number, ...own } = await aTicket();
    await marta.ask('ticket:triage', { ...own, type: 'problem', priority, priorityReason: 'Prueba' });
    numbers[priority] = number;
  }
  const ask = async (part: object) =>
    (await marta.ask('ticket:list', { type: 'problem', ...part })).tickets.map(({ number }) => number);
  expect(await ask({ order: 'priority' })).toEqual(
    ['urgent', 'high', 'normal', 'low'].map((priority) => numbers[priority]),
  );
  expect((await ask({})).sort()).toEqual(Object.values(numbers).sort());
  expect(await ask({ priority: 'urgent' })).toEqual([numbers['urgent']]);
  const place = { order: 'priority', after: `3.${Date.now() + 1e9}.${app.deps.ids.next('ticket')}` } as const;
  expect(await ask(place)).toEqual(['high', 'normal', 'low'].map((priority) => numbers[priority]));
  for (const after of ['9.1.tkt_x', place.after.slice(2), '3.']) {
    expect(await marta.call('ticket:list', { order: 'priority', after })).toMatchObject({ error: { code: 'invalid' } });
  }
});
