import type { ConversationDetail, ConversationSummary } from '../entities/conversation.ts';
import type { HistoryEvent, TicketSummary } from '../entities/ticket.ts';
import { isNewer } from './rows.ts';

/** What is told of a conversation on the screen, whichever answer comes last. Marks only go forward (DL8). */
export function newestDetail(known: ConversationDetail | null, told: ConversationDetail): ConversationDetail {
  if (!known) return told;
  const newest = isNewer(known, told) ? known : told;
  return { ...newest, visitorReadSeq: Math.max(known.visitorReadSeq, told.visitorReadSeq) };
}

/** A row of the inbox says less than the whole conversation, and may have heard more. */
export function changeDetail(detail: ConversationDetail, row: ConversationSummary | null): ConversationDetail {
  return row && isNewer(row, detail) ? { ...detail, ...row } : detail;
}

/** A ticket's own page: the ticket, and what happened to it as of `position`. */
export interface TicketPage {
  ticket: TicketSummary | null;
  /** Number of the one that goes on from it; '' while none does. */
  followUp: string;
  history: readonly HistoryEvent[];
  position: number;
  /** The latest news of it: beyond `position` there is more history to ask for. */
  heardPosition: number;
}

export const emptyTicketPage: TicketPage = { ticket: null, followUp: '', history: [], position: 0, heardPosition: 0 };

export function openTicketPage(
  page: TicketPage,
  answer: { ticket: TicketSummary; followUp: string; history: readonly HistoryEvent[]; position: number },
): TicketPage {
  const { ticket, followUp, history, position } = answer;
  if (position < page.position) return page;
  const newest = page.ticket && isNewer(page.ticket, ticket) ? page.ticket : ticket;
  return { ...page, ticket: newest, followUp, history, position };
}

/** `position` is that of the event; a command's answer has none. */
export function changeTicketPage(page: TicketPage, ticket: TicketSummary, position = 0): TicketPage {
  const heardPosition = Math.max(page.heardPosition, position);
  // The answer that brings it is on its way, and may be older than this.
  if (!page.ticket) return { ...page, heardPosition };
  if (ticket.follows === page.ticket.number) return { ...page, heardPosition };
  if (ticket.id !== page.ticket.id) return page;
  return { ...page, ticket: isNewer(ticket, page.ticket) ? ticket : page.ticket, heardPosition };
}

export function lacksHistory({ position, heardPosition }: TicketPage): boolean {
  return heardPosition > position;
}
