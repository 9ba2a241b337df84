import type { SiteId } from '@ventanilla/shared/ids';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { DirectoryAgent } from '../../directory.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { releaseConversationsOf } from '../presence/presence-changed.ts';
import { agentEvent } from './agent-event.ts';
import { knownAgent } from './known-agent.ts';

/**
 * Sites that the caller does not see stay as they are. What the agent has live on a site they leave goes back to its
 * queue, and their open sockets close, so that they hear no more of it.
 */
export async function setSites(
  deps: Deps,
  caller: AgentCaller,
  { agentId, version, siteIds }: CommandData<'agent:setSites'>,
): Promise<DirectoryAgent> {
  const before = knownAgent(deps, agentId);
  if (!siteIds.every((id) => caller.siteIds.includes(id))) throw new AppError('not_found');
  const unseen = before.siteIds.filter((id) => !caller.siteIds.includes(id));
  const wanted = [...new Set([...siteIds, ...unseen])];
  const added = wanted.filter((id) => !before.siteIds.includes(id));
  const left = before.siteIds.filter((id) => !wanted.includes(id));
  if (added.length + left.length === 0 && before.version === version) return before;
  if (left.some((id) => isLastMember(deps, before, id))) throw new AppError('last_member');

  const event = agentEvent(deps, 'agent.sitesChanged', agentId, caller.agentId, { after: { added, left } });
  const stored = await deps.store.agents.setSites(agentId, version, wanted, [event]);
  await deps.directory.reloadAgents();
  if (!stored) throw new AppError('conflict', { version: knownAgent(deps, agentId).version });
  deps.bus.publish({ type: 'agentRevoked', agentId, reason: 'roleChanged' });
  deps.bus.publish({ type: 'agentChanged', agentId });
  await releaseConversationsOf(deps, agentId, left);
  return knownAgent(deps, agentId);
}

function isLastMember({ directory }: Deps, agent: DirectoryAgent, siteId: SiteId): boolean {
  return !directory.agents().some((other) => other.id !== agent.id && other.siteIds.includes(siteId));
}
