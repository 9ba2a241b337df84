import { expect, test } from 'vitest';
import { aMoment, anId, aTicket } from '../testing/builders.ts';
import {
  everyTicket as all,
  changeTicket,
  emptyTicketList,
  firstPage,
  freshTickets,
  isStale,
  nextPage,
  shownTickets,
  type TicketFilter,
} from './ticket-list.ts';

const me = anId('agent', 1);
const ticket = (number: number, part = {}) => aTicket({ id: anId('ticket', number), number: `VEN-${number}`, ...part });
const first = firstPage(emptyTicketList, { tickets: [ticket(1), ticket(2)], next: 'x', position: 1 });
const shown = (list: typeof first) => shownTickets(list).map(({ number, status }) => `${number} ${status}`);
const makesStale = (part: object, filter: Partial<TicketFilter>) =>
  isStale(changeTicket(first, ticket(9, part), 5), { ...all, ...filter }, me);

test('a ticket that moved between two pages is shown once, as it is now', () => {
  const page = { tickets: [ticket(2, { version: 5, status: 'solved' }), ticket(3)], next: '', position: 2 };
  const list = nextPage(first, page);
  expect(shown(list)).toEqual(['VEN-1 open', 'VEN-2 solved', 'VEN-3 open']);
  expect(list.next).toBe('');
});

test('[TK8] a change is shown in its place, and only forwards', () => {
  const newer = changeTicket(first, ticket(1, { version: 3, status: 'pending' }));
  expect(shown(newer)).toEqual(['VEN-1 pending', 'VEN-2 open']);
  expect(changeTicket(newer, ticket(1, { version: 2 }))).toBe(newer);
  expect(changeTicket(newer, ticket(1, { version: 3, status: 'pending' }))).toBe(newer);
});

test('a ticket that belongs into the list makes it stale instead of moving it', () => {
  const list = changeTicket(first, ticket(9), 5);
  expect(isStale(list, all, me)).toBe(true);
  expect(shown(list)).toEqual(shown(first));
});

test('news that overtake a first page are not undone by it', () => {
  const list = firstPage(changeTicket(emptyTicketList, ticket(1, { version: 2, status: 'solved' }), 9), {
    tickets: [ticket(1)],
    next: '',
    position: 8,
  });
  expect(shown(list)).toEqual(['VEN-1 solved']);
  expect(isStale(emptyTicketList, all, me)).toBe(false);
});

test('what the filter leaves out does not make it stale', () => {
  expect(makesStale({}, { status: 'solved' })).toBe(false);
  expect(makesStale({ status: 'closed' }, { status: 'unsolved' })).toBe(false);
  expect(makesStale({ assignee: null }, { responsible: 'me' })).toBe(false);
  expect(makesStale({}, { responsible: 'nobody' })).toBe(false);
  expect(makesStale({}, { reason: 'visitor_left' })).toBe(false);
  expect(makesStale({ assignee: null }, { responsible: 'nobody' })).toBe(true);
  expect(makesStale({}, { type: 'incident' })).toBe(false);
  expect(makesStale({}, { priority: 'urgent' })).toBe(false);
  expect(makesStale({ type: 'incident', priority: 'urgent' }, { type: 'incident', priority: 'urgent' })).toBe(true);
});

test('[TK5] asked by priority, what is most urgent comes first, and the latest change among equals', () => {
  const list = firstPage(emptyTicketList, {
    tickets: [
      ticket(1),
      ticket(2, { priority: 'urgent' }),
      ticket(3, { updatedAt: aMoment + 1 }),
      ticket(4, { priority: 'low' }),
    ],
    next: '',
    position: 1,
  });
  const order = (part: Partial<TicketFilter>) =>
    freshTickets(list, { ...all, ...part }, me).map(({ number }) => number);
  expect(order({ order: 'priority' })).toEqual(['VEN-2', 'VEN-3', 'VEN-1', 'VEN-4']);
  expect(order({})).toEqual(['VEN-3', 'VEN-4', 'VEN-2', 'VEN-1']);
});
