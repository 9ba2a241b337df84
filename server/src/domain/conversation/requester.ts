import type { RequesterId } from '@ventanilla/shared/ids';
import type { Acceptance, Decision } from '../decision.ts';
import type { ConversationHead } from '../rows.ts';
import { conversationEvent, ticketEvent } from './lines.ts';
import type { Actor, Situation } from './situation.ts';

/** The site vouched for the person behind a conversation: it, and its open ticket, are theirs from now on (TK6). */
export function giveToRequester(
  head: ConversationHead,
  requesterId: RequesterId,
  visitor: Actor,
  situation: Situation,
): Decision {
  if (head.requesterId === requesterId) return { ok: false, reason: 'not_due' };
  const before = { requesterId: head.requesterId };
  const after = { requesterId };
  const moved: Acceptance = {
    ok: true,
    entries: [],
    patch: { requesterId },
    events: [conversationEvent('conversation.requesterChanged', head, visitor, situation, before, after)],
  };
  if (!head.ticket) return moved;
  return {
    ...moved,
    ticket: { patch: { requesterId, updatedAt: situation.now } },
    events: [...moved.events, ticketEvent('ticket.requesterChanged', head.ticket, visitor, situation, before, after)],
  };
}
