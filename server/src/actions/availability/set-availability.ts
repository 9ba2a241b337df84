import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { DirectoryAgent } from '../../directory.ts';
import { agentEvent } from '../agent/agent-event.ts';
import { knownAgent } from '../agent/known-agent.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';

/** Saying again what is so already changes and records nothing. */
export async function setAvailability(
  deps: Deps,
  { agentId }: AgentCaller,
  { availability }: CommandData<'availability:set'>,
): Promise<DirectoryAgent> {
  const before = knownAgent(deps, agentId);
  if (before.availability === availability) return before;
  const event = agentEvent(deps, 'agent.availabilityChanged', agentId, agentId, {
    before: { availability: before.availability },
    after: { availability },
  });
  const agent = await deps.store.agents.setAvailability(agentId, availability, [event]);
  if (!agent) throw new AppError('not_found');
  await deps.directory.reloadAgents();
  deps.bus.publish({ type: 'agentChanged', agentId });
  return knownAgent(deps, agentId);
}
