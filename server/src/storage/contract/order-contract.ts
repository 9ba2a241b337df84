import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EntryRow, EventRow } from '../../domain/rows.ts';
import type { MakePlace, OpenedStore, Place } from './harness-for-tests.ts';
import { aConversation, aSite, changing, newEvent, saying } from './rows-for-tests.ts';

export function orderContract(makePlace: MakePlace): void {
  describe('the one order of entries and events', () => {
    let place: Place;
    const opened: OpenedStore[] = [];

    beforeEach(async () => {
      place = await makePlace();
    });
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
      await place.remove();
    });

    async function open(options?: Parameters<Place['open']>[0]) {
      const store = await place.open(options);
      opened.push(store);
      return store;
    }

    /** What a cursor that started at 0 has seen, in its order. */
    async function everything(store: OpenedStore, siteId: `sit_${string}`): Promise<(EntryRow | EventRow)[]> {
      const entries = await store.entries.afterPosition([siteId], 0, 5000);
      const events = await store.events.afterPosition([siteId, ''], 0, 5000);
      return [...entries, ...events].sort((a, b) => a.position - b.position);
    }

    test('[DL9] positions are 1, 2, 3 … over entries and events, and what is returned has its own', async () => {
      const store = await open();
      const site = await aSite(store);
      const conversation = await aConversation(store, site);
      const withEvent = (i: number) =>
        saying(conversation.id, `${i}`, {}, { events: [newEvent({ siteId: site.id, subjectId: conversation.id })] });
      const results = await Promise.all(Array.from({ length: 40 }, (_, i) => store.appendEntries([withEvent(i)])));
      const told = results
        .flat()
        .flatMap((result) => (result.status === 'stored' ? [...result.entries, ...result.events] : []));
      expect(told).toHaveLength(80);
      const seen = await everything(store, site.id);
      expect(seen.map((row) => row.position)).toEqual(Array.from({ length: 81 }, (_, i) => i + 1));
      for (const row of told) expect(seen[row.position - 1]).toEqual(row);
      expect(await store.events.currentPosition()).toBe(81);
      const seqs = seen.flatMap((row) => ('seq' in row ? [row.seq] : []));
      expect(seqs).toEqual(Array.from({ length: 41 }, (_, i) => i + 1));
    });

    test('[DL9] an event carries the version of its subject after the change', async () => {
      const store = await open();
      const site = await aSite(store);
      const about = { siteId: site.id, subjectKind: 'site', subjectId: site.id } as const;
      await store.sites.update(site.id, 1, { name: 'Otro' }, [newEvent({ ...about, type: 'site.renamed' })]);
      const conversation = await aConversation(store, site);
      const event = newEvent({ siteId: site.id, subjectId: conversation.id, before: { a: 1 }, after: { a: 2 } });
      await store.appendEntries([changing(conversation.id, { events: [event] })]);
      expect(await store.events.ofSubject('site', site.id, 10)).toMatchObject([{ version: 2, type: 'site.renamed' }]);
      expect(await store.events.ofSubject('conversation', conversation.id, 10)).toMatchObject([
        { version: 2, before: { a: 1 }, after: { a: 2 } },
      ]);
      expect(await store.events.ofSubject('conversation', conversation.id, 10, event.type)).toEqual([]);
    });

    test('[PR3] a cursor sees the sites it asks for, and nothing without any', async () => {
      const store = await open();
      const [mine, theirs] = [await aSite(store), await aSite(store)];
      await aConversation(store, mine);
      await aConversation(store, theirs);
      expect(await store.entries.afterPosition([mine.id], 0, 10)).toMatchObject([{ siteId: mine.id }]);
      expect(await store.entries.afterPosition([], 0, 10)).toEqual([]);
      expect(await store.events.afterPosition([], 0, 10)).toEqual([]);
    });

    test('a transaction that began first and commits last is not lost to a cursor', async () => {
      const gate = { isArmed: false, open: () => {}, reached: () => {} };
      const opens = new Promise<void>((resolve) => {
        gate.open = resolve;
      });
      const reached = new Promise<void>((resolve) => {
        gate.reached = resolve;
      });
      const slow = await open({
        probe: async (label) => {
          if (!gate.isArmed || label !== 'before-commit') return;
          gate.isArmed = false;
          gate.reached();
          await opens;
        },
      });
      // On SQLite one process holds the folder, and its one writer is the order itself.
      const fast = place.dialect === 'postgres' ? await open() : slow;
      const site = await aSite(slow);
      const [one, two] = [await aConversation(slow, site), await aConversation(slow, site)];
      const before = await slow.events.currentPosition();

      gate.isArmed = true;
      const first = slow.appendEntries([saying(one.id, 'empezó antes')]);
      await reached;
      const second = fast.appendEntries([saying(two.id, 'empezó después')]);
      if (place.dialect === 'postgres') await second;
      const cursor = await fast.entries.afterPosition([site.id], before, 10);
      const reader = cursor.at(-1)?.position ?? before;
      gate.open();
      await Promise.all([first, second]);
      const rest = await fast.entries.afterPosition([site.id], reader, 10);
      expect([...cursor, ...rest].map((entry) => entry.body).sort()).toEqual(['empezó antes', 'empezó después']);
      expect([...cursor, ...rest].map((entry) => entry.position)).toEqual([before + 1, before + 2]);
    });

    test('what was committed and not yet placed when the process died is placed at the next start', async () => {
      const store = await open();
      const site = await aSite(store);
      await aConversation(store, site);
      if (place.dialect === 'postgres') await place.sql('UPDATE entries SET position = 0');
      await opened.pop()?.close();
      const reopened = await open();
      const seen = await reopened.entries.afterPosition([site.id], 0, 10);
      expect(seen).toHaveLength(1);
      expect(await reopened.events.currentPosition()).toBe(seen[0]!.position);
    });
  });
}
