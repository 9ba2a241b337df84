import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import type { AgentEntry, Entry } from '@ventanilla/shared/entities/entry';
import type { ConversationId } from '@ventanilla/shared/ids';
import { limits } from '@ventanilla/shared/limits';
import { changeConversation, emptyInbox, openInbox } from '@ventanilla/shared/state/inbox';
import { rowsOf } from '@ventanilla/shared/state/rows';
import { emptyThread, hasGap, hear, join, lastSeq, type Thread } from '@ventanilla/shared/state/thread';
import {
  changeTicket,
  emptyTicketList,
  everyTicket,
  firstPage,
  freshTickets,
} from '@ventanilla/shared/state/ticket-list';
import type { AgentEvents } from '@ventanilla/shared/wire/agent';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { starting, aVisitor as storedVisitor } from '../storage/contract/rows-for-tests.ts';
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
let lucia: TestVisitor;
let ids: ConversationId[];

beforeAll(async () => {
  app = await startApp();
  marta = await theAdmin(app);
  lucia = await aVisitor(app);
  ids = [];
  for (let n = 0; n < 3; n++) ids.push((await startChat(lucia)).conversation.id);
});
afterAll(async () => {
  lucia?.close();
  marta?.close();
  await app?.close();
});

type Payload<N extends keyof AgentEvents> = Parameters<AgentEvents[N]>[0];
type Heard = TestAgent['heard'][number];

/** A dashboard and the visitor's page as state: the shared reducers, fed with what the real server says. */
function aClient() {
  let inbox = emptyInbox;
  let list = emptyTicketList;
  const agents = new Map<ConversationId, Thread<AgentEntry>>();
  const visitors = new Map<ConversationId, Thread<Entry>>();

  function hearEvent({ name, payload }: Heard): void {
    if (name === 'entry:added') {
      const { conversationId: id, entry } = payload as Payload<'entry:added'>;
      agents.set(id, join(agents.get(id) ?? emptyThread, [entry]));
    } else if (name === 'conversation:changed') {
      const { conversation, position } = payload as Payload<'conversation:changed'>;
      inbox = changeConversation(inbox, conversation, position);
      agents.set(conversation.id, hear(agents.get(conversation.id) ?? emptyThread, conversation.lastSeq));
    } else if (name === 'ticket:changed') {
      const { ticket, position } = payload as Payload<'ticket:changed'>;
      list = changeTicket(list, ticket, position);
    }
  }

  function hearAsVisitor({ name, payload }: Heard): void {
    if (name !== 'entry:added') return;
    const { conversationId: id, entry } = payload as { conversationId: ConversationId; entry: Entry };
    visitors.set(id, join(visitors.get(id) ?? emptyThread, [entry]));
  }

  return {
    hear: (agentHeard: Heard[], visitorHeard: Heard[]) => {
      agentHeard.forEach(hearEvent);
      visitorHeard.forEach(hearAsVisitor);
    },
    async catchUp(): Promise<void> {
      const answer = await marta.ask('inbox:open', { afterPosition: inbox.rows.position });
      inbox = openInbox(inbox, answer);
      for (const { ticket } of answer.conversations) if (ticket) list = changeTicket(list, ticket, answer.position);
      if (answer.isSnapshot || !list.shown) list = firstPage(list, await marta.ask('ticket:list', {}));
      for (const id of ids) {
        const ofAgents = agents.get(id) ?? emptyThread;
        const { entries, isSnapshot } = await marta.ask('conversation:open', {
          conversationId: id,
          afterSeq: lastSeq(ofAgents),
        });
        agents.set(id, join(ofAgents, entries, isSnapshot));
        const ofVisitor = visitors.get(id) ?? emptyThread;
        const synced = await lucia.ask('conversation:sync', { conversationId: id, afterSeq: lastSeq(ofVisitor) });
        visitors.set(id, join(ofVisitor, synced.entries, synced.isSnapshot));
      }
    },
    sees: () => ({
      conversations: rowsOf(inbox.rows)
        .filter(isAtWork)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      tickets: freshTickets(list, everyTicket, ''),
      threads: ids.map((id) => [agents.get(id)?.entries, visitors.get(id)?.entries]),
      hasGaps: [...agents.values(), ...visitors.values()].some(hasGap),
    }),
  };
}

const isAtWork = ({ state, ticket }: ConversationSummary) =>
  state !== 'ended' || (ticket !== null && ticket.status !== 'closed');

const acts = {
  ask: (conversationId: ConversationId) =>
    lucia.call('message:send', { conversationId, clientId: newClientId(), body: '¿Y ahora?' }),
  read: (conversationId: ConversationId) => lucia.call('message:read', { conversationId, seq: 99 }),
  confirm: (conversationId: ConversationId) => lucia.call('conversation:confirm', { conversationId, isSolved: false }),
  wantTicket: (conversationId: ConversationId) => lucia.call('ticket:ask', { conversationId }),
  take: (conversationId: ConversationId) => marta.call('conversation:take', { conversationId }),
  reply: (conversationId: ConversationId) =>
    marta.call('message:reply', { conversationId, clientId: newClientId(), body: 'Miro la línea.', seenSeq: 9_999 }),
  note: (conversationId: ConversationId) =>
    marta.call('note:add', { conversationId, clientId: newClientId(), body: 'Falta la central.' }),
  end: (conversationId: ConversationId) => marta.call('conversation:end', { conversationId }),
  discard: (conversationId: ConversationId) => marta.call('conversation:discard', { conversationId, reason: 'test' }),
  restore: (conversationId: ConversationId) => marta.call('conversation:restore', { conversationId }),
  makeTicket: (conversationId: ConversationId) => marta.call('ticket:create', { conversationId }),
  pend: (conversationId: ConversationId) => marta.call('ticket:setStatus', { conversationId, status: 'pending' }),
  solve: (conversationId: ConversationId) => marta.call('ticket:setStatus', { conversationId, status: 'solved' }),
};
const act = fc.record({
  name: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
  talk: fc.nat(2),
});

it('[DL4] [DL9] an earlier state, real events in part, twice and again, and real catching up = a fresh snapshot', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 4, maxLength: 14 }),
      fc.nat(100),
      fc.nat(100),
      fc.nat(100),
      async (steps, snapshotAt, from, until) => {
        const client = aClient();
        for (const [index, { name, talk }] of steps.entries()) {
          if (index === snapshotAt % steps.length) await client.catchUp();
          app.deps.clock.advance(7);
          await acts[name](ids[talk]!);
        }
        const part = (heard: Heard[]) => heard.slice(from % heard.length).slice(0, until);
        client.hear(part(marta.heard), part(lucia.heard));
        client.hear(part(marta.heard), part(lucia.heard));
        await client.catchUp();
        const fresh = aClient();
        await fresh.catchUp();
        expect(client.sees()).toEqual(fresh.sees());
        client.hear(marta.heard, lucia.heard);
        expect(client.sees()).toEqual(fresh.sees());
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
}, 60_000);

it('[DL9] tells what changed since a position, and a snapshot where that says it better', async () => {
  const { position } = await marta.ask('inbox:open', {});
  const same = await marta.ask('inbox:open', { afterPosition: position });
  expect(same).toEqual({ conversations: [], position, isSnapshot: false, isTruncated: false });

  const { conversation } = await startChat(lucia);
  const changed = await marta.ask('inbox:open', { afterPosition: position });
  expect(changed.conversations.map(({ id }) => id)).toEqual([conversation.id]);
  expect(changed).toMatchObject({ isSnapshot: false });
  expect((await marta.ask('inbox:open', { afterPosition: changed.position + 1_000 })).isSnapshot).toBe(true);

  const colleague = await aColleague(app, marta, 'Diego');
  expect((await colleague.ask('inbox:open', { afterPosition: changed.position })).isSnapshot).toBe(false);
  colleague.close();
});

it('asks the store the same number of times, however much has changed', async () => {
  const { position } = await marta.ask('inbox:open', {});
  const count = async (changes: number): Promise<number> => {
    for (let n = 0; n < changes; n++) await startChat(lucia);
    return countingQueries(() => marta.ask('inbox:open', { afterPosition: position }));
  };
  expect(await count(1)).toBe(await count(9));
});

it('says that there is more at work than an answer holds', async () => {
  expect(limits.inboxRows).toBeGreaterThanOrEqual(500);
  const { clock, store, directory } = app.deps;
  const visitor = await storedVisitor(store, directory.sites()[0]!);
  const pickUp = { deadlineAt: clock.now() + 3_600_000 };
  const many = Array.from({ length: limits.inboxRows }, (_, n) => starting(visitor, `espera ${n}`, pickUp));
  const before = (await marta.ask('inbox:open', {})).conversations;
  await store.appendEntries(many.slice(before.length));
  const full = await marta.ask('inbox:open', {});
  expect(full).toMatchObject({ isTruncated: false, isSnapshot: true });
  expect(full.conversations).toHaveLength(limits.inboxRows);

  await startChat(lucia);
  const answer = await marta.ask('inbox:open', {});
  expect(answer).toMatchObject({ isTruncated: true, isSnapshot: true });
  expect(answer.conversations).toHaveLength(limits.inboxRows);
});

/** Calls of the store's own queries while `run` runs. */
async function countingQueries(run: () => Promise<unknown>): Promise<number> {
  let calls = 0;
  const restore: (() => void)[] = [];
  for (const noun of ['conversations', 'tickets', 'entries', 'events'] as const) {
    const queries = app.deps.store[noun] as unknown as Record<string, (...args: unknown[]) => unknown>;
    for (const [name, query] of Object.entries(queries)) {
      queries[name] = (...args) => {
        calls += 1;
        return query(...args);
      };
      restore.push(() => {
        queries[name] = query;
      });
    }
  }
  await run();
  for (const put of restore) put();
  return calls;
}
