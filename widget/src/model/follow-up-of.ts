import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { Model } from './model.ts';

/** TK4. The conversation that goes on from this closed one, as far as it is known here. */
export function followUpOf({ conversations }: Model, closed: VisitorConversation): VisitorConversation | undefined {
  return conversations.find(({ ticket }) => ticket && ticket.follows === closed.ticket?.number);
}
