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
  const { authUserId } = knownAgent(deps, agentId);
  const event = agentEvent(deps, 'agent.removed', agentId, caller.agentId);
  const { status } = await deps.store.agents.remove(agentId, version, deps.clock.now(), [event]);
  if (status === 'lastAdmin') throw new AppError('last_admin');
  await deps.directory.reloadAgents();
  if (status === 'stale') throw new AppError('conflict', { version: knownAgent(deps, agentId).version });
  deps.bus.publish({ type: 'agentRevoked', agentId, reason: 'removed' });
  deps.bus.publish({ type: 'agentRemoved', agentId });
  await deps.agentAuth.deleteAccount(authUserId);
  return { agentId };
}
