import type { ConversationId } from '@ventanilla/shared/ids';
import { and, asc, desc, eq, gt, inArray, lt, lte, sql } from 'drizzle-orm';
import type { ReadMarkRow } from '../../domain/rows.ts';
import type { Database } from '../database.ts';
import type { EntryQueries, ReadMarkQueries } from '../store.ts';
import { first } from './first.ts';
import { indexConditions } from './index-conditions.ts';

export function entryQueries({ db, schema }: Database): EntryQueries {
  const { entries } = schema;
  const { isPublic } = indexConditions(schema);
  const isOf = (conversationId: ConversationId) => eq(entries.conversationId, conversationId);
  return {
    after: async (conversationId, afterSeq, limit) =>
      db
        .select()
        .from(entries)
        .where(and(isOf(conversationId), gt(entries.seq, afterSeq)))
        .orderBy(asc(entries.seq))
        .limit(limit),
    before: async (conversationId, beforeSeq, limit) => {
      const newest = db
        .select()
        .from(entries)
        .where(and(isOf(conversationId), lt(entries.seq, beforeSeq)))
        .orderBy(desc(entries.seq))
        .limit(limit);
      return (await newest).reverse();
    },
    last: async (conversationId, limit) => {
      const newest = db.select().from(entries).where(isOf(conversationId)).orderBy(desc(entries.seq)).limit(limit);
      return (await newest).reverse();
    },
    publicAfter: async (conversationId, afterPublicSeq, limit) =>
      db
        .select()
        .from(entries)
        .where(and(isOf(conversationId), gt(entries.publicSeq, afterPublicSeq), isPublic))
        .orderBy(asc(entries.publicSeq))
        .limit(limit),
    publicBefore: async (conversationId, beforePublicSeq, limit) => {
      const newest = db
        .select()
        .from(entries)
        .where(and(isOf(conversationId), lt(entries.publicSeq, beforePublicSeq), isPublic))
        .orderBy(desc(entries.publicSeq))
        .limit(limit);
      return (await newest).reverse();
    },
    afterPosition: async (siteIds, position, limit) => {
      if (siteIds.length === 0) return [];
      return db
        .select()
        .from(entries)
        .where(and(gt(entries.position, position), inArray(entries.siteId, [...siteIds])))
        .orderBy(asc(entries.position))
        .limit(limit);
    },
  };
}

export function readMarkQueries({ db, schema, change }: Database): ReadMarkQueries {
  const { readMarks, conversations, entries } = schema;
  return {
    set: (marks) =>
      change(async ({ tx }) => {
        const ids = [...new Set(marks.map((mark) => mark.conversationId))];
        if (ids.length === 0) return;
        const rows = await tx
          .select({ id: conversations.id })
          .from(conversations)
          .where(inArray(conversations.id, ids));
        const known = new Set(rows.map((row) => row.id));
        const values = highest(marks).filter((mark) => known.has(mark.conversationId));
        if (values.length === 0) return;
        await tx
          .insert(readMarks)
          .values(values)
          .onConflictDoUpdate({
            target: [readMarks.conversationId, readMarks.readerId],
            set: { seq: sql`CASE WHEN excluded.seq > ${readMarks.seq} THEN excluded.seq ELSE ${readMarks.seq} END` },
          });
      }),
    setOfVisitor: (conversationId, publicSeq) =>
      change(async ({ tx }) => {
        await tx
          .update(conversations)
          .set({ visitorReadSeq: publicSeq })
          .where(
            and(
              eq(conversations.id, conversationId),
              lt(conversations.visitorReadSeq, publicSeq),
              sql`${conversations.lastPublicSeq} >= ${publicSeq}`,
            ),
          );
      }),
    setOfAgents: (conversationId, seq) =>
      change(async ({ tx }) => {
        const upTo = and(eq(entries.conversationId, conversationId), lte(entries.seq, seq), gt(entries.publicSeq, 0));
        const newest = tx.select({ publicSeq: entries.publicSeq }).from(entries).where(upTo);
        const publicSeq = first(await newest.orderBy(desc(entries.seq)).limit(1))?.publicSeq ?? 0;
        await tx
          .update(conversations)
          .set({ agentReadSeq: publicSeq })
          .where(and(eq(conversations.id, conversationId), lt(conversations.agentReadSeq, publicSeq)));
        const current = tx.select({ seq: conversations.agentReadSeq }).from(conversations);
        return first(await current.where(eq(conversations.id, conversationId)))?.seq ?? 0;
      }),
    ofReader: async (readerId, conversationIds) => {
      if (conversationIds.length === 0) return [];
      const isTheirs = and(eq(readMarks.readerId, readerId), inArray(readMarks.conversationId, [...conversationIds]));
      return db.select().from(readMarks).where(isTheirs).orderBy(asc(readMarks.conversationId));
    },
  };
}

/** One mark for each conversation and reader, in the order in which every process locks them. */
function highest(marks: readonly ReadMarkRow[]): ReadMarkRow[] {
  const byKey = new Map<string, ReadMarkRow>();
  for (const mark of marks) {
    const key = `${mark.conversationId} ${mark.readerId}`;
    const known = byKey.get(key);
    if (!known || known.seq < mark.seq) byKey.set(key, mark);
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark);
}
