import type { ConversationHead, TicketRow } from '../rows.ts';

export interface ClosedHead extends ConversationHead {
  ticket: TicketRow;
}

/** TK4. What is closed takes no more words and changes no more. */
export function isClosed(head: ConversationHead): head is ClosedHead {
  return head.ticket?.status === 'closed';
}
