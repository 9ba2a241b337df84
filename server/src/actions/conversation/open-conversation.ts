import type { ConversationId } from '@ventanilla/shared/ids';
import { limits } from '@ventanilla/shared/limits';
import type { Deps } from '../../deps.ts';
import type { EntryRow } from '../../domain/rows.ts';
import type { InboxRow } from '../../storage/store.ts';
import type { AgentCaller } from '../caller.ts';
import { agentConversation } from './agent-conversation.ts';

export interface OpenedConversation {
  conversation: InboxRow;
  entries: EntryRow[];
  position: number;
}

/** The last page of a conversation. The position is read first: what comes meanwhile is told twice, never missed (DL9). */
export async function openConversation(
  deps: Deps,
  caller: AgentCaller,
  data: { conversationId: ConversationId },
): Promise<OpenedConversation> {
  const position = await deps.store.events.currentPosition();
  const conversation = await agentConversation(deps, caller, data.conversationId);
  const entries = await deps.store.entries.last(data.conversationId, limits.entriesPerPage);
  return { conversation, entries, position };
}
