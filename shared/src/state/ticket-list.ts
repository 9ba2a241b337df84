import type { TicketSummary } from '../entities/ticket.ts';
import type { TicketId } from '../ids.ts';
import { rankOf } from '../priority.ts';
import {
  type Priority,
  type Responsible,
  type TicketOrder,
  type TicketReason,
  type TicketStatus,
  type TicketType,
  type unsolved,
  unsolvedStatuses,
} from '../vocabulary.ts';
import { noRows, putRow, putRows, type Rows, replaceRows, rowOf, rowsOf } from './rows.ts';

/** What a list asks for; '' leaves a question open. */
export interface TicketFilter {
  status: TicketStatus | typeof unsolved | '';
  responsible: Responsible;
  reason: TicketReason | '';
  type: TicketType | '';
  priority: Priority | '';
  order: TicketOrder;
}

export const everyTicket: TicketFilter = {
  status: '',
  responsible: 'anyone',
  reason: '',
  type: '',
  priority: '',
  order: 'changed',
};

export function sameFilter(a: TicketFilter, b: TicketFilter): boolean {
  return Object.keys(everyTicket).every((name) => Reflect.get(a, name) === Reflect.get(b, name));
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

/** What asking again would answer, as far down as the list has been read, in the order of the filter. */
export function freshTickets({ rows }: TicketList, filter: TicketFilter, agentId: string): TicketSummary[] {
  return rowsOf(rows)
    .filter((row) => matches(row, filter, agentId))
    .sort((a, b) => (filter.order === 'priority' ? byPriority(a, b) : 0) || newestFirst(a, b));
}

function byPriority(a: TicketSummary, b: TicketSummary): number {
  return rankOf(b.priority) - rankOf(a.priority);
}

function newestFirst(a: TicketSummary, b: TicketSummary): number {
  return b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1);
}

function matches(ticket: TicketSummary, filter: TicketFilter, agentId: string): boolean {
  const { status, responsible, reason, type, priority } = filter;
  const isUnsolved = unsolvedStatuses.some((known) => known === ticket.status);
  const isOfStatus = status === '' || (status === 'unsolved' ? isUnsolved : ticket.status === status);
  const holder = ticket.assignee?.id ?? '';
  const isTheirs = responsible === 'anyone' || holder === (responsible === 'me' ? agentId : '');
  const isOfKind = (reason === '' || ticket.reason === reason) && (type === '' || ticket.type === type);
  return isOfStatus && isTheirs && isOfKind && (priority === '' || ticket.priority === priority);
}
