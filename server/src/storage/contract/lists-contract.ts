import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SightingRow, TicketRow } from '../../domain/rows.ts';
import type { TicketFilter } from '../store.ts';
import type { MakePlace, OpenedStore, Place } from './harness-for-tests.ts';
import {
  aConversation,
  aRequester,
  aSite,
  aVisitor,
  changing,
  converting,
  idOf,
  newAgent,
  newTicket,
  saying,
  start,
  starting,
  stored,
} from './rows-for-tests.ts';

export function listsContract(makePlace: MakePlace): void {
  describe('lists', () => {
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

    test('the inbox: queue by front and waiting time, then active, then tickets by their last change', async () => {
      const [site, foreign] = [await aSite(store), await aSite(store)];
      expect(await store.conversations.lastQueuedAt([site.id, foreign.id])).toBe(0);
      const late = await aConversation(store, site, { queuedAt: start + 20 });
      const early = await aConversation(store, site, { queuedAt: start + 10 });
      const front = await aConversation(store, site, { queuedAt: start + 30, isFront: true });
      const active = await aConversation(store, site, { state: 'active', assigneeId: 'agt_1', queuedAt: start });
      expect(await store.conversations.lastQueuedAt([foreign.id, site.id])).toBe(start + 30);
      const [old, recent, closed] = [
        await aConversation(store, site),
        await aConversation(store, site),
        await aConversation(store, site),
      ];
      await stored(store, converting(old.id, newTicket({ createdAt: start + 1 })));
      await stored(store, converting(recent.id, newTicket({ createdAt: start + 2 })));
      await stored(store, converting(closed.id));
      await stored(store, changing(closed.id, { ticket: { patch: { status: 'closed', updatedAt: start + 3 } } }));
      await aConversation(store, foreign);
      await stored(store, saying(early.id, 'una nota', { kind: 'note', authorKind: 'agent', authorId: 'agt_1' }));

      const inbox = await store.conversations.inbox({ siteIds: [site.id], limit: 50 });
      expect(inbox.map((row) => row.id)).toEqual([front, early, late, active, recent, old].map((row) => row.id));
      expect(inbox[1]).toMatchObject({ lastMessage: { kind: 'message', body: 'Hola' }, ticket: null });
      expect(inbox[4]).toMatchObject({ lastMessage: { body: 'Hola' }, ticket: { conversationId: recent.id } });
      expect(await store.conversations.inbox({ siteIds: [site.id], limit: 2 })).toEqual(inbox.slice(0, 2));
      expect(await store.conversations.inbox({ siteIds: [], limit: 2 })).toEqual([]);
      expect(await store.conversations.inboxRow(early.id)).toEqual(inbox[1]);
      expect(await store.conversations.inboxRows([early.id, 'cnv_none'])).toEqual([inbox[1]]);
      expect(await store.conversations.inboxRows([])).toEqual([]);
      const { ticket } = inbox[4]!;
      expect(await store.tickets.byIds([ticket!.id, 'tkt_none'])).toEqual([await store.tickets.byId(ticket!.id)]);
      expect(await store.tickets.byIds([])).toEqual([]);
      expect((await store.conversations.activeOfAgent('agt_1')).map((row) => row.id)).toEqual([active.id]);
    });

    test('conversations of a visitor and of a requester, with who they are', async () => {
      const site = await aSite(store);
      const requester = await aRequester(store, site, { name: 'Ada', email: 'ada@example.com', externalId: 'u1' });
      const visitor = await aVisitor(store, site, { requesterId: requester.id });
      const older = (await stored(store, starting(visitor, 'uno', { createdAt: start }))).conversation;
      const newer = (await stored(store, starting(visitor, 'dos', { createdAt: start + 1 }))).conversation;
      const listed = await store.conversations.listForVisitor(visitor.id, 5);
      expect(listed.map((row) => row.id)).toEqual([newer.id, older.id]);
      expect(listed[0]).toMatchObject({
        requesterName: 'Ada',
        requesterEmail: 'ada@example.com',
        requesterExternalId: 'u1',
      });
      expect(await store.conversations.listForRequester(requester.id, 5)).toEqual(listed);
      expect(await store.conversations.listForRequester('req_none', 5)).toEqual([]);
      expect(await store.conversations.byStartId(visitor.id, older.startId)).toEqual(listed[1]);
      expect(await store.conversations.listPastOfRequester(requester.id, 5)).toEqual([]);
      await stored(store, converting(older.id));
      const past = await store.conversations.listPastOfRequester(requester.id, 5);
      expect(past).toMatchObject([{ id: older.id, ticket: { status: 'new' } }]);
    });

    test('[CV1] what is due comes by deadline, the longest overdue first', async () => {
      const empty = await makePlace();
      const own = await empty.open();
      expect(await own.conversations.nextDeadline()).toBe(0);
      const site = await aSite(own);
      const late = await aConversation(own, site, { deadlineAt: start + 20 });
      const early = await aConversation(own, site, { deadlineAt: start + 10 });
      await aConversation(own, site, { deadlineAt: start + 30 });
      const ended = await aConversation(own, site, { deadlineAt: start + 1 });
      expect((await stored(own, converting(ended.id))).ticket).toMatchObject({ number: 1001 });
      expect((await own.conversations.due(start + 20, 10)).map((row) => row.id)).toEqual([early.id, late.id]);
      expect((await own.conversations.due(start + 20, 1)).map((row) => row.id)).toEqual([early.id]);
      expect(await own.conversations.due(start + 9, 10)).toEqual([]);
      expect(await own.conversations.nextDeadline()).toBe(start + 10);
      await own.close();
      await empty.remove();
    });

    test('where tags were seen: instants only move forward, and the latest hosts stay', async () => {
      const { id: siteId } = await aSite(store);
      const seen = (host: string, part: Partial<SightingRow>): SightingRow => {
        return { siteId, host, loadedAt: 0, reachedAt: 0, blockedAt: 0, directive: '', ...part };
      };
      await store.sightings.record([seen('a', { loadedAt: 5, blockedAt: 6, directive: 'connect-src' })], 2);
      await store.sightings.record([seen('a', { loadedAt: 4, reachedAt: 7 }), seen('b', { loadedAt: 9 })], 2);
      expect(await store.sightings.list(siteId)).toEqual([
        seen('b', { loadedAt: 9 }),
        seen('a', { loadedAt: 5, reachedAt: 7, blockedAt: 6, directive: 'connect-src' }),
      ]);
      await store.sightings.record([seen('c', { loadedAt: 8 })], 2);
      expect((await store.sightings.list(siteId)).map(({ host }) => host)).toEqual(['b', 'c']);
    });

    test('tickets: every page of every filter, without a gap or a repetition', async () => {
      const sites = [await aSite(store), await aSite(store)];
      const agent = (await store.agents.create(newAgent({ name: 'Marta' }), [], []))!;
      const statuses = ['new', 'open', 'closed'] as const;
      const made: TicketRow[] = [];
      for (let i = 0; i < 30; i++) {
        const conversation = await aConversation(store, sites[i % 2]!);
        const group = (await store.groups.builtInOf(conversation.siteId))!;
        const assigneeId = i % 3 === 0 ? agent.id : '';
        // Several share an instant, so that the id has to decide.
        const ticket = newTicket({
          status: statuses[i % 3]!,
          assigneeId,
          reason: i % 5 === 0 ? 'visitor_left' : 'not_picked_up',
          type: i % 4 === 0 ? 'incident' : 'question',
          priority: 1 + (i % 4),
          groupId: group.id,
          createdAt: start + (i % 3),
        });
        made.push((await stored(store, converting(conversation.id, ticket))).ticket!);
      }
      const siteIds = sites.map((site) => site.id);
      const filters: Partial<TicketFilter>[] = [
        {},
        { siteIds: [siteIds[0]!] },
        { statuses: ['new', 'open'] },
        { statuses: ['closed'] },
        { assigneeId: agent.id },
        { assigneeId: '', statuses: ['open'] },
        { reason: 'visitor_left' },
        { reason: 'visitor_left', assigneeId: '', statuses: ['new', 'open'] },
        { type: 'incident' },
        { type: 'incident', statuses: ['open'], order: 'priority' },
        { priority: 3 },
        { priority: 4, statuses: ['new', 'open'], assigneeId: '' },
        { order: 'priority' },
        { order: 'priority', statuses: ['new', 'open'] },
        { order: 'priority', assigneeId: agent.id },
        { order: 'priority', reason: 'visitor_left' },
        { order: 'priority', priority: 2 },
        { statuses: [] },
        { siteIds: [] },
      ];
      for (const filter of filters) {
        const expected = made
          .filter((ticket) => (filter.siteIds ?? siteIds).includes(ticket.siteId))
          .filter((ticket) => filter.statuses?.includes(ticket.status) ?? true)
          .filter((ticket) => filter.assigneeId === undefined || ticket.assigneeId === filter.assigneeId)
          .filter((ticket) => filter.reason === undefined || ticket.reason === filter.reason)
          .filter((ticket) => filter.type === undefined || ticket.type === filter.type)
          .filter((ticket) => filter.priority === undefined || ticket.priority === filter.priority)
          .sort(
            (a, b) =>
              (filter.order === 'priority' ? b.priority - a.priority : 0) ||
              b.updatedAt - a.updatedAt ||
              (a.id < b.id ? 1 : -1),
          );
        const seen: TicketRow[] = [];
        for (let before: TicketRow | undefined; ; before = seen.at(-1)) {
          const page = await store.tickets.list({ siteIds, ...filter, limit: 7, ...(before && { before }) });
          seen.push(...page);
          if (page.length < 7) break;
        }
        expect(
          seen.map((ticket) => ticket.number),
          JSON.stringify(filter),
        ).toEqual(expected.map((ticket) => ticket.number));
      }
      const found = await store.tickets.byId(made[0]!.id);
      expect(found).toMatchObject({ ...made[0], assigneeName: 'Marta', groupName: 'Taller Ruiz', requesterName: '' });
      expect(await store.tickets.byNumber(made[0]!.number)).toEqual(found);
      expect(await store.tickets.byId(idOf('ticket'))).toBeNull();
    });
  });
}
