import { limits } from '@ventanilla/shared/limits';
import type { Deps } from '../../deps.ts';
import type { ConversationDetail } from '../../storage/store.ts';
import type { VisitorCaller } from '../caller.ts';

/** The visitor's own conversations, newest first. */
export async function listConversations(deps: Deps, caller: VisitorCaller): Promise<ConversationDetail[]> {
  return deps.store.conversations.listForVisitor(caller.visitorId, limits.listPage);
}
