import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppendItem } from '../store.ts';
import type { MakePlace, OpenedStore, Place } from './harness-for-tests.ts';
import {
  aConversation,
  aSite,
  aVisitor,
  changing,
  converting,
  idOf,
  newEvent,
  newTicket,
  saying,
  start,
  starting,
  stored,
} from './rows-for-tests.ts';

export function appendContract(makePlace: MakePlace): void {
  describe('appending', () => {
    let place: Place;
    let store: OpenedStore;

    beforeAll(async () => {
      place = await makePlace();
      store = await place.open();
    });
    afterAll(async () => {
      await store.close();
      await place.remove();
    });

    test('[DL1] starting again returns the same conversation and message', async () => {
      const visitor = await aVisitor(store, await aSite(store));
      const item = starting(visitor, '¿Está abierto?');
      const first = await stored(store, item);
      expect(first.conversation).toMatchObject({ id: item.conversationId, lastSeq: 1, lastPublicSeq: 1, version: 1 });
      expect(first.conversation).toMatchObject({
        lastAuthorKind: 'visitor',
        ticket: null,
        context: item.start?.context,
      });
      const retried: AppendItem = { ...item, conversationId: idOf('conversation') };
      retried.start = { ...item.start!, id: retried.conversationId };
      expect(await store.appendEntries([retried, item])).toEqual([
        { status: 'duplicate', conversation: first.conversation, entries: first.entries },
        { status: 'duplicate', conversation: first.conversation, entries: first.entries },
      ]);
      expect(await store.conversations.listForVisitor(visitor.id, 10)).toHaveLength(1);
    });

    test('[DL1] two starts of one conversation in the same batch become one', async () => {
      const visitor = await aVisitor(store, await aSite(store));
      const one = starting(visitor);
      const two: AppendItem = { ...one, start: { ...one.start!, id: idOf('conversation') } };
      const results = await Promise.all([store.appendEntries([one]), store.appendEntries([two])]);
      expect(results.flat().map((result) => result.status)).toEqual(['stored', 'duplicate']);
    });

    test('[DL1] the same client id: same words are a duplicate, other words a conflict', async () => {
      const conversation = await aConversation(store, await aSite(store));
      const item = saying(conversation.id, 'una vez');
      const { entries } = await stored(store, item);
      const other = { ...item, fingerprint: { ...item.fingerprint, body: 'otra cosa' } };
      const [again, conflict] = await store.appendEntries([item, other]);
      expect(again).toMatchObject({ status: 'duplicate', entries });
      expect(conflict).toMatchObject({ status: 'conflict', existing: entries[0] });
      expect(await store.entries.after(conversation.id, 0, 10)).toHaveLength(2);
    });

    test('[DL2] seq has no gap for agents and publicSeq none for visitors', async () => {
      const conversation = await aConversation(store, await aSite(store));
      const note = saying(conversation.id, 'cuidado', { kind: 'note', authorKind: 'agent', authorId: 'agt_1' });
      for (const item of [
        note,
        saying(conversation.id, 'dos'),
        note.clientId ? saying(conversation.id, 'tres') : note,
      ]) {
        await stored(store, item);
      }
      const all = await store.entries.after(conversation.id, 0, 10);
      expect(all.map((entry) => [entry.seq, entry.publicSeq])).toEqual([
        [1, 1],
        [2, 0],
        [3, 2],
        [4, 3],
      ]);
      const visible = await store.entries.publicAfter(conversation.id, 1, 10);
      expect(visible.map((entry) => entry.body)).toEqual(['dos', 'tres']);
      expect((await store.entries.publicBefore(conversation.id, 4, 2)).map((entry) => entry.publicSeq)).toEqual([2, 3]);
      expect((await store.entries.publicBefore(conversation.id, 3, 1)).map((entry) => entry.publicSeq)).toEqual([2]);
      expect((await store.entries.publicBefore(conversation.id, 3, 9)).map((entry) => entry.publicSeq)).toEqual([1, 2]);
      expect((await store.entries.last(conversation.id, 3)).map((entry) => entry.seq)).toEqual([2, 3, 4]);
      expect((await store.entries.before(conversation.id, 4, 2)).map((entry) => entry.seq)).toEqual([2, 3]);
      expect(await store.entries.before(conversation.id, 1, 2)).toEqual([]);
      expect(await store.conversations.byId(conversation.id)).toMatchObject({ lastSeq: 4, lastPublicSeq: 3 });
    });

    test('[DL2] the items of one batch see each other, and keep their order', async () => {
      const conversation = await aConversation(store, await aSite(store));
      const seen: number[] = [];
      const items = Array.from({ length: 20 }, (_, i) =>
        saying(conversation.id, `línea ${i}`, {}, (head) => {
          seen.push(head.lastSeq);
          return {};
        }),
      );
      const results = await store.appendEntries(items);
      expect(results.every((result) => result.status === 'stored')).toBe(true);
      expect(seen).toEqual(items.map((_, i) => i + 1));
      const bodies = (await store.entries.after(conversation.id, 1, 50)).map((entry) => entry.body);
      expect(bodies).toEqual(items.map((item) => item.fingerprint.body));
    });

    test('a refusal is a row: nothing of it is written, its neighbours are', async () => {
      const site = await aSite(store);
      const conversation = await aConversation(store, site);
      const visitor = await aVisitor(store, site);
      const refuse = () => ({ ok: false, reason: 'blocked', details: { until: 5 } }) as const;
      const results = await store.appendEntries([
        saying(conversation.id, 'antes'),
        { ...saying(conversation.id, 'no'), decide: refuse },
        { ...starting(visitor), decide: refuse },
        saying(idOf('conversation'), 'a nadie'),
        { ...saying(conversation.id, 'ajena'), mayTouch: () => false },
        saying(conversation.id, 'después'),
      ]);
      expect(results.map((result) => result.status)).toEqual([
        'stored',
        'refused',
        'refused',
        'notFound',
        'notFound',
        'stored',
      ]);
      expect(results[1]).toMatchObject({ reason: 'blocked', details: { until: 5 }, conversation: { lastSeq: 2 } });
      expect(await store.conversations.listForVisitor(visitor.id, 5)).toEqual([]);
      expect((await store.entries.last(conversation.id, 5)).map((entry) => entry.body)).toEqual([
        'Hola',
        'antes',
        'después',
      ]);
    });

    test('what contradicts the schema is refused whole and takes nobody with it', async () => {
      const site = await aSite(store);
      const [one, two, three] = [
        await aConversation(store, site),
        await aConversation(store, site),
        await aConversation(store, site),
      ];
      const deadEnd = saying(two.id, 'sin salida', {}, { patch: { deadlineAt: 0, deadlineReason: '' } });
      const outcomes = await Promise.allSettled([
        store.appendEntries([saying(one.id, 'primera')]),
        store.appendEntries([saying(one.id, 'vecina')]),
        store.appendEntries([saying(three.id, 'con ella'), deadEnd]),
        store.appendEntries([saying(one.id, 'última')]),
      ]);
      expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
      expect(outcomes[2]).toMatchObject({ reason: { failure: 'constraint' } });
      expect((await store.entries.last(one.id, 5)).map((entry) => entry.body)).toEqual([
        'Hola',
        'primera',
        'vecina',
        'última',
      ]);
      expect(await store.conversations.byId(two.id)).toEqual({
        ...(await store.conversations.byId(two.id)),
        version: 1,
        lastSeq: 1,
      });
      expect(await store.conversations.byId(three.id)).toMatchObject({ version: 1, lastSeq: 1 });
    });

    test('[CV1] a dead end cannot be stored, whichever way it is tried', async () => {
      const conversation = await aConversation(store, await aSite(store));
      const deadEnds = [
        { deadlineAt: 0 },
        { deadlineReason: '' },
        { state: 'ended', endedAt: start },
        { state: 'ended', deadlineAt: 0, deadlineReason: '' },
        { outcome: 'answered' },
        { state: 'active' },
      ] as const;
      for (const patch of deadEnds) {
        const attempt = store.appendEntries([changing(conversation.id, { patch })]);
        await expect(attempt, JSON.stringify(patch)).rejects.toMatchObject({ failure: 'constraint' });
      }
      expect(await store.conversations.byId(conversation.id)).toMatchObject({ version: 1, state: 'queued' });
    });

    test('a decision that throws is told to its caller alone', async () => {
      const conversation = await aConversation(store, await aSite(store));
      const broken: AppendItem = {
        ...saying(conversation.id, 'rota'),
        decide() {
          throw new Error('a bug in a rule');
        },
      };
      const outcomes = await Promise.allSettled([
        store.appendEntries([saying(conversation.id, 'una')]),
        store.appendEntries([broken]),
        store.appendEntries([saying(conversation.id, 'dos')]),
      ]);
      expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await store.conversations.byId(conversation.id)).toMatchObject({ lastSeq: 3 });
    });

    test('500 read-modify-writes at once lose nothing', async () => {
      const site = await aSite(store);
      const conversations = await Promise.all(Array.from({ length: 5 }, () => aConversation(store, site)));
      const count = (i: number) =>
        saying(conversations[i % 5]!.id, `${i}`, {}, (head) => ({
          patch: { context: { count: Number(head.context['count'] ?? 0) + 1 } },
        }));
      await Promise.all(Array.from({ length: 500 }, (_, i) => store.appendEntries([count(i)])));
      for (const { id } of conversations) {
        expect(await store.conversations.byId(id)).toMatchObject({
          context: { count: 100 },
          lastSeq: 101,
          version: 101,
        });
        const seqs = (await store.entries.after(id, 0, 200)).map((entry) => entry.seq);
        expect(seqs).toEqual(Array.from({ length: 101 }, (_, i) => i + 1));
      }
    });

    test('many messages, few commits', async () => {
      const site = await aSite(store);
      const conversations = await Promise.all(Array.from({ length: 10 }, () => aConversation(store, site)));
      const before = store.counts();
      const messages = Array.from({ length: 400 }, (_, i) => saying(conversations[i % 10]!.id, `${i}`));
      await Promise.all(messages.map((item) => store.appendEntries([item])));
      const after = store.counts();
      expect(after.entries - before.entries).toBe(400);
      expect(after.commits - before.commits).toBeLessThanOrEqual(5);
    });

    test('[TK1] [TK2] a conversation becomes one ticket with the next number', async () => {
      const site = await aSite(store);
      const [one, two] = [await aConversation(store, site), await aConversation(store, site)];
      const first = await stored(store, converting(one.id));
      const second = await stored(store, converting(two.id));
      expect(second.ticket!.number).toBe(first.ticket!.number + 1);
      expect(first.ticket).toMatchObject({ conversationId: one.id, siteId: site.id, version: 1, updatedAt: start });
      expect(first.conversation).toMatchObject({ state: 'ended', ticket: first.ticket });
      expect(first.events).toMatchObject([{ type: 'ticket.created', version: 1 }]);
      await expect(store.appendEntries([converting(one.id)])).rejects.toThrow('TK1');
      expect(await store.tickets.ofConversation(one.id)).toMatchObject(first.ticket!);
    });

    test('[TK2] what is said about a new ticket can name its number, and the next item of the batch sees it', async () => {
      const conversation = await aConversation(store, await aSite(store));
      const ticket = newTicket();
      const item = converting(conversation.id, ticket);
      const telling: AppendItem = {
        ...item,
        decide: (head) => ({
          ...item.decide(head, []),
          ok: true,
          entries: [
            {
              id: idOf('entry'),
              kind: 'system',
              authorKind: 'system',
              authorId: '',
              body: '',
              isPublic: true,
              at: start,
              data: (made) => ({ line: 'ticketed', number: made.number }),
            },
          ],
          events: [newEvent({ subjectKind: 'ticket', subjectId: ticket.id })].map((event) => ({
            ...event,
            after: (made) => ({ number: made.number }),
          })),
        }),
      };
      const more = saying(conversation.id, 'y otra cosa', {}, (head) => ({
        ticket: { patch: { status: 'open', updatedAt: start + 5 } },
        events: [
          newEvent({ subjectKind: 'ticket', subjectId: head.ticket!.id, after: { number: head.ticket!.number } }),
        ],
      }));
      const [made, changed] = await store.appendEntries([telling, more]);
      expect(made).toMatchObject({ status: 'stored' });
      if (made?.status !== 'stored' || changed?.status !== 'stored') throw new Error('not stored');
      const { number } = made.ticket!;
      expect(made.entries[0]!.data).toEqual({ line: 'ticketed', number });
      expect(made.events[0]!.after).toEqual({ number });
      expect(changed.events[0]).toMatchObject({ after: { number }, version: 2 });
      expect(await store.tickets.byNumber(number)).toMatchObject({
        id: ticket.id,
        status: 'open',
        version: 2,
        updatedAt: start + 5,
      });
      expect(await store.entries.last(conversation.id, 2)).toEqual([...made.entries, ...changed.entries]);
    });

    test('[TK2] numbers are never reused, whatever was refused in between', async () => {
      const site = await aSite(store);
      const conversations = await Promise.all(Array.from({ length: 12 }, () => aConversation(store, site)));
      const unassigned = newTicket({ assigneeId: '', groupId: '' });
      const outcomes = await Promise.allSettled(
        conversations.map(({ id }, i) => store.appendEntries([converting(id, i % 4 === 3 ? unassigned : newTicket())])),
      );
      expect(outcomes.filter((outcome) => outcome.status === 'rejected')).toHaveLength(3);
      const numbers = (await store.tickets.list({ siteIds: [site.id], limit: 50 })).map((ticket) => ticket.number);
      expect(new Set(numbers).size).toBe(9);
    });

    test('[TK4] a closed ticket stays on the head, and no other follows in the same conversation', async () => {
      const conversation = await aConversation(store, await aSite(store));
      await stored(store, converting(conversation.id));
      const close = changing(conversation.id, {
        ticket: { patch: { status: 'closed', closedAt: start, updatedAt: start } },
      });
      expect((await stored(store, close)).conversation.ticket).toMatchObject({ status: 'closed' });
      expect(await store.conversations.byId(conversation.id)).toMatchObject({ ticket: { status: 'closed' } });
      await expect(store.appendEntries([converting(conversation.id)])).rejects.toThrow('TK1');
    });

    test('[TK7] an event may be of a ticket that the decision leaves as it is, with the version that it has', async () => {
      const site = await aSite(store);
      const [old, next] = [await aConversation(store, site), await aConversation(store, site)];
      const { ticket: closed } = await stored(store, converting(old.id));
      const item = converting(next.id, newTicket({ followsNumber: closed!.number }));
      const linking: AppendItem = {
        ...item,
        decide: (head) => {
          const event = newEvent({ subjectKind: 'ticket', subjectId: closed!.id, type: 'ticket.linked' });
          return { ...item.decide(head, []), ok: true, entries: [], events: [{ ...event, version: 7 }] };
        },
      };
      const made = await stored(store, linking);
      expect(made.events).toMatchObject([{ subjectId: closed!.id, version: 7 }]);
      expect(await store.tickets.followUpOf(closed!.number)).toMatchObject({ id: made.ticket!.id });
      expect(await store.tickets.followUpOf(made.ticket!.number)).toBeNull();
    });
  });
}
