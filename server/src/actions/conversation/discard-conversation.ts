import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { discard } from '../../domain/conversation/ending.ts';
import type { AgentCaller } from '../caller.ts';
import { agentAppend } from './agent-append.ts';
import type { Written } from './append.ts';

/** CV1 `discarded`, with its reason. */
export async function discardConversation(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'conversation:discard'>,
): Promise<Written> {
  return agentAppend(deps, caller, data.conversationId, null, (head, agent, situation) =>
    discard(head, data.reason, agent, situation),
  );
}
