import { limits } from '@ventanilla/shared/limits';
import type { Deps } from '../../deps.ts';
import type { ConversationDetail } from '../../storage/store.ts';
import type { VisitorCaller } from '../caller.ts';

/** Begun in this browser, or in any of the person for whom the site has vouched here; newest first. */
export async function ownConversations(
  { store }: Deps,
  { visitorId, requesterId }: Pick<VisitorCaller, 'visitorId' | 'requesterId'>,
  limit: number,
): Promise<ConversationDetail[]> {
  return requesterId === ''
    ? store.conversations.listForVisitor(visitorId, limit)
    : store.conversations.listForRequester(requesterId, limit);
}

/** The visitor's own conversations, newest first. */
export async function listConversations(deps: Deps, caller: VisitorCaller): Promise<ConversationDetail[]> {
  return ownConversations(deps, caller, limits.listPage);
}
