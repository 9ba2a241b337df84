import type { ConversationId } from '@ventanilla/shared/ids';
import { limits } from '@ventanilla/shared/limits';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { EntryRow } from '../../domain/rows.ts';
import { concernsVisitor } from '../../lib/bus.ts';
import type { ConversationDetail } from '../../storage/store.ts';
import { AppError } from '../app-error.ts';
import type { VisitorCaller } from '../caller.ts';
import { presentAs } from '../presence/present-as.ts';
import { owns } from '../visitor/owns.ts';

const betweenWaitsMs = 15_000;

/** Not theirs and not there answer alike (PR3). */
export async function ownConversation(
  deps: Deps,
  caller: VisitorCaller,
  id: ConversationId,
): Promise<ConversationDetail> {
  const conversation = await deps.store.conversations.byId(id);
  if (!conversation || !owns(caller, conversation)) throw new AppError('not_found');
  return conversation;
}

export interface Synced {
  conversation: ConversationDetail;
  entries: EntryRow[];
  isSnapshot: boolean;
}

/**
 * DL4: what follows `afterSeq` in the visitor's stream, or the last page when the gap is larger than a page; with
 * `beforeSeq` an earlier page. With `waitMs`
 * and nothing new it waits; it listens before it looks, so that nothing falls in between.
 */
export async function syncConversation(
  deps: Deps,
  caller: VisitorCaller,
  data: CommandData<'conversation:sync'>,
): Promise<Synced> {
  if (data.waitMs === 0 || data.beforeSeq > 0) return read(deps, caller, data);
  const change = nextChange(deps, data.conversationId, data.waitMs);
  try {
    const synced = await read(deps, caller, data);
    const { lastPublicSeq, version } = synced.conversation;
    if (lastPublicSeq > data.afterSeq || version > data.knownVersion) return synced;
    await whileHere(deps, caller, change.came);
    return await read(deps, caller, data);
  } finally {
    change.cancel();
  }
}

async function read(deps: Deps, caller: VisitorCaller, data: CommandData<'conversation:sync'>): Promise<Synced> {
  const conversation = await ownConversation(deps, caller, data.conversationId);
  const { publicAfter, publicBefore } = deps.store.entries;
  if (data.beforeSeq > 0) {
    const entries = await publicBefore(data.conversationId, data.beforeSeq, limits.entriesPerPage);
    return { conversation, entries, isSnapshot: false };
  }
  const { lastPublicSeq } = conversation;
  const isSnapshot = data.afterSeq > lastPublicSeq || lastPublicSeq - data.afterSeq > limits.entriesPerPage;
  const entries = isSnapshot
    ? await publicBefore(data.conversationId, lastPublicSeq + 1, limits.entriesPerPage)
    : await publicAfter(data.conversationId, data.afterSeq, limits.entriesPerPage);
  return { conversation, entries, isSnapshot };
}

/** A visitor who waits at the HTTP door is here as much as one with a socket; between two waits they stay a moment longer. */
async function whileHere({ presence, clock }: Deps, caller: VisitorCaller, wait: Promise<void>): Promise<void> {
  for (const id of presentAs(caller)) presence.opened(id);
  await wait;
  clock.after(betweenWaitsMs, () => presentAs(caller).forEach(presence.closed));
}

/** Until something of this conversation is told, or the time is over. */
function nextChange(
  deps: Deps,
  conversationId: ConversationId,
  waitMs: number,
): { came: Promise<void>; cancel(): void } {
  const { promise: came, resolve } = Promise.withResolvers<void>();
  const unsubscribe = deps.bus.subscribe((happening) => {
    if (happening.type === 'draining') resolve();
    if (happening.type !== 'appended' || happening.result.conversation.id !== conversationId) return;
    if (concernsVisitor(happening.result)) resolve();
  });
  const stopWaiting = deps.clock.after(waitMs, resolve);
  return {
    came,
    cancel() {
      unsubscribe();
      stopWaiting();
    },
  };
}
