import type { Deps } from '../../deps.ts';
import type { DirectoryAgent } from '../../directory.ts';
import type { GroupRow, SiteRow } from '../../domain/rows.ts';
import { knownAgent } from '../agent/known-agent.ts';
import type { AgentCaller } from '../caller.ts';

export interface OpenedSession {
  agent: DirectoryAgent;
  sites: SiteRow[];
  /** Colleagues: who shares a site with the agent; for an admin, everybody. */
  agents: DirectoryAgent[];
  groups: GroupRow[];
}

/** Everything a dashboard needs to draw its frame, from memory. */
export async function openSession({ directory }: Deps, caller: AgentCaller): Promise<OpenedSession> {
  const agent = knownAgent({ directory }, caller.agentId);
  const sites = caller.siteIds.flatMap((id) => directory.site(id) ?? []);
  const isColleague = ({ id, siteIds }: DirectoryAgent) =>
    id !== agent.id && (caller.role === 'admin' || siteIds.some((site) => caller.siteIds.includes(site)));
  return {
    agent,
    sites,
    agents: directory.agents().filter(isColleague),
    groups: sites.map((site) => directory.builtInGroup(site.id)),
  };
}
