import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenedStore, type Place, sqlitePlace } from '../contract/harness-for-tests.ts';
import { aConversation, aSite, converting, saying, stored } from '../contract/rows-for-tests.ts';

let place: Place;
let store: OpenedStore;
let seen: Set<string>;

beforeEach(async () => {
  seen = new Set();
  place = await sqlitePlace();
  store = await place.open({
    wrapConnection: (connection) => ({
      ...connection,
      all(sql, params) {
        seen.add(sql);
        return connection.all(sql, params);
      },
    }),
  });
});
afterEach(async () => {
  await store.close();
  await place.remove();
});

test('no list, no cursor and no step of an append reads a whole table, or sorts one', async () => {
  const [site, other] = [await aSite(store), await aSite(store)];
  const siteIds = [site.id, other.id];
  const { id, visitorId, startId } = await aConversation(store, site);
  seen.clear();

  await aConversation(store, site);
  await stored(store, saying(id));
  await stored(store, converting(id));
  await store.conversations.byId(id);
  await store.conversations.byStartId(visitorId, startId);
  await store.conversations.due(5, 5);
  await store.conversations.nextDeadline();
  await store.conversations.lastQueuedAt(siteIds);
  await store.conversations.inbox({ siteIds, limit: 5 });
  await store.conversations.inboxRow(id);
  await store.conversations.inboxRows([id, 'cnv_1']);
  await store.tickets.byIds(['tkt_1', 'tkt_2']);
  await store.conversations.activeOfAgent('agt_1');
  await store.conversations.listForVisitor(visitorId, 5);
  await store.conversations.listForRequester('req_1', 5);
  await store.conversations.listPastOfRequester('req_1', 5);
  await store.entries.after(id, 0, 5);
  await store.entries.before(id, 5, 5);
  await store.entries.last(id, 5);
  await store.entries.publicAfter(id, 0, 5);
  await store.entries.publicBefore(id, 9, 5);
  await store.entries.afterPosition(siteIds, 0, 5);
  await store.events.afterPosition(siteIds, 0, 5);
  await store.events.ofSubject('ticket', 'tkt_1', 5);
  await store.tickets.ofConversation(id);
  await store.tickets.followUpOf(1042);
  await store.tickets.solvedUpTo(5, 5);
  await store.files.byId('fil_1');
  await store.files.expire(5, 5);
  await store.mails.claim(5, 6, 5);
  await store.mails.nextDue();
  await store.mails.countSince({ addressFolded: 'a@example.com' }, 5);
  await store.mails.countSince({ visitorId }, 5);
  await store.mails.countSent('a@example.com', 5);
  await store.mails.forget(5);
  await store.ticketLinks.byTokenHash('none');
  await store.ticketLinks.revoke(id, '', 5);
  await store.ticketLinks.forget(5);
  await store.readMarks.setOfAgents(id, 5);
  await store.readMarks.ofReader('agt_1', [id]);
  const before = { priority: 2, updatedAt: 5, id: 'tkt_1' } as const;
  for (const filter of [
    {},
    { statuses: ['open', 'new'] as const },
    { assigneeId: '' as const },
    { reason: 'visitor_left' as const },
    { type: 'incident' as const },
    { priority: 4 },
    { order: 'priority' as const },
    { order: 'priority' as const, statuses: ['open', 'new'] as const },
    { order: 'priority' as const, assigneeId: '' as const },
    { order: 'priority' as const, reason: 'visitor_left' as const, type: 'incident' as const },
  ]) {
    await store.tickets.list({ siteIds, ...filter, limit: 5 });
    await store.tickets.list({ siteIds, ...filter, limit: 5, before });
  }

  for (const filter of [{}, { state: 'draft' as const }, { before: { updatedAt: 5, id: 'art_1' as const } }])
    await store.articles.list({ siteId: site.id, locale: 'es', ...filter, limit: 5 });
  await store.articles.counts(site.id, 'es');
  await store.articles.ofSlugs(site.id, ['a', 'b']);
  await store.articles.afterRevision(0, 5);
  await store.misses.add([{ siteId: site.id, locale: 'es', text: 'wifi', count: 1, lastAt: 5 }], 1, 5);
  await store.misses.list(site.id, 'es', 5);
  await store.misses.total(site.id, 'es');

  const statements = [...seen].filter((sql) => /^\s*(select|update|insert)/i.test(sql));
  expect(statements.length).toBeGreaterThan(25);
  const wholeTables: string[] = [];
  for (const sql of statements) {
    const plan = await place.sql(`EXPLAIN QUERY PLAN ${sql.replace(/\?|\$\d/g, "'[]'")}`);
    const steps = plan.map((step) => String(step['detail']));
    // Walking a partial index of what is still to come is no scan of the table.
    const scans = steps.filter((step) =>
      /^SCAN (conversations|tickets|entries|events|files|articles|search_misses)(?! USING .*INDEX (conversations_deadline|files_not_attached))/.test(
        step,
      ),
    );
    const sorts = steps.filter(
      (step) =>
        step.includes('TEMP B-TREE') &&
        /"(entries|events|tickets|files|articles|search_misses)"."(id|created_at|position|priority|updated_at|seq|public_seq|revision|text|last_at)" (asc|desc) limit/.test(
          sql,
        ),
    );
    if (scans.length > 0 || sorts.length > 0) wholeTables.push(`${sql}\n${steps.join('\n')}`);
  }
  expect(wholeTables).toEqual([]);
});
