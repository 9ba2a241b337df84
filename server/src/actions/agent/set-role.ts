import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { DirectoryAgent } from '../../directory.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { agentEvent } from './agent-event.ts';
import { knownAgent } from './known-agent.ts';

/** Their open sockets close, so that none goes on with the old role; the session stays. */
export async function setRole(
  deps: Deps,
  caller: AgentCaller,
  { agentId, version, role }: CommandData<'agent:setRole'>,
): Promise<DirectoryAgent> {
  const before = knownAgent(deps, agentId);
  if (before.role === role && before.version === version) return before;
  const event = agentEvent(deps, 'agent.roleChanged', agentId, caller.agentId, {
    before: { role: before.role },
    after: { role },
  });
  const { status } = await deps.store.agents.setRole(agentId, version, role, [event]);
  if (status === 'lastAdmin') throw new AppError('last_admin');
  await deps.directory.reloadAgents();
  if (status === 'stale') throw new AppError('conflict', { version: knownAgent(deps, agentId).version });
  deps.bus.publish({ type: 'agentRevoked', agentId, reason: 'roleChanged' });
  deps.bus.publish({ type: 'agentChanged', agentId });
  return knownAgent(deps, agentId);
}
