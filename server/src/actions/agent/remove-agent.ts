import type { SiteId } from '@ventanilla/shared/ids';
import type { CommandData, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { agentEvent } from './agent-event.ts';
import { knownAgent } from './known-agent.ts';

/** Their name stays on what they wrote; account, sessions and open sockets end now, and their address may be invited again. */
export async function removeAgent(
  deps: Deps,
  caller: AgentCaller,
  { agentId, version }: CommandData<'agent:remove'>,
): Promise<CommandOutput<'agent:remove'>> {
  const { authUserId, siteIds } = knownAgent(deps, agentId);
  const event = agentEvent(deps, 'agent.removed', agentId, caller.agentId);
  const { status } = await deps.store.agents.remove(agentId, version, deps.clock.now(), [event]);
  if (status === 'lastAdmin') throw new AppError('last_admin');
  await deps.directory.reloadAgents();
  if (status === 'stored') await adoptOrphans(deps, caller, siteIds);
  if (status === 'stale') throw new AppError('conflict', { version: knownAgent(deps, agentId).version });
  deps.bus.publish({ type: 'agentRevoked', agentId, reason: 'removed' });
  deps.bus.publish({ type: 'agentRemoved', agentId });
  await deps.agentAuth.deleteAccount(authUserId);
  return { agentId };
}

/** A site must not lose its last member: whoever removes them takes their place. */
async function adoptOrphans(deps: Deps, caller: AgentCaller, siteIds: readonly SiteId[]): Promise<void> {
  const hasMember = (siteId: SiteId) => deps.directory.agents().some((agent) => agent.siteIds.includes(siteId));
  const orphans = siteIds.filter((siteId) => !hasMember(siteId));
  if (orphans.length === 0) return;
  const event = agentEvent(deps, 'agent.sitesChanged', caller.agentId, caller.agentId, { after: { added: orphans } });
  const adopt = async (): Promise<boolean> => {
    const { version, siteIds: own } = knownAgent(deps, caller.agentId);
    const stored = await deps.store.agents.setSites(
      caller.agentId,
      version,
      [...new Set([...own, ...orphans])],
      [event],
    );
    await deps.directory.reloadAgents();
    return stored !== null;
  };
  for (let tries = 0; tries < 3; tries++) if (await adopt()) break;
  deps.bus.publish({ type: 'agentChanged', agentId: caller.agentId });
}
