import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { carrying, readyFile } from '../contract/files-contract.ts';
import { type OpenedStore, type Place, postgresPlaces } from '../contract/harness-for-tests.ts';
import {
  aConversation,
  aSite,
  aVisitor,
  changing,
  converting,
  idOf,
  newAgent,
  newEvent,
  newTicket,
  saying,
  start,
  starting,
} from '../contract/rows-for-tests.ts';
import type { AppendItem } from '../store.ts';

let place: Place;
let stores: OpenedStore[];

beforeEach(async () => {
  place = await postgresPlaces(inject('postgresUrl'))();
  // All at once, so that the migrations race too.
  stores = await Promise.all([place.open(), place.open(), place.open()]);
});
afterEach(async () => {
  for (const store of stores) await store.close();
  await place.remove();
});

const of = (i: number) => stores[i % stores.length]!;

test('[DL1] one conversation started through several processes at once is one, and one process is told so', async () => {
  const site = await aSite(of(0));
  for (let round = 0; round < 10; round++) {
    const visitors = [await aVisitor(of(0), site), await aVisitor(of(1), site)];
    const items = visitors.map((visitor) => starting(visitor));
    const results = await Promise.all(
      stores.map((store, i) => {
        // Each names a row of its own, in another order: they must neither double nor wait for each other.
        const own = items.map((item) => {
          const id = idOf('conversation');
          return { ...item, conversationId: id, start: { ...item.start!, id } };
        });
        return store.appendEntries(i % 2 ? own.reverse() : own);
      }),
    );
    const statuses = results
      .flat()
      .map((result) => result.status)
      .sort();
    expect(statuses).toEqual(['duplicate', 'duplicate', 'duplicate', 'duplicate', 'stored', 'stored']);
    for (const visitor of visitors) expect(await of(2).conversations.listForVisitor(visitor.id, 5)).toHaveLength(1);
  }
});

test('[DL6] a file that several processes want at once goes with one message', async () => {
  const site = await aSite(of(0));
  for (let round = 0; round < 10; round++) {
    const files = [await readyFile(of(0), site), await readyFile(of(1), site)];
    const conversations = await Promise.all(stores.map((store) => aConversation(store, site)));
    const items = conversations.map(({ id }, i) => carrying(saying(id, ''), i % 2 ? [...files].reverse() : files));
    const sweep = of(round).files.expire(0, 10);
    const results = await Promise.all(stores.map((store, i) => store.appendEntries([items[i]!])));
    expect(await sweep).toEqual([]);
    expect(
      results
        .flat()
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['refused', 'refused', 'stored']);
  }
});

test('[DL2] [DL9] words through several processes: no gap in seq, no gap and no repetition in position', async () => {
  const site = await aSite(of(0));
  const conversations = await Promise.all(Array.from({ length: 4 }, (_, i) => aConversation(of(i), site)));
  const withEvent = (i: number) =>
    saying(conversations[i % 4]!.id, `${i}`, {}, (head) => ({
      patch: { context: { count: Number(head.context['count'] ?? 0) + 1 } },
      events: [newEvent({ siteId: site.id, subjectId: head.id })],
    }));
  const items = Array.from({ length: 300 }, (_, i) => withEvent(i));
  await Promise.all(items.map((item, i) => of(i).appendEntries([item])));
  for (const { id } of conversations) {
    expect(await of(0).conversations.byId(id)).toMatchObject({ lastSeq: 76, context: { count: 75 } });
    const seqs = (await of(1).entries.after(id, 0, 100)).map((entry) => entry.seq);
    expect(seqs).toEqual(Array.from({ length: 76 }, (_, i) => i + 1));
  }
  const entries = await of(0).entries.afterPosition([site.id], 0, 1000);
  const events = await of(0).events.afterPosition([site.id], 0, 1000);
  const positions = [...entries, ...events].map((row) => row.position).sort((a, b) => a - b);
  expect(positions).toEqual(Array.from({ length: 604 }, (_, i) => i + 1));
  const byConversation = new Map<string, number>();
  for (const entry of entries) {
    expect(entry.seq).toBe((byConversation.get(entry.conversationId) ?? 0) + 1);
    byConversation.set(entry.conversationId, entry.seq);
  }
});

test('[DL9] processes that place at the same moment give every row one position', async () => {
  const site = await aSite(of(0));
  const talk = async (store: OpenedStore) => {
    const conversation = await aConversation(store, site);
    const told: number[] = [];
    for (let i = 0; i < 60; i++) {
      const [result] = await store.appendEntries([saying(conversation.id, `${i}`)]);
      if (result?.status === 'stored') told.push(...result.entries.map((entry) => entry.position));
    }
    return told;
  };
  const told = (await Promise.all([...stores, ...stores].map(talk))).flat();
  const placed = (await of(0).entries.afterPosition([site.id], 0, 1000)).map((entry) => entry.position);
  expect(placed).toEqual(Array.from({ length: 366 }, (_, i) => i + 1));
  expect(new Set(told).size).toBe(360);
  expect(told.every((position) => placed.includes(position))).toBe(true);
});

test('[TK4] a solved ticket is closed by one of several processes, or opened by a word, and never both', async () => {
  const site = await aSite(of(0));
  const onlySolved = (item: AppendItem): AppendItem => ({
    ...item,
    decide: (head, files) =>
      head.ticket?.status === 'solved' ? item.decide(head, files) : { ok: false, reason: 'not_due' },
  });
  for (let round = 0; round < 10; round++) {
    const { id } = await aConversation(of(round), site);
    await of(0).appendEntries([converting(id, newTicket({ status: 'solved', solvedAt: start }))]);
    for (const store of stores) expect((await store.tickets.solvedUpTo(start, 50)).map((due) => due.id)).toContain(id);
    const closing = stores.map(() =>
      changing(id, { ticket: { patch: { status: 'closed', closedAt: start, updatedAt: start } } }),
    );
    const word = saying(id, 'Aún no', {}, { ticket: { patch: { status: 'open', solvedAt: 0, updatedAt: start } } });
    const results = await Promise.all([...closing, word].map((item, i) => of(i).appendEntries([onlySolved(item)])));
    const statuses = results.flat().map((result) => result.status);
    expect(statuses.toSorted()).toEqual(['refused', 'refused', 'refused', 'stored']);
    const expected = statuses.at(-1) === 'stored' ? 'open' : 'closed';
    expect(await of(1).tickets.ofConversation(id)).toMatchObject({ status: expected, version: 2 });
    for (const store of stores)
      expect((await store.tickets.solvedUpTo(start, 50)).map((due) => due.id)).not.toContain(id);
  }
});

test('the same message through several processes is stored once', async () => {
  const conversation = await aConversation(of(0), await aSite(of(0)));
  const item = saying(conversation.id, 'una vez');
  const results = await Promise.all(Array.from({ length: 9 }, (_, i) => of(i).appendEntries([item])));
  const statuses = results.flat().map((result) => result.status);
  expect(statuses.filter((status) => status === 'stored')).toHaveLength(1);
  expect(statuses.filter((status) => status === 'duplicate')).toHaveLength(8);
  for (const result of results.flat()) {
    if (result.status === 'duplicate') expect(result.entries[0]?.position).toBeGreaterThan(0);
  }
});

test('the first admin is made once through several processes', async () => {
  const made = await Promise.all(stores.map((store) => store.agents.createFirstAdmin(newAgent(), [], [])));
  expect(made.filter((agent) => agent !== null)).toHaveLength(1);
});
