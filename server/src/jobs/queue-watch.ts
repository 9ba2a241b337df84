import type { ConversationId, SiteId } from '@ventanilla/shared/ids';
import { queuePlaces } from '../actions/queue/queue-places.ts';
import type { Deps } from '../deps.ts';
import { faultOf } from '../lib/logger.ts';

/** A busy queue is told at most this often, ms. */
const settleMs = 500;

/** When a queue moves, everybody in it hears of their new place; once for many moves at a time. */
export function startQueueWatch(deps: Deps): { close(): Promise<void> } {
  const pending = new Map<SiteId, () => void>();
  const told = new Map<ConversationId, string>();
  let tail: Promise<void> = Promise.resolve();

  async function tell(siteId: SiteId): Promise<void> {
    const places = await queuePlaces(deps, siteId);
    for (const { place, waitMs, conversationId, ...whose } of places) {
      const text = `${place} ${waitMs}`;
      if (told.get(conversationId) === text) continue;
      told.set(conversationId, text);
      deps.bus.publish({ type: 'queueMoved', conversationId, ...whose, place, waitMs });
    }
  }

  function soon(siteId: SiteId): void {
    if (pending.has(siteId)) return;
    const cancel = deps.clock.after(settleMs, () => {
      pending.delete(siteId);
      tail = tail
        .then(() => tell(siteId))
        .catch((error: unknown) => {
          deps.log.error({ fault: faultOf(error) }, 'places in the queue were not told');
        });
    });
    pending.set(siteId, cancel);
  }

  const unsubscribe = deps.bus.subscribe((happening) => {
    if (happening.type !== 'appended') return;
    const { conversation, events } = happening.result;
    if (events.length === 0) return;
    if (conversation.state !== 'queued') told.delete(conversation.id);
    soon(conversation.siteId);
  });

  return {
    async close() {
      unsubscribe();
      for (const cancel of pending.values()) cancel();
      await tail;
    },
  };
}
