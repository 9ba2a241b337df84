import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { setTicketStatus as setTicketStatusRule } from '../../domain/conversation/ending.ts';
import type { AgentCaller } from '../caller.ts';
import { agentAppend } from '../conversation/agent-append.ts';
import type { Written } from '../conversation/append.ts';

/** TK4. The status it has already changes nothing. */
export async function setTicketStatus(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'ticket:setStatus'>,
): Promise<Written> {
  return agentAppend(deps, caller, data.conversationId, null, (head, agent, situation) =>
    setTicketStatusRule(head, data.status, agent, situation),
  );
}
