import { and, asc, eq, gt, inArray, lt, lte, ne, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import type { MailQueries, TicketLinkQueries } from '../mail-port.ts';
import { first } from './first.ts';
import { indexConditions } from './index-conditions.ts';

export function mailQueries({ db, schema, change }: Database): MailQueries {
  const { mails } = schema;
  const { isWaitingMail, isSettledMail } = indexConditions(schema);
  return {
    add: (mail) =>
      change(async ({ tx }) => {
        await tx.insert(mails).values(mail).onConflictDoNothing();
      }),
    claim: (now, until, limit) =>
      change(async ({ tx }) => {
        const due = await tx
          .select({ id: mails.id })
          .from(mails)
          .where(and(isWaitingMail, lte(mails.dueAt, now)))
          .orderBy(asc(mails.dueAt), asc(mails.id))
          .limit(limit);
        if (due.length === 0) return [];
        const ids = due.map(({ id }) => id);
        return tx
          .update(mails)
          .set({ dueAt: until, attempts: sql`${mails.attempts} + 1` })
          .where(and(inArray(mails.id, ids), isWaitingMail, lte(mails.dueAt, now)))
          .returning();
      }),
    release: (now) =>
      change(async ({ tx }) => {
        await tx
          .update(mails)
          .set({ dueAt: now })
          .where(and(isWaitingMail, gt(mails.attempts, 0)));
      }),
    settle: (id, state) =>
      change(async ({ tx }) => {
        await tx.update(mails).set({ state }).where(eq(mails.id, id));
      }),
    postpone: (id, dueAt) =>
      change(async ({ tx }) => {
        await tx.update(mails).set({ dueAt }).where(eq(mails.id, id));
      }),
    nextDue: async () => {
      const next = db.select({ dueAt: mails.dueAt }).from(mails).where(isWaitingMail);
      return first(await next.orderBy(asc(mails.dueAt), asc(mails.id)).limit(1))?.dueAt ?? 0;
    },
    countSince: (whose, since) => {
      const isTheirs =
        'addressFolded' in whose ? eq(mails.addressFolded, whose.addressFolded) : eq(mails.visitorId, whose.visitorId);
      return db.$count(mails, and(isTheirs, gt(mails.createdAt, since)));
    },
    // What was sent keeps the instant of its last claim, which is hardly later.
    countSent: (addressFolded, since) =>
      db.$count(mails, and(eq(mails.addressFolded, addressFolded), eq(mails.state, 'sent'), gt(mails.dueAt, since))),
    forget: (createdBefore) =>
      change(async ({ tx }) => {
        await tx.delete(mails).where(and(isSettledMail, lt(mails.createdAt, createdBefore)));
      }),
  };
}

export function ticketLinkQueries({ db, schema: { ticketLinks }, change }: Database): TicketLinkQueries {
  return {
    create: (link) =>
      change(async ({ tx }) => {
        await tx.insert(ticketLinks).values(link);
      }),
    byTokenHash: async (tokenHash) =>
      first(await db.select().from(ticketLinks).where(eq(ticketLinks.tokenHash, tokenHash))),
    revoke: (conversationId, exceptAddressFolded, now) =>
      change(async ({ tx }) => {
        const isOther = and(
          eq(ticketLinks.conversationId, conversationId),
          ne(ticketLinks.addressFolded, exceptAddressFolded),
          eq(ticketLinks.revokedAt, 0),
        );
        await tx.update(ticketLinks).set({ revokedAt: now }).where(isOther);
      }),
    forget: (expiredBefore) =>
      change(async ({ tx }) => {
        await tx.delete(ticketLinks).where(lt(ticketLinks.expiresAt, expiredBefore));
      }),
  };
}
