import { limits } from '@ventanilla/shared/limits';
import type { Deps } from '../../deps.ts';
import { attributesSet } from '../../domain/conversation/attributes.ts';
import type { EventRow } from '../../domain/rows.ts';
import type { TicketDetail } from '../../storage/store.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { type OpenedConversation, openConversation } from '../conversation/open-conversation.ts';

export interface OpenedTicket extends OpenedConversation {
  ticket: TicketDetail;
  /** What goes on from it, once it is closed (TK4). */
  followUp: TicketDetail | null;
  /** Of the ticket and of its conversation, oldest first (TK6), but for what the page says (CV8). */
  history: EventRow[];
}

export async function openTicket(
  deps: Deps,
  caller: AgentCaller,
  number: number | null,
  afterSeq: number,
): Promise<OpenedTicket> {
  const ticket = number === null ? null : await deps.store.tickets.byNumber(number);
  if (!ticket || !caller.siteIds.includes(ticket.siteId)) throw new AppError('not_found');
  const [opened, followUp, ofTicket, ofConversation] = await Promise.all([
    openConversation(deps, caller, { conversationId: ticket.conversationId, afterSeq }),
    deps.store.tickets.followUpOf(ticket.number),
    deps.store.events.ofSubject('ticket', ticket.id, limits.entriesPerPage),
    deps.store.events.ofSubject('conversation', ticket.conversationId, limits.entriesPerPage, attributesSet),
  ]);
  const history = [...ofConversation, ...ofTicket].sort((a, b) => a.position - b.position);
  return { ...opened, ticket, followUp, history };
}
