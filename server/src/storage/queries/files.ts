import { and, asc, eq, inArray, lt, or } from 'drizzle-orm';
import type { FileRow } from '../../domain/rows.ts';
import type { Database } from '../database.ts';
import type { FileQueries } from '../store.ts';
import { first } from './first.ts';
import { indexConditions } from './index-conditions.ts';

export function fileQueries({ db, schema, change }: Database): FileQueries {
  const { files, entries, conversations } = schema;
  const { isNotAttached } = indexConditions(schema);
  return {
    create: (file) =>
      change(async ({ tx }) => {
        const row: FileRow = {
          ...file,
          conversationId: '',
          entryId: '',
          state: 'uploading',
          name: '',
          mime: '',
          sizeBytes: 0,
          width: 0,
          height: 0,
        };
        await tx.insert(files).values(row);
        return row;
      }),
    finish: (id, facts) =>
      change(async ({ tx }) => {
        const isIt = and(eq(files.id, id), eq(files.state, 'uploading'));
        return first(
          await tx
            .update(files)
            .set({ ...facts, state: 'ready' })
            .where(isIt)
            .returning(),
        );
      }),
    byId: async (id) => {
      const rows = await db
        .select({
          file: files,
          visitorId: conversations.visitorId,
          requesterId: conversations.requesterId,
          publicSeq: entries.publicSeq,
        })
        .from(files)
        .leftJoin(entries, eq(entries.id, files.entryId))
        .leftJoin(conversations, eq(conversations.id, files.conversationId))
        .where(eq(files.id, id));
      const row = first(rows);
      if (!row) return null;
      const { file, visitorId, requesterId, publicSeq } = row;
      return { ...file, visitorId: visitorId ?? '', requesterId: requesterId ?? '', publicSeq: publicSeq ?? 0 };
    },
    expire: (createdBefore, limit) =>
      change(async ({ tx }) => {
        const due = await tx
          .select({ id: files.id })
          .from(files)
          .where(and(isNotAttached, or(lt(files.createdAt, createdBefore), eq(files.state, 'removed'))))
          .orderBy(asc(files.createdAt), asc(files.id))
          .limit(limit);
        if (due.length === 0) return [];
        const ids = due.map((file) => file.id);
        // Asked again: a message may have taken one of them meanwhile.
        const isStillDue = and(inArray(files.id, ids), isNotAttached);
        return tx.update(files).set({ state: 'removed' }).where(isStillDue).returning();
      }),
    forget: (ids) =>
      change(async ({ tx }) => {
        if (ids.length > 0) await tx.delete(files).where(and(inArray(files.id, [...ids]), isNotAttached));
      }),
  };
}
