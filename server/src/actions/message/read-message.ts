import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { VisitorCaller } from '../caller.ts';
import { ownConversation } from '../conversation/sync-conversation.ts';

/** DL8: monotone; a mark beyond the last line counts as the last line. */
export async function readMessage(deps: Deps, caller: VisitorCaller, data: CommandData<'message:read'>) {
  const conversation = await ownConversation(deps, caller, data.conversationId);
  const seq = Math.min(data.seq, conversation.lastPublicSeq);
  if (seq > conversation.visitorReadSeq) {
    await deps.store.readMarks.setOfVisitor(conversation.id, seq);
    deps.bus.publish({ type: 'read', by: 'visitor', conversation, seq });
  }
  return { readSeq: Math.max(seq, conversation.visitorReadSeq) };
}
