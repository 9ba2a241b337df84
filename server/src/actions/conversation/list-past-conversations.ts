import { limits } from '@ventanilla/shared/limits';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { ConversationDetail } from '../../storage/store.ts';
import type { AgentCaller } from '../caller.ts';
import { agentConversation } from './agent-conversation.ts';

/** What the same person has asked before. A requester is of one site, so what is found is within reach (PR3). */
export async function listPastConversations(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'conversation:past'>,
): Promise<ConversationDetail[]> {
  const { id, requesterId } = await agentConversation(deps, caller, data.conversationId);
  if (requesterId === '') return [];
  const past = await deps.store.conversations.listPastOfRequester(requesterId, limits.pastConversations + 1);
  return past.filter((conversation) => conversation.id !== id).slice(0, limits.pastConversations);
}
