import { limits } from '@ventanilla/shared/limits';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { EntryRow } from '../../domain/rows.ts';
import type { InboxRow } from '../../storage/store.ts';
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
  return entriesAfter(deps, conversation, data.afterSeq);
}

/** What follows `afterSeq`, or the last page when that is more than a page (DL4). */
export async function entriesAfter(
  { store }: Deps,
  { id, lastSeq }: Pick<InboxRow, 'id' | 'lastSeq'>,
  afterSeq: number,
): Promise<{ entries: EntryRow[]; isSnapshot: boolean }> {
  const isSnapshot = afterSeq === 0 || afterSeq > lastSeq || lastSeq - afterSeq > limits.entriesPerPage;
  const entries = isSnapshot
    ? await store.entries.last(id, limits.entriesPerPage)
    : await store.entries.after(id, afterSeq, limits.entriesPerPage);
  return { entries, isSnapshot };
}
