import type { VisitorId } from '@ventanilla/shared/ids';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { NewEvent } from '../../domain/decision.ts';
import type { VisitorRow } from '../../domain/rows.ts';
import type { Database } from '../database.ts';
import type { RequesterQueries, VisitorQueries } from '../store.ts';
import { first } from './first.ts';

export function visitorQueries({ db, schema: { visitors, requesters }, change }: Database): VisitorQueries {
  function update(id: VisitorId, patch: Partial<VisitorRow>, events: readonly NewEvent[]): Promise<VisitorRow | null> {
    return change(async ({ tx, record }) => {
      const updated = await tx
        .update(visitors)
        .set({ ...patch, version: sql`${visitors.version} + 1` })
        .where(eq(visitors.id, id))
        .returning();
      const visitor = first(updated);
      if (visitor) await record(events, visitor.version);
      return visitor;
    });
  }

  return {
    byId: async (id) => first(await db.select().from(visitors).where(eq(visitors.id, id))),
    create: (visitor, requester) =>
      change(async ({ tx }) => {
        const row = { ...visitor, requesterId: requester.id, version: 1 };
        const inserted = await tx.insert(visitors).values(row).onConflictDoNothing().returning();
        if (inserted.length === 0) return first(await tx.select().from(visitors).where(eq(visitors.id, row.id))) ?? row;
        await tx.insert(requesters).values({ ...requester, version: 1 });
        return row;
      }),
    setRequester: (id, requesterId) => update(id, { requesterId }, []),
    blocked: async () => {
      const rows = await db.select({ id: visitors.id }).from(visitors).where(gt(visitors.blockedAt, 0));
      return rows.map(({ id }) => id);
    },
    block: (id, blockedAt, events) => update(id, { blockedAt }, events),
  };
}

export function requesterQueries({ db, schema: { requesters }, change }: Database): RequesterQueries {
  return {
    byId: async (id) => first(await db.select().from(requesters).where(eq(requesters.id, id))),
    byExternalId: async (siteId, externalId) => {
      if (externalId === '') return null;
      const isTheirs = and(eq(requesters.siteId, siteId), eq(requesters.externalId, externalId));
      return first(await db.select().from(requesters).where(isTheirs));
    },
    create: (requester) =>
      change(async ({ tx }) => {
        const row = { ...requester, version: 1 };
        const inserted = await tx.insert(requesters).values(row).onConflictDoNothing().returning();
        if (inserted.length > 0) return row;
        const isTheirs = and(eq(requesters.siteId, row.siteId), eq(requesters.externalId, row.externalId));
        return first(await tx.select().from(requesters).where(isTheirs)) ?? row;
      }),
    update: (id, version, patch) =>
      change(async ({ tx }) => {
        const updated = await tx
          .update(requesters)
          .set({ ...patch, version: version + 1 })
          .where(and(eq(requesters.id, id), eq(requesters.version, version)))
          .returning();
        return first(updated);
      }),
  };
}
