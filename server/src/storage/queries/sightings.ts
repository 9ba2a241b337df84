import type { SiteId } from '@ventanilla/shared/ids';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import type { SightingQueries } from '../store.ts';

export function sightingQueries({ db, schema: { siteSightings }, change }: Database): SightingQueries {
  const { siteId, host, loadedAt, reachedAt, blockedAt, directive } = siteSightings;
  const latest = sql`CASE WHEN ${blockedAt} > ${loadedAt} THEN ${blockedAt} ELSE ${loadedAt} END`;
  const isOf = (id: SiteId) => eq(siteId, id);
  return {
    record: (sightings, kept) =>
      change(async ({ tx }) => {
        await tx
          .insert(siteSightings)
          .values([...sightings])
          .onConflictDoUpdate({
            target: [siteId, host],
            set: {
              loadedAt: sql`CASE WHEN excluded.loaded_at > ${loadedAt} THEN excluded.loaded_at ELSE ${loadedAt} END`,
              reachedAt: sql`CASE WHEN excluded.reached_at > ${reachedAt} THEN excluded.reached_at ELSE ${reachedAt} END`,
              directive: sql`CASE WHEN excluded.blocked_at > ${blockedAt} THEN excluded.directive ELSE ${directive} END`,
              blockedAt: sql`CASE WHEN excluded.blocked_at > ${blockedAt} THEN excluded.blocked_at ELSE ${blockedAt} END`,
            },
          });
        for (const id of new Set(sightings.map((sighting) => sighting.siteId))) {
          const rows = await tx.select({ host }).from(siteSightings).where(isOf(id)).orderBy(desc(latest), desc(host));
          const surplus = rows.slice(kept).map((row) => row.host);
          if (surplus.length > 0) await tx.delete(siteSightings).where(and(isOf(id), inArray(host, surplus)));
        }
      }),
    list: async (id) => db.select().from(siteSightings).where(isOf(id)).orderBy(desc(latest), desc(host)),
  };
}
