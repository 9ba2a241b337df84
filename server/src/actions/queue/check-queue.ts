import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { QueuePlace } from '@ventanilla/shared/wire/visitor';
import type { Deps } from '../../deps.ts';
import type { VisitorCaller } from '../caller.ts';
import { ownConversation } from '../conversation/sync-conversation.ts';
import { queuePlaces } from './queue-places.ts';

/** Where a conversation stands in its site's queue; place 0 when it does not wait. */
export async function checkQueue(
  deps: Deps,
  caller: VisitorCaller,
  data: CommandData<'queue:check'>,
): Promise<QueuePlace> {
  const { id, state } = await ownConversation(deps, caller, data.conversationId);
  if (state !== 'queued') return { place: 0, waitMs: 0 };
  const places = await queuePlaces(deps, caller.siteId);
  const { place = 0, waitMs = 0 } = places.find((candidate) => candidate.conversationId === id) ?? {};
  return { place, waitMs };
}
