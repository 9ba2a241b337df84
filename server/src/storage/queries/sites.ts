import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../database.ts';
import type { GroupQueries, SiteQueries } from '../store.ts';
import { first } from './first.ts';

export function siteQueries({ db, schema: { agentSites, sites, groups }, change }: Database): SiteQueries {
  return {
    list: async () => db.select().from(sites).orderBy(asc(sites.createdAt), asc(sites.id)),
    byId: async (id) => first(await db.select().from(sites).where(eq(sites.id, id))),
    byKey: async (key) => first(await db.select().from(sites).where(eq(sites.key, key))),
    create: (site, group, members, events) =>
      change(async ({ tx, record }) => {
        const row = { ...site, version: 1 };
        await tx.insert(sites).values(row);
        await tx.insert(groups).values({ ...group, siteId: site.id, isBuiltIn: true, version: 1 });
        if (members.length > 0)
          await tx.insert(agentSites).values(members.map((agentId) => ({ agentId, siteId: site.id })));
        await record(events, row.version);
        return row;
      }),
    update: (id, version, patch, events) =>
      change(async ({ tx, record }) => {
        const updated = await tx
          .update(sites)
          .set({ ...patch, version: version + 1 })
          .where(and(eq(sites.id, id), eq(sites.version, version)))
          .returning();
        const site = first(updated);
        if (site) await record(events, site.version);
        return site;
      }),
  };
}

export function groupQueries({ db, schema: { groups } }: Database): GroupQueries {
  return {
    builtInOf: async (siteId) =>
      first(
        await db
          .select()
          .from(groups)
          .where(and(eq(groups.siteId, siteId), eq(groups.isBuiltIn, true))),
      ),
  };
}
