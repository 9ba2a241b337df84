import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import type { TicketStatus } from '@ventanilla/shared/vocabulary';

/** What the address bar asks for. */
export interface TicketFilter {
  status: TicketStatus | '';
  isMine: boolean;
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

function matches(ticket: TicketSummary, filter: TicketFilter, agentId: string): boolean {
  return (
    (filter.status === '' || ticket.status === filter.status) && (!filter.isMine || ticket.assignee?.id === agentId)
  );
}

function replace(tickets: readonly TicketSummary[], ticket: TicketSummary): readonly TicketSummary[] {
  const index = tickets.findIndex(({ id }) => id === ticket.id);
  const known = tickets[index];
  if (!known || known.version >= ticket.version) return tickets;
  return tickets.with(index, ticket);
}
