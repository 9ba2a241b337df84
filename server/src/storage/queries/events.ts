import { and, asc, desc, eq, gt, inArray, ne } from 'drizzle-orm';
import type { Database } from '../database.ts';
import type { EventQueries } from '../store.ts';
import { first } from './first.ts';

export function eventQueries({ db, schema: { events, counters } }: Database): EventQueries {
  return {
    ofSubject: async (subjectKind, subjectId, limit, except = '') => {
      const newest = await db
        .select()
        .from(events)
        .where(
          and(
            eq(events.subjectKind, subjectKind),
            eq(events.subjectId, subjectId),
            ne(events.type, except),
            gt(events.position, 0),
          ),
        )
        .orderBy(desc(events.position))
        .limit(limit);
      return newest.reverse();
    },
    afterPosition: async (siteIds, position, limit) => {
      if (siteIds.length === 0) return [];
      return db
        .select()
        .from(events)
        .where(and(gt(events.position, position), inArray(events.siteId, [...siteIds])))
        .orderBy(asc(events.position))
        .limit(limit);
    },
    currentPosition: async () =>
      first(await db.select().from(counters).where(eq(counters.name, 'position')))?.value ?? 0,
  };
}
