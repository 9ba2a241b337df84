import { followUpStartId } from '@ventanilla/shared/follow-up';
import type { Acceptance, DecidedEvent, NewConversation } from '../decision.ts';
import type { ConversationHead, TicketRow } from '../rows.ts';
import type { ClosedHead } from './closed.ts';
import { convert } from './convert.ts';
import { conversationEvent, ticketEvent, words } from './lines.ts';
import { type Actor, machine, type Situation } from './situation.ts';
import { newConversation } from './visitor-writes.ts';

/** The same person, address and language as the closed one. `assigneeId`: who had it and is still here, or ''. */
export function newFollowUp(
  closed: ClosedHead,
  base: Pick<NewConversation, 'id' | 'context' | 'assigneeId'>,
  body: string,
  situation: Situation,
): NewConversation {
  const { visitorId, requesterId, address } = closed;
  const startId = followUpStartId(closed.id);
  return { ...newConversation({ ...base, visitorId, requesterId, address, startId }, body, situation), ...base };
}

/** TK4 `follow_up`. It is a ticket at once, whoever is there; each of the two knows of the other (TK6, TK7). */
export function startFollowUp(
  head: ConversationHead,
  { ticket: closed }: ClosedHead,
  body: string,
  visitor: Actor,
  situation: Situation,
): Acceptance {
  const said = words('message', body, visitor, situation);
  const converted = convert(head, 'follow_up', machine, situation, [said]);
  const { make } = converted.ticket;
  return {
    ...converted,
    ticket: { make: { ...make, followsNumber: closed.number } },
    events: [
      conversationEvent('conversation.started', head, visitor, situation, {}, { channel: head.channel }),
      ...converted.events,
      linkedEvent(make, { link: 'related', number: closed.number, isFollowUp: true }, visitor, situation),
      {
        ...linkedEvent(closed, ({ number }) => ({ link: 'related', number, isFollowUp: false }), visitor, situation),
        version: closed.version,
      },
    ],
  };
}

/** `isFollowUp`: of the two, this one came after. */
function linkedEvent(
  { id }: Pick<TicketRow, 'id'>,
  after: NonNullable<DecidedEvent['after']>,
  visitor: Actor,
  situation: Situation,
): DecidedEvent {
  return ticketEvent('ticket.linked', { id, siteId: situation.site.id }, visitor, situation, {}, after);
}
