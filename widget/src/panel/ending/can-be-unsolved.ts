import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';

/** CV2: said "no" to, it goes on as a ticket. */
export function canBeUnsolved({ outcome, ticket }: VisitorConversation): boolean {
  return ticket ? ticket.status === 'solved' : outcome === 'answered';
}
