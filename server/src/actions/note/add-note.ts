import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { note } from '../../domain/conversation/agent-acts.ts';
import type { AgentCaller } from '../caller.ts';
import { agentAppend } from '../conversation/agent-append.ts';
import type { Written } from '../conversation/append.ts';

/** CV5: for agents' eyes only. */
export async function addNote(deps: Deps, caller: AgentCaller, data: CommandData<'note:add'>): Promise<Written> {
  const { clientId, body, fileIds } = data;
  const words = { clientId, kind: 'note', body, fileIds } as const;
  return agentAppend(deps, caller, data.conversationId, words, (head, agent, situation) =>
    note(head, body, agent, situation),
  );
}
