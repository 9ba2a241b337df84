import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { triage } from '../../domain/ticket/triage.ts';
import type { AgentCaller } from '../caller.ts';
import { agentAppend } from '../conversation/agent-append.ts';
import type { Written } from '../conversation/append.ts';

/** TK5, TK8. What it is and how much it matters; a stale version is a conflict. */
export async function triageTicket(
  deps: Deps,
  caller: AgentCaller,
  { conversationId, version, ...change }: CommandData<'ticket:triage'>,
): Promise<Written> {
  return agentAppend(deps, caller, conversationId, null, (head, agent, situation) =>
    triage(head, version, change, agent, situation),
  );
}
