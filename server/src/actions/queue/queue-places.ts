import type { ConversationId, RequesterId, SiteId, VisitorId } from '@ventanilla/shared/ids';
import type { QueuePlace } from '@ventanilla/shared/wire/visitor';
import type { Deps } from '../../deps.ts';
import { expectedWaitMs } from '../../domain/routing/waiting.ts';

export interface WaitingPlace extends QueuePlace {
  conversationId: ConversationId;
  visitorId: VisitorId;
  requesterId: RequesterId | '';
}

/** Everybody who waits on a site, in the order in which agents see them, with what can honestly be said of the wait. */
export async function queuePlaces(deps: Deps, siteId: SiteId): Promise<WaitingPlace[]> {
  const waiting = await deps.store.conversations.queue(siteId);
  const pickUps = deps.pickUps.of(siteId, deps.clock.now());
  return waiting.map(({ id, visitorId, requesterId }, index) => ({
    conversationId: id,
    visitorId,
    requesterId,
    place: index + 1,
    waitMs: expectedWaitMs(index + 1, pickUps),
  }));
}
