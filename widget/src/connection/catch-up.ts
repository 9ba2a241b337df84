import type { ConversationId } from '@ventanilla/shared/ids';
import { emptyThread, hasGap, lastSeq } from '@ventanilla/shared/state/thread';
import type { Model } from '../model/model.ts';
import type { Change } from '../model/reduce.ts';
import { type Door, Unreachable } from './door.ts';

/** Asks for what is missing of one conversation (DL4, DL5); calls that come while one is on its way are one. */
export function createCatchUp(door: () => Door | undefined, model: () => Model, dispatch: (change: Change) => void) {
  const busy = new Set<ConversationId>();
  const threadOf = (id: ConversationId) => model().threads[id] ?? emptyThread;

  /** Resolves to whether anything new has come; rejects with `Unreachable` when it was not to be had. */
  async function ask(id: ConversationId, wait = {}): Promise<boolean> {
    const afterSeq = lastSeq(threadOf(id));
    const answer = await door()?.call('conversation:sync', { conversationId: id, afterSeq, ...wait });
    if (!answer?.ok) throw new Unreachable(answer?.error.code === 'unauthenticated' ? answer.error : undefined);
    dispatch({ type: 'synced', answer: answer.data });
    return lastSeq(threadOf(id)) > afterSeq;
  }

  return {
    ask,
    async catchUp(id: ConversationId): Promise<void> {
      if (busy.has(id)) return;
      busy.add(id);
      try {
        while ((await ask(id)) && hasGap(threadOf(id)));
      } catch {
        // The next door begins by catching up.
      } finally {
        busy.delete(id);
      }
    },
  };
}
