import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NoDeadEndCounts } from '../store.ts';
import type { MakePlace, OpenedStore, Place } from './harness-for-tests.ts';
import { aConversation, aSite, converting, start, stored } from './rows-for-tests.ts';

const none: NoDeadEndCounts = { overdue: 0, endedWithoutOutcome: 0, ticketedWithoutTicket: 0, twoOpenTickets: 0 };
const toleranceMs = 10_000;

export function healthContract(makePlace: MakePlace): void {
  describe('[CV1] no dead end', () => {
    let place: Place;
    let store: OpenedStore;

    beforeEach(async () => {
      place = await makePlace();
      store = await place.open();
      const site = await aSite(store);
      await aConversation(store, site, { deadlineAt: start });
      await stored(store, converting((await aConversation(store, site)).id));
      expect(await store.health.noDeadEnd(start, toleranceMs)).toEqual(none);
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    /** What the schema forbids, as a damaged or a hand-edited database would have it. */
    async function plant(text: string): Promise<void> {
      if (place.dialect === 'sqlite') {
        await place.sql('PRAGMA ignore_check_constraints = ON');
      } else {
        const checks = ['deadline_unless_ended', 'deadline_reason', 'outcome_when_ended', 'active_is_assigned'];
        for (const check of checks) await place.sql(`ALTER TABLE conversations DROP CONSTRAINT conversations_${check}`);
      }
      await place.sql(text);
    }

    test('a deadline that passed longer ago than the tolerance is counted', async () => {
      expect(await store.health.noDeadEnd(start + toleranceMs, toleranceMs)).toEqual(none);
      expect(await store.health.noDeadEnd(start + toleranceMs + 1, toleranceMs)).toEqual({ ...none, overdue: 1 });
    });

    test('a conversation that has not ended and has no deadline is counted as overdue', async () => {
      await plant("UPDATE conversations SET deadline_at = 0, deadline_reason = '' WHERE state = 'queued'");
      expect(await store.health.noDeadEnd(start, toleranceMs)).toEqual({ ...none, overdue: 1 });
    });

    test('ended without outcome is counted', async () => {
      await plant("UPDATE conversations SET outcome = '' WHERE state = 'ended'");
      expect(await store.health.noDeadEnd(start, toleranceMs)).toEqual({ ...none, endedWithoutOutcome: 1 });
    });

    test('ticketed without ticket is counted', async () => {
      await place.sql('DELETE FROM tickets');
      expect(await store.health.noDeadEnd(start, toleranceMs)).toEqual({ ...none, ticketedWithoutTicket: 1 });
    });

    test('two open tickets of one conversation are counted, and refused while the index is there', async () => {
      const columns =
        'site_id, conversation_id, requester_id, reason, status, assignee_id, group_id, channel, subject,';
      const rest = 'received_at, due_at, solved_at, closed_at, version, created_at, updated_at';
      const second = `INSERT INTO tickets (id, number, ${columns} ${rest})
        SELECT 'tkt_second', 5000, ${columns} ${rest} FROM tickets`;
      await expect(place.sql(second)).rejects.toThrow(/unique/i);
      await place.sql('DROP INDEX tickets_of_conversation');
      await place.sql(second);
      expect(await store.health.noDeadEnd(start, toleranceMs)).toEqual({ ...none, twoOpenTickets: 1 });
    });

    test('ping answers while the store is open', async () => {
      await expect(store.health.ping()).resolves.toBeUndefined();
    });
  });
}
