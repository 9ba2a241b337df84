import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { end } from '../../domain/conversation/ending.ts';
import type { AgentCaller } from '../caller.ts';
import { agentAppend } from './agent-append.ts';
import type { Written } from './append.ts';

/** CV1 `answered`; a ticket becomes solved. */
export async function endConversation(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'conversation:end'>,
): Promise<Written> {
  return agentAppend(deps, caller, data.conversationId, null, end);
}
