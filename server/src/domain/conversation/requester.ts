import type { Acceptance, Decision } from '../decision.ts';
import { receivedMail } from '../mail/ticket-mails.ts';
import type { ConversationHead, RequesterRow } from '../rows.ts';
import { isClosed } from './closed.ts';
import { conversationEvent, ticketEvent } from './lines.ts';
import type { Actor, Situation } from './situation.ts';

/** The site vouched for the person behind a conversation: it, and its ticket, are theirs from now on (TK6). */
export function giveToRequester(
  head: ConversationHead,
  { id: requesterId, email }: Pick<RequesterRow, 'id' | 'email'>,
  visitor: Actor,
  situation: Situation,
): Decision {
  if (head.requesterId === requesterId) return { ok: false, reason: 'not_due' };
  const before = { requesterId: head.requesterId };
  const after = { requesterId };
  const address = head.address === '' ? email : head.address;
  const moved: Acceptance = {
    ok: true,
    entries: [],
    patch: { requesterId, ...(address !== head.address && { address }) },
    events: [conversationEvent('conversation.requesterChanged', head, visitor, situation, before, after)],
  };
  if (!head.ticket) return moved;
  return {
    ...moved,
    mails: isClosed(head) ? [] : receivedMail({ ...head, address }, head.ticket.id, situation),
    ticket: { patch: { requesterId, updatedAt: situation.now } },
    events: [...moved.events, ticketEvent('ticket.requesterChanged', head.ticket, visitor, situation, before, after)],
  };
}

/**
 * CV3, TK3. Where this conversation goes on by mail. It is the requester's as well, unverified; what had to be told
 * already is told there too.
 */
export function giveAddress(head: ConversationHead, address: string, visitor: Actor, situation: Situation): Decision {
  if (!situation.canMail || head.outcome === 'discarded' || isClosed(head))
    return { ok: false, reason: 'not_writable' };
  if (head.address === address) return { ok: true, entries: [], events: [] };
  const given = { ...head, address };
  return {
    ok: true,
    entries: [],
    patch: { address },
    events: [
      conversationEvent('conversation.addressGiven', head, visitor, situation, { address: head.address }, { address }),
    ],
    mails: head.ticket ? receivedMail(given, head.ticket.id, situation) : [],
    ...(head.requesterId !== '' && {
      requesterAddress: { id: head.requesterId, email: address, emailFolded: address.toLowerCase() },
    }),
  };
}
