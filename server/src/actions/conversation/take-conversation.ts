import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { take } from '../../domain/conversation/agent-acts.ts';
import type { AgentCaller } from '../caller.ts';
import { agentAppend } from './agent-append.ts';
import type { Written } from './append.ts';

/** CV4. Taking what one already has changes nothing. */
export async function takeConversation(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'conversation:take'>,
): Promise<Written> {
  return agentAppend(deps, caller, data.conversationId, null, take);
}
