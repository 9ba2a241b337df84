import { and, asc, desc, eq, gt } from 'drizzle-orm';
import type { Database } from '../database.ts';
import type { InvitationQueries } from '../store.ts';
import { first } from './first.ts';

export function invitationQueries({ db, schema: { invitations }, change }: Database): InvitationQueries {
  const isOpen = (now: number) => and(eq(invitations.usedAt, 0), gt(invitations.expiresAt, now));
  return {
    create: (invitation, events) =>
      change(async ({ tx, record }) => {
        const row = { ...invitation, usedAt: 0 };
        await tx.insert(invitations).values(row);
        await record(events, 1);
        return row;
      }),
    byTokenHash: async (tokenHash) =>
      first(await db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash))),
    use: (tokenHash, now) =>
      change(async ({ tx }) => {
        const used = await tx
          .update(invitations)
          .set({ usedAt: now })
          .where(and(eq(invitations.tokenHash, tokenHash), isOpen(now)))
          .returning();
        return first(used);
      }),
    unusedSetup: async (now) => {
      const setups = db
        .select()
        .from(invitations)
        .where(and(eq(invitations.kind, 'setup'), isOpen(now)));
      return first(await setups.orderBy(asc(invitations.id)).limit(1));
    },
    listOpen: async (now) =>
      db.select().from(invitations).where(isOpen(now)).orderBy(desc(invitations.createdAt), desc(invitations.id)),
  };
}
