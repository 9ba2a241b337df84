import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { handOver } from '../../domain/conversation/ending.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { agentAppend } from './agent-append.ts';
import { agentConversation } from './agent-conversation.ts';
import type { Written } from './append.ts';

/** To a colleague who is a member of the conversation's site; anybody else is not there (PR3). */
export async function handOverConversation(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'conversation:handOver'>,
): Promise<Written> {
  const { siteId } = await agentConversation(deps, caller, data.conversationId);
  const colleague = deps.directory.agents().find((agent) => agent.id === data.toAgentId);
  if (!colleague?.siteIds.includes(siteId)) throw new AppError('not_found');
  const to = { kind: 'agent', id: colleague.id, name: colleague.name } as const;
  return agentAppend(deps, caller, data.conversationId, null, (head, agent, situation) =>
    handOver(head, to, agent, situation),
  );
}
