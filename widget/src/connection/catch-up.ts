import type { ConversationId } from '@ventanilla/shared/ids';
import { emptyThread, hasGap, lastSeq } from '@ventanilla/shared/state/thread';
import type { Model } from '../model/model.ts';
import type { Change } from '../model/reduce.ts';
import { backOffMs } from './back-off.ts';
import { type Door, passing } from './door.ts';

/** Asks for what is missing of one conversation (DL4, DL5); calls that come while one is on its way at the same door are one. */
export function createCatchUp(
  door: () => Door | undefined,
  model: () => Model,
  dispatch: (change: Change) => void,
  chance: () => number,
) {
  const busy = new Map<ConversationId, Door>();
  const threadOf = (id: ConversationId) => model().threads[id] ?? emptyThread;

  /** Resolves to the server's answer, once the model has it; rejects with `Unreachable` when nobody answered. */
  async function ask(open: Door, id: ConversationId, wait = {}) {
    const answer = await open.call('conversation:sync', {
      conversationId: id,
      afterSeq: lastSeq(threadOf(id)),
      ...wait,
    });
    if (answer.ok) dispatch({ type: 'synced', answer: answer.data });
    return answer;
  }

  return {
    ask,
    /**
     * Until something is here and nothing is missing: as long as asking helps, or the server cannot answer just now, and this
     * door is open.
     */
    async catchUp(id: ConversationId): Promise<void> {
      const open = door();
      if (!open || busy.get(id) === open) return;
      busy.set(id, open);
      let last = -1;
      let failures = 0;
      while (door() === open && lastSeq(threadOf(id)) > last && (!lastSeq(threadOf(id)) || hasGap(threadOf(id)))) {
        const before = lastSeq(threadOf(id));
        // Where nobody answers, the next door begins by catching up.
        const answer = await ask(open, id).catch(() => {});
        if (!answer || answer.ok) last = before;
        else if (passing.has(answer.error.code)) {
          const pauseMs = Number(answer.error.details?.retryAfterMs) || backOffMs(failures++, chance());
          await new Promise((resolve) => setTimeout(resolve, pauseMs));
        } else break;
      }
      busy.delete(id);
    },
  };
}
