import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { createTicket as createTicketRule } from '../../domain/conversation/agent-acts.ts';
import type { AgentCaller } from '../caller.ts';
import { agentAppend } from '../conversation/agent-append.ts';
import type { Written } from '../conversation/append.ts';

/** TK1 `agent_decided`. */
export async function createTicket(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'ticket:create'>,
): Promise<Written> {
  return agentAppend(deps, caller, data.conversationId, null, createTicketRule);
}
