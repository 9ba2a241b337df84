import type { TicketReason } from '@ventanilla/shared/vocabulary';
import type { Acceptance, NewEntry, NewTicket } from '../decision.ts';
import { receivedMail } from '../mail/ticket-mails.ts';
import type { ConversationHead } from '../rows.ts';
import { untriaged } from '../ticket/triage.ts';
import { noDeadline } from './deadline.ts';
import { conversationEvent, ticketEvent, ticketLine } from './lines.ts';
import { expectedAt } from './promise.ts';
import type { Actor, Situation } from './situation.ts';

/**
 * TK1. The conversation goes on as a ticket for exactly one reason. `before`: lines of the same decision that come first.
 * Whoever had the conversation answers for the ticket, unless they are the ones who were lost; else the group does (TK2).
 */
export function convert(
  head: ConversationHead,
  reason: TicketReason,
  actor: Actor,
  situation: Situation,
  before: readonly NewEntry[] = [],
): Acceptance & { ticket: { make: NewTicket } } {
  const ticket = newTicket(head, reason, situation);
  return {
    ok: true,
    entries: [...before, ticketLine({ line: 'ticketed', reason }, actor, situation)],
    patch: {
      state: 'ended',
      outcome: 'ticketed',
      endedAt: situation.now,
      endReason: reason,
      queuedAt: 0,
      isFront: false,
      ...noDeadline,
    },
    ticket: { make: ticket },
    mails: receivedMail(head, ticket.id, situation),
    events: [
      conversationEvent(
        'conversation.ended',
        head,
        actor,
        situation,
        { state: head.state },
        { outcome: 'ticketed', reason },
      ),
      ticketEvent('ticket.created', { id: ticket.id, siteId: head.siteId }, actor, situation, {}, (made) => ({
        number: made.number,
        status: made.status,
        reason,
        assigneeId: made.assigneeId,
        groupId: made.groupId,
        dueAt: made.dueAt,
      })),
    ],
  };
}

function newTicket(head: ConversationHead, reason: TicketReason, situation: Situation): NewTicket {
  const assigneeId = reason === 'agent_lost' ? '' : head.assigneeId;
  return {
    id: situation.newId('ticket'),
    requesterId: head.requesterId,
    reason,
    status: assigneeId === '' ? 'new' : 'open',
    ...untriaged,
    assigneeId,
    groupId: assigneeId === '' ? situation.groupId : '',
    channel: head.channel,
    subject: head.subject,
    followsNumber: 0,
    receivedAt: head.createdAt,
    dueAt: expectedAt(head, situation),
    solvedAt: 0,
    closedAt: 0,
    createdAt: situation.now,
  };
}
