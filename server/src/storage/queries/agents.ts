import type { AgentId, SiteId } from '@ventanilla/shared/ids';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { NewEvent } from '../../domain/decision.ts';
import type { AgentRow } from '../../domain/rows.ts';
import type { Database, Db } from '../database.ts';
import type { AgentChange, AgentQueries, NewAgent } from '../store.ts';
import { first } from './first.ts';

export function agentQueries({ db, schema, change }: Database): AgentQueries {
  const { agents, agentSites, counters } = schema;

  /** Whoever changes who is an admin takes turns, in every process of the installation. */
  async function takeTurn(tx: Db): Promise<void> {
    await tx
      .update(counters)
      .set({ value: sql`${counters.value} + 1` })
      .where(eq(counters.name, 'agents'));
  }

  async function insert(tx: Db, agent: NewAgent, siteIds: readonly SiteId[]): Promise<AgentRow | null> {
    const row = { ...agent, wasConnected: false, removedAt: 0, version: 1 };
    const inserted = await tx.insert(agents).values(row).onConflictDoNothing().returning();
    if (inserted.length === 0) return null;
    if (siteIds.length > 0)
      await tx.insert(agentSites).values(siteIds.map((siteId) => ({ agentId: agent.id, siteId })));
    return row;
  }

  async function update(tx: Db, id: AgentId, version: number, patch: Partial<AgentRow>): Promise<AgentRow | null> {
    const updated = await tx
      .update(agents)
      .set({ ...patch, version: version + 1 })
      .where(and(eq(agents.id, id), eq(agents.version, version), eq(agents.removedAt, 0)))
      .returning();
    return first(updated);
  }

  function changeAdmins(
    id: AgentId,
    version: number,
    patch: Partial<AgentRow>,
    events: readonly NewEvent[],
  ): Promise<AgentChange> {
    return change(async ({ tx, record }) => {
      await takeTurn(tx);
      const isAdmin = and(eq(agents.role, 'admin'), eq(agents.removedAt, 0));
      const isOneLess = patch.role !== 'admin' && (await tx.$count(agents, and(isAdmin, eq(agents.id, id)))) > 0;
      if (isOneLess && (await tx.$count(agents, and(isAdmin, ne(agents.id, id)))) === 0) return { status: 'lastAdmin' };
      const agent = await update(tx, id, version, patch);
      if (!agent) return { status: 'stale' };
      await record(events, agent.version);
      return { status: 'stored', agent };
    });
  }

  /** Without a version named: the last word counts. */
  function changeCurrent(id: AgentId, patch: Partial<AgentRow>, events: readonly NewEvent[]): Promise<AgentRow | null> {
    return change(async ({ tx, record }) => {
      const updated = await tx
        .update(agents)
        .set({ ...patch, version: sql`${agents.version} + 1` })
        .where(and(eq(agents.id, id), eq(agents.removedAt, 0)))
        .returning();
      const agent = first(updated);
      if (!agent) return null;
      await record(events, agent.version);
      return agent;
    });
  }

  return {
    byId: async (id) => first(await db.select().from(agents).where(eq(agents.id, id))),
    byAuthUserId: async (authUserId) => first(await db.select().from(agents).where(eq(agents.authUserId, authUserId))),
    byEmailFolded: async (emailFolded) =>
      first(
        await db
          .select()
          .from(agents)
          .where(and(eq(agents.emailFolded, emailFolded), eq(agents.removedAt, 0))),
      ),
    list: async () => db.select().from(agents).orderBy(asc(agents.createdAt), asc(agents.id)),
    listOfSite: async (siteId) => {
      const rows = await db
        .select({ agent: agents })
        .from(agentSites)
        .innerJoin(agents, eq(agents.id, agentSites.agentId))
        .where(and(eq(agentSites.siteId, siteId), eq(agents.removedAt, 0)))
        .orderBy(asc(agents.createdAt), asc(agents.id));
      return rows.map((row) => row.agent);
    },
    siteIds: async (id) => {
      const rows = await db.select().from(agentSites).where(eq(agentSites.agentId, id)).orderBy(asc(agentSites.siteId));
      return rows.map((row) => row.siteId);
    },
    create: (agent, siteIds, events) =>
      change(async ({ tx, record }) => {
        const row = await insert(tx, agent, siteIds);
        if (row) await record(events, row.version);
        return row;
      }),
    createFirstAdmin: (agent, siteIds, events) =>
      change(async ({ tx, record }) => {
        await takeTurn(tx);
        if ((await tx.$count(agents)) > 0) return null;
        const row = await insert(tx, { ...agent, role: 'admin' }, siteIds);
        if (row) await record(events, row.version);
        return row;
      }),
    setRole: (id, version, role, events) => changeAdmins(id, version, { role }, events),
    remove: (id, version, removedAt, events) => changeAdmins(id, version, { removedAt }, events),
    setAvailability: (id, availability, events) => changeCurrent(id, { availability }, events),
    noteConnected: async (id, isConnected) => {
      await change(({ tx }) => tx.update(agents).set({ wasConnected: isConnected }).where(eq(agents.id, id)));
    },
    setSites: (id, version, siteIds, events) =>
      change(async ({ tx, record }) => {
        const agent = await update(tx, id, version, {});
        if (!agent) return null;
        await tx.delete(agentSites).where(eq(agentSites.agentId, id));
        if (siteIds.length > 0) await tx.insert(agentSites).values(siteIds.map((siteId) => ({ agentId: id, siteId })));
        await record(events, agent.version);
        return agent;
      }),
  };
}
