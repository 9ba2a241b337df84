import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { EntryRow } from '../../domain/rows.ts';
import type { InboxRow } from '../../storage/store.ts';
import type { AgentCaller } from '../caller.ts';
import { entriesAfter } from '../entry/list-entries.ts';
import { agentConversation } from './agent-conversation.ts';

export interface OpenedConversation {
  conversation: InboxRow;
  entries: EntryRow[];
  /** `entries` are the last page, and not what follows `afterSeq`. */
  isSnapshot: boolean;
  position: number;
}

/** A conversation with what follows `afterSeq`, or with its last page. The position is read first: what comes meanwhile is told twice, never missed (DL9). */
export async function openConversation(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'conversation:open'>,
): Promise<OpenedConversation> {
  const position = await deps.store.events.currentPosition();
  const conversation = await agentConversation(deps, caller, data.conversationId);
  const following = await entriesAfter(deps, conversation, data.afterSeq);
  return { conversation, ...following, position };
}
