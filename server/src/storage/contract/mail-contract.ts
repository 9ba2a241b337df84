import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ConversationHead, MailRow, TicketLinkRow } from '../../domain/rows.ts';
import type { MakePlace, OpenedStore, Place } from './harness-for-tests.ts';
import {
  aConversation,
  aRequester,
  aSite,
  changing,
  converting,
  idOf,
  newTicket,
  start,
  stored,
  uuid,
} from './rows-for-tests.ts';

type Told = Pick<MailRow, 'kind' | 'address' | 'ticketId'> & Partial<Pick<MailRow, 'dueAt'>>;

/** As a rule decides it. */
function newMail({ kind, address, ticketId, dueAt = start }: Told) {
  return { id: idOf('mail'), kind, address, ticketId, locale: 'es', dueAt, createdAt: start } as const;
}

export function mailContract(makePlace: MakePlace): void {
  describe('mails and links', () => {
    let place: Place;
    let store: OpenedStore;
    let conversation: ConversationHead;
    const ticketId = idOf('ticket');

    beforeAll(async () => {
      place = await makePlace();
    });
    afterAll(() => place.remove());
    beforeEach(async () => {
      store = await place.open();
      conversation = await aConversation(store, await aSite(store));
      return () => store.close();
    });

    const wait = (...told: Told[]) => stored(store, changing(conversation.id, { mails: told.map(newMail) }));
    const claimAll = async () => {
      const claimed = await store.mails.claim(start + 10, start + 1_000_000, 100);
      return claimed.filter((mail) => mail.conversationId === conversation.id);
    };

    test('a mail is stored with what it tells of, or not at all', async () => {
      const ticket = newTicket();
      const mail = newMail({ kind: 'received', address: 'Lucia@example.com', ticketId: ticket.id });
      const item = converting(conversation.id, ticket);
      const result = await stored(store, {
        ...item,
        decide: (head) => ({ ...item.decide(head, []), mails: [mail] }) as ReturnType<typeof item.decide>,
      });
      expect(result.hasMail).toBe(true);
      const { siteId, visitorId, id: conversationId } = conversation;
      expect(await claimAll()).toEqual([
        {
          ...mail,
          siteId,
          visitorId,
          conversationId,
          addressFolded: 'lucia@example.com',
          state: 'waiting',
          attempts: 1,
          dueAt: start + 1_000_000,
        },
      ]);
      const twice = { ...newTicket(), id: ticket.id };
      const broken = converting((await aConversation(store, await aSite(store))).id, twice);
      const other = newMail({ kind: 'received', address: 'x@example.com', ticketId: idOf('ticket') });
      await expect(
        store.appendEntries([
          {
            ...broken,
            decide: (head) => ({ ...broken.decide(head, []), mails: [other] }) as ReturnType<typeof broken.decide>,
          },
        ]),
      ).rejects.toThrow();
      expect(await store.mails.countSince({ addressFolded: 'x@example.com' }, 0)).toBe(0);
    });

    test('one address hears of one ticket once; several answers that wait are one', async () => {
      const received = { kind: 'received', address: 'lucia@example.com', ticketId } as const;
      const answered = { kind: 'answered', address: 'lucia@example.com', ticketId } as const;
      await wait(received, answered);
      await wait({ ...received, address: 'LUCIA@example.com' }, answered);
      await wait({ ...received, address: 'otra@example.com' });
      const claimed = await claimAll();
      expect(claimed.map(({ kind, addressFolded }) => [kind, addressFolded]).sort()).toEqual([
        ['answered', 'lucia@example.com'],
        ['received', 'lucia@example.com'],
        ['received', 'otra@example.com'],
      ]);
      const first = claimed.find(({ kind }) => kind === 'answered');
      if (first) await store.mails.settle(first.id, 'sent');
      await wait(answered);
      expect(await store.mails.claim(start + 10, start + 20, 100)).toMatchObject([{ kind: 'answered', ticketId }]);
      for (const { id } of await store.mails.claim(start + 2_000_000, start + 2_000_000, 100)) {
        await store.mails.settle(id, 'sent');
      }
    });

    test('what is claimed is due again only later, whoever claims; what is settled never', async () => {
      const own = idOf('ticket');
      await wait({ kind: 'received', address: 'a@example.com', ticketId: own });
      const claims = await Promise.all([1, 2, 3].map(() => store.mails.claim(start + 10, start + 1_000, 100)));
      expect(claims.flat().filter((mail) => mail.ticketId === own)).toHaveLength(1);
      expect(await store.mails.nextDue()).toBe(start + 1_000);
      const [again] = await store.mails.claim(start + 1_000, start + 2_000, 100);
      expect(again).toMatchObject({ ticketId: own, attempts: 2 });
      if (again) await store.mails.postpone(again.id, start + 50);
      expect(await store.mails.nextDue()).toBe(start + 50);
      const later = { kind: 'answered', address: 'a@example.com', ticketId: own, dueAt: start + 900 } as const;
      await wait(later);
      await store.mails.release(start + 30);
      const [released, ...others] = await store.mails.claim(start + 30, start + 60, 100);
      expect([released?.id, others]).toEqual([again?.id, []]);
      for (const { id } of await store.mails.claim(start + 900, start + 900, 1_00))
        await store.mails.settle(id, 'sent');
      if (again) await store.mails.settle(again.id, 'dropped');
      expect(await store.mails.nextDue()).toBe(0);
      expect(await store.mails.claim(start + 9_000_000, start + 9_000_000, 100)).toEqual([]);
    });

    test('a mail that waits outlives the process', async () => {
      const own = idOf('ticket');
      await wait({ kind: 'received', address: 'b@example.com', ticketId: own });
      await store.close();
      store = await place.open();
      const claimed = await store.mails.claim(start + 10, start + 20, 100);
      expect(claimed.map((mail) => mail.ticketId)).toContain(own);
      for (const { id } of claimed) await store.mails.settle(id, 'sent');
    });

    test('counts by address and by visitor, and forgets what is settled and old', async () => {
      await wait({ kind: 'received', address: 'Cuenta@example.com', ticketId: idOf('ticket') });
      await wait({ kind: 'received', address: 'cuenta@example.com', ticketId: idOf('ticket') });
      const byAddress = { addressFolded: 'cuenta@example.com' };
      expect(await store.mails.countSince(byAddress, start - 1)).toBe(2);
      expect(await store.mails.countSince(byAddress, start)).toBe(0);
      expect(await store.mails.countSince({ visitorId: conversation.visitorId }, start - 1)).toBe(2);
      const [one, two] = await claimAll();
      if (one) await store.mails.settle(one.id, 'sent');
      expect(await store.mails.countSent('cuenta@example.com', start)).toBe(1);
      expect(await store.mails.countSent('cuenta@example.com', start + 1_000_000)).toBe(0);
      await store.mails.forget(start + 1);
      expect(await store.mails.countSince(byAddress, 0)).toBe(1);
      if (two) await store.mails.settle(two.id, 'sent');
    });

    test('an address that nobody has verified never replaces one that somebody has', async () => {
      const site = await aSite(store);
      const [open, sure] = [await aRequester(store, site), await aRequester(store, site, { emailVerifiedAt: 5 })];
      for (const { id } of [open, sure]) {
        const requesterAddress = { id, email: 'Nueva@example.com', emailFolded: 'nueva@example.com' };
        await stored(store, changing(conversation.id, { requesterAddress, patch: { address: 'Nueva@example.com' } }));
      }
      expect(await store.requesters.byId(open.id)).toEqual({
        ...open,
        email: 'Nueva@example.com',
        emailFolded: 'nueva@example.com',
        version: open.version + 1,
      });
      expect(await store.requesters.byId(sure.id)).toEqual(sure);
      expect((await store.conversations.byId(conversation.id))?.address).toBe('Nueva@example.com');
    });

    test('a link is found by its hash, and revoked but for one address', async () => {
      const link = (addressFolded: string): TicketLinkRow => ({
        id: idOf('ticketLink'),
        ticketId,
        conversationId: conversation.id,
        tokenHash: uuid(),
        addressFolded,
        createdAt: start,
        expiresAt: start + 100,
        revokedAt: 0,
      });
      const [kept, ended] = [link('a@example.com'), link('b@example.com')];
      await store.ticketLinks.create(kept);
      await store.ticketLinks.create(ended);
      await store.ticketLinks.revoke(conversation.id, 'a@example.com', start + 7);
      await store.ticketLinks.revoke(conversation.id, 'a@example.com', start + 8);
      expect(await store.ticketLinks.byTokenHash(kept.tokenHash)).toEqual(kept);
      expect(await store.ticketLinks.byTokenHash(ended.tokenHash)).toEqual({ ...ended, revokedAt: start + 7 });
      expect(await store.ticketLinks.byTokenHash('none')).toBeNull();
      await store.ticketLinks.forget(start + 100);
      expect(await store.ticketLinks.byTokenHash(kept.tokenHash)).toEqual(kept);
      await store.ticketLinks.forget(start + 101);
      expect(await store.ticketLinks.byTokenHash(kept.tokenHash)).toBeNull();
    });
  });
}
