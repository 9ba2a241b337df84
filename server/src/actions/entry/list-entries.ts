import { limits } from '@ventanilla/shared/limits';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { EntryRow } from '../../domain/rows.ts';
import type { AgentCaller } from '../caller.ts';
import { agentConversation } from '../conversation/agent-conversation.ts';

/** DL5: what an agent's client lacks, or the last page when that is more than a page; or an earlier page. */
export async function listEntries(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'entry:list'>,
): Promise<{ entries: EntryRow[]; isSnapshot: boolean }> {
  const conversation = await agentConversation(deps, caller, data.conversationId);
  if (data.beforeSeq > 0) {
    const entries = await deps.store.entries.before(data.conversationId, data.beforeSeq, limits.entriesPerPage);
    return { entries, isSnapshot: false };
  }
  const isSnapshot =
    data.afterSeq > conversation.lastSeq || conversation.lastSeq - data.afterSeq > limits.entriesPerPage;
  const entries = isSnapshot
    ? await deps.store.entries.last(data.conversationId, limits.entriesPerPage)
    : await deps.store.entries.after(data.conversationId, data.afterSeq, limits.entriesPerPage);
  return { entries, isSnapshot };
}
