import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { AgentCaller } from '../caller.ts';
import { agentConversation } from '../conversation/agent-conversation.ts';

/** DL8: the agent's own mark, and how far any agent has read, for the visitor's "read". */
export async function readEntry(deps: Deps, caller: AgentCaller, data: CommandData<'entry:read'>) {
  const conversation = await agentConversation(deps, caller, data.conversationId);
  const seq = Math.min(data.seq, conversation.lastSeq);
  await deps.store.readMarks.set([{ conversationId: conversation.id, readerId: caller.agentId, seq }]);
  const publicSeq = await deps.store.readMarks.setOfAgents(conversation.id, seq);
  if (publicSeq > conversation.agentReadSeq) {
    deps.bus.publish({ type: 'read', by: 'agent', conversation, seq: publicSeq });
  }
  return { readSeq: seq };
}
