import type { ConversationId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import type { InboxRow } from '../../storage/store.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';

/** A conversation of one of the agent's sites; anything else is not there (PR3). */
export async function agentConversation(deps: Deps, caller: AgentCaller, id: ConversationId): Promise<InboxRow> {
  const conversation = await deps.store.conversations.inboxRow(id);
  if (!conversation || !caller.siteIds.includes(conversation.siteId)) throw new AppError('not_found');
  return conversation;
}
