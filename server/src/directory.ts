import { isFirstGroupName } from '@ventanilla/shared/i18n/first-names';
import type { AgentId, SiteId, VisitorId } from '@ventanilla/shared/ids';
import type { AgentRow, GroupRow, SiteRow, TicketRow } from './domain/rows.ts';
import type { Store } from './storage/store.ts';

/**
 * The small facts that every message needs, kept in memory so that none costs a query: sites, their groups, agents, and the
 * few visitors of whom nothing is taken.
 * Whoever changes one of them reloads it here before telling anybody.
 */
export interface Directory {
  sites(): SiteRow[];
  site(id: SiteId): SiteRow | null;
  siteByKey(key: string): SiteRow | null;
  builtInGroup(siteId: SiteId): GroupRow;
  group(id: string): GroupRow | null;
  /** Removed ones too: their names stay on what they wrote. */
  agent(id: string): DirectoryAgent | null;
  /** Not removed. */
  agents(): DirectoryAgent[];
  /** Nothing that this visitor writes is taken. */
  isBlocked(id: VisitorId): boolean;
  reloadSites(): Promise<void>;
  reloadAgents(): Promise<void>;
  reloadBlocked(): Promise<void>;
  /** Prefix of ticket numbers, `VEN` unless the installation says otherwise. */
  ticketPrefix: string;
}

export interface DirectoryAgent extends AgentRow {
  siteIds: readonly SiteId[];
}

export async function openDirectory(store: Store): Promise<Directory> {
  let sites = new Map<string, SiteRow>();
  let sitesByKey = new Map<string, SiteRow>();
  let groups = new Map<string, GroupRow>();
  let agents = new Map<string, DirectoryAgent>();
  let blocked = new Set<string>();

  async function reloadSites() {
    const rows = await store.sites.list();
    const builtIn = await Promise.all(rows.map((site) => store.groups.builtInOf(site.id)));
    sites = new Map(rows.map((site) => [site.id, site]));
    sitesByKey = new Map(rows.map((site) => [site.key, site]));
    groups = new Map(builtIn.flatMap((group) => (group ? [[group.siteId, group] as const] : [])));
  }

  async function reloadAgents() {
    const rows = await store.agents.list();
    const withSites = await Promise.all(
      rows.map(async (agent) => ({ ...agent, siteIds: await store.agents.siteIds(agent.id) })),
    );
    agents = new Map(withSites.map((agent) => [agent.id, agent]));
  }

  async function reloadBlocked() {
    blocked = new Set(await store.visitors.blocked());
  }

  await Promise.all([reloadSites(), reloadAgents(), reloadBlocked()]);
  const ticketPrefix = await store.installation.setOnce('ticketPrefix', 'VEN');

  return {
    ticketPrefix,
    reloadSites,
    reloadAgents,
    reloadBlocked,
    isBlocked: (id) => blocked.has(id),
    sites: () => [...sites.values()],
    site: (id) => sites.get(id) ?? null,
    siteByKey: (key) => sitesByKey.get(key) ?? null,
    builtInGroup(siteId) {
      const group = groups.get(siteId);
      if (!group) throw new Error(`site ${siteId} has no built-in group`);
      return group;
    },
    group: (id) => [...groups.values()].find((group) => group.id === id) ?? null,
    agent: (id) => agents.get(id) ?? null,
    agents: () => [...agents.values()].filter((agent) => agent.removedAt === 0),
  };
}

/** TK2: what people say aloud. */
export function ticketNumber({ ticketPrefix }: Pick<Directory, 'ticketPrefix'>, number: number): string {
  return `${ticketPrefix}-${number}`;
}

/** TK3: who has a ticket, a person before a group; '' for the group while nobody has named it. */
export function responsibleOf(
  directory: Directory,
  { assigneeId, groupId }: Pick<TicketRow, 'assigneeId' | 'groupId'>,
): { name: string; isPerson: boolean } {
  if (assigneeId !== '') return { name: directory.agent(assigneeId)?.name ?? '', isPerson: true };
  const group = directory.group(groupId)?.name ?? '';
  return { name: isFirstGroupName(group) ? '' : group, isPerson: false };
}

/** Online: at least one open connection and not away. */
export function onlineAgents(
  directory: Directory,
  presence: { isConnected(id: AgentId): boolean },
  siteId: SiteId,
): DirectoryAgent[] {
  return directory
    .agents()
    .filter(
      (agent) => agent.siteIds.includes(siteId) && agent.availability === 'available' && presence.isConnected(agent.id),
    );
}
