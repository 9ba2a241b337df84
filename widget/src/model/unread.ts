import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { Model } from './model.ts';

/** Messages of people at the desk that this visitor has not seen, of one conversation. */
export function unreadOf({ threads }: Model, { id, readSeq }: VisitorConversation): number {
  const entries = threads[id]?.entries ?? [];
  return entries.filter(({ kind, authorKind, seq }) => kind === 'message' && authorKind === 'agent' && seq > readSeq)
    .length;
}

/** The same of all of them. */
export function unreadCount(model: Model): number {
  return model.conversations.reduce((sum, conversation) => sum + unreadOf(model, conversation), 0);
}

/** What the loader has to know on the next page (PR1): something to send, or to hear; '' when there is neither. */
export function reasonToReturn(model: Model): 'unsent' | 'open' | '' {
  if (model.outgoing.length > 0) return 'unsent';
  return model.conversations.some((one) => one.isWritable || unreadOf(model, one) > 0) ? 'open' : '';
}
