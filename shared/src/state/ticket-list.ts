import type { TicketSummary } from '../entities/ticket.ts';
import type { TicketId } from '../ids.ts';
import {
  type Responsible,
  type TicketReason,
  type TicketStatus,
  type unsolved,
  unsolvedStatuses,
} from '../vocabulary.ts';
import { noRows, putRow, putRows, type Rows, replaceRows, rowOf, rowsOf } from './rows.ts';

/** What a list asks for; '' leaves a question open. */
export interface TicketFilter {
  status: TicketStatus | typeof unsolved | '';
  responsible: Responsible;
  reason: TicketReason | '';
}

export const everyTicket: TicketFilter = { status: '', responsible: 'anyone', reason: '' };

export function sameFilter(a: TicketFilter, b: TicketFilter): boolean {
  return a.status === b.status && a.responsible === b.responsible && a.reason === b.reason;
}

interface TicketsPage {
  tickets: TicketSummary[];
  next: string;
  position: number;
}

/**
 * Keyset pages one after the other, and whatever was heard since the first was asked for. What is shown changes in its place
 * and does not move under the reader's hand; `isStale` says that asking again would show more.
 */
export interface TicketList {
  rows: Rows<TicketSummary>;
  /** In the order of the pages; `null` before the first one. */
  shown: readonly TicketId[] | null;
  /** '' at the end. */
  next: string;
}

export const emptyTicketList: TicketList = { rows: noRows, shown: null, next: '' };

export function firstPage(list: TicketList, { tickets, next, position }: TicketsPage): TicketList {
  return { rows: replaceRows(list.rows, tickets, position), shown: tickets.map(({ id }) => id), next };
}

/** A ticket that moved between two pages is shown once, as it is now. */
export function nextPage(list: TicketList, { tickets, next, position }: TicketsPage): TicketList {
  const shown = new Set([...(list.shown ?? []), ...tickets.map(({ id }) => id)]);
  return { rows: putRows(list.rows, tickets, position), shown: [...shown], next };
}

export function changeTicket(list: TicketList, ticket: TicketSummary, position = 0): TicketList {
  const rows = putRow(list.rows, ticket, position);
  return rows === list.rows ? list : { ...list, rows };
}

/** As they are now, where they were. */
export function shownTickets({ rows, shown }: TicketList): TicketSummary[] {
  return (shown ?? []).flatMap((id) => rowOf(rows, id) ?? []);
}

/** Something belongs here that is not shown. */
export function isStale(list: TicketList, filter: TicketFilter, agentId: string): boolean {
  const shown = new Set(list.shown);
  return list.shown !== null && freshTickets(list, filter, agentId).some(({ id }) => !shown.has(id));
}

/** What asking again would answer, as far down as the list has been read: the latest change first. */
export function freshTickets({ rows }: TicketList, filter: TicketFilter, agentId: string): TicketSummary[] {
  return rowsOf(rows)
    .filter((row) => matches(row, filter, agentId))
    .sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1));
}

function matches(ticket: TicketSummary, { status, responsible, reason }: TicketFilter, agentId: string): boolean {
  const isUnsolved = unsolvedStatuses.some((known) => known === ticket.status);
  const isOfStatus = status === '' || (status === 'unsolved' ? isUnsolved : ticket.status === status);
  const holder = ticket.assignee?.id ?? '';
  const isTheirs = responsible === 'anyone' || holder === (responsible === 'me' ? agentId : '');
  return isOfStatus && isTheirs && (reason === '' || ticket.reason === reason);
}
