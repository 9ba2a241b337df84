import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import {
  type Responsible,
  type TicketReason,
  type TicketStatus,
  type unsolved,
  unsolvedStatuses,
} from '@ventanilla/shared/vocabulary';

/** What the address bar asks for; '' leaves a question open. */
export interface TicketFilter {
  status: TicketStatus | typeof unsolved | '';
  responsible: Responsible;
  reason: TicketReason | '';
}

export const everyTicket: TicketFilter = { status: '', responsible: 'anyone', reason: '' };

export function sameFilter(a: TicketFilter, b: TicketFilter): boolean {
  return a.status === b.status && a.responsible === b.responsible && a.reason === b.reason;
}

/** Keyset pages one after the other. `next` is '' at the end. */
export interface TicketList {
  tickets: readonly TicketSummary[];
  next: string;
  /** Something belongs here that is not: the list says so instead of moving under the reader's hand. */
  isStale: boolean;
}

/** Rows in the document at any time. */
export const rowsShown = 200;

export function firstPage(page: { tickets: TicketSummary[]; next: string }): TicketList {
  return { tickets: page.tickets, next: page.next, isStale: false };
}

/** A ticket that moved between two pages is shown once, as it is now. */
export function nextPage(list: TicketList, page: { tickets: TicketSummary[]; next: string }): TicketList {
  const known = new Set(list.tickets.map(({ id }) => id));
  const fresh = page.tickets.filter(({ id }) => !known.has(id));
  const changed = page.tickets
    .filter(({ id }) => known.has(id))
    .reduce((tickets, ticket) => replace(tickets, ticket), list.tickets);
  return { ...list, tickets: [...changed, ...fresh], next: page.next };
}

/** Idempotent and monotone by version. */
export function changeTicket(
  list: TicketList,
  ticket: TicketSummary,
  filter: TicketFilter,
  agentId: string,
): TicketList {
  const known = list.tickets.find(({ id }) => id === ticket.id);
  if (known) {
    const tickets = replace(list.tickets, ticket);
    return tickets === list.tickets ? list : { ...list, tickets };
  }
  return !list.isStale && matches(ticket, filter, agentId) ? { ...list, isStale: true } : list;
}

function matches(ticket: TicketSummary, { status, responsible, reason }: TicketFilter, agentId: string): boolean {
  const isUnsolved = unsolvedStatuses.some((known) => known === ticket.status);
  const isOfStatus = status === '' || (status === 'unsolved' ? isUnsolved : ticket.status === status);
  const holder = ticket.assignee?.id ?? '';
  const isTheirs = responsible === 'anyone' || holder === (responsible === 'me' ? agentId : '');
  return isOfStatus && isTheirs && (reason === '' || ticket.reason === reason);
}

function replace(tickets: readonly TicketSummary[], ticket: TicketSummary): readonly TicketSummary[] {
  const index = tickets.findIndex(({ id }) => id === ticket.id);
  const known = tickets[index];
  if (!known || known.version >= ticket.version) return tickets;
  return tickets.with(index, ticket);
}
