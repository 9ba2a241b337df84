import type { ConversationId, VisitorId } from '@ventanilla/shared/ids';
import { limits } from '@ventanilla/shared/limits';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { EntryRow } from '../../domain/rows.ts';
import type { ConversationDetail } from '../../storage/store.ts';
import { AppError } from '../app-error.ts';
import type { VisitorCaller } from '../caller.ts';

const betweenWaitsMs = 15_000;

/** Not theirs and not there answer alike (PR3). */
export async function ownConversation(
  deps: Deps,
  caller: VisitorCaller,
  id: ConversationId,
): Promise<ConversationDetail> {
  const conversation = await deps.store.conversations.byId(id);
  if (conversation?.visitorId !== caller.visitorId || conversation.siteId !== caller.siteId)
    throw new AppError('not_found');
  return conversation;
}

export interface Synced {
  conversation: ConversationDetail;
  entries: EntryRow[];
  isSnapshot: boolean;
}

/** DL4: what follows `afterSeq` in the visitor's stream, or the last page when the gap is larger than a page. */
export async function syncConversation(
  deps: Deps,
  caller: VisitorCaller,
  data: CommandData<'conversation:sync'>,
): Promise<Synced> {
  const conversation = await ownConversation(deps, caller, data.conversationId);
  const hasNews = conversation.lastPublicSeq > data.afterSeq || conversation.version > data.knownVersion;
  if (data.waitMs > 0 && !hasNews) {
    await whileHere(deps, caller.visitorId, () => nextChange(deps, data.conversationId, data.waitMs));
    return syncConversation(deps, caller, { ...data, waitMs: 0 });
  }
  if (
    data.afterSeq > conversation.lastPublicSeq ||
    conversation.lastPublicSeq - data.afterSeq > limits.entriesPerPage
  ) {
    const entries = await deps.store.entries.publicLast(data.conversationId, limits.entriesPerPage);
    return { conversation, entries, isSnapshot: true };
  }
  const entries = await deps.store.entries.publicAfter(data.conversationId, data.afterSeq, limits.entriesPerPage);
  return { conversation, entries, isSnapshot: false };
}

/** A visitor who waits at the HTTP door is here as much as one with a socket; between two waits they stay a moment longer. */
async function whileHere(deps: Deps, visitorId: VisitorId, wait: () => Promise<void>): Promise<void> {
  deps.presence.opened(visitorId);
  await wait();
  deps.clock.after(betweenWaitsMs, () => deps.presence.closed(visitorId));
}

/** The HTTP door's wait: until something of this conversation is told, or the time is over. */
function nextChange(deps: Deps, conversationId: ConversationId, waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      unsubscribe();
      cancel();
      resolve();
    };
    const unsubscribe = deps.bus.subscribe((happening) => {
      if (happening.type === 'appended' && happening.result.conversation.id === conversationId) finish();
    });
    const cancel = deps.clock.after(waitMs, finish);
  });
}
