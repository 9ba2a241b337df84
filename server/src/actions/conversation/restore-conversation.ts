import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { restore } from '../../domain/conversation/ending.ts';
import type { AgentCaller } from '../caller.ts';
import { agentAppend } from './agent-append.ts';
import type { Written } from './append.ts';

/** Takes a discard back. */
export async function restoreConversation(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'conversation:restore'>,
): Promise<Written> {
  return agentAppend(deps, caller, data.conversationId, null, restore);
}
