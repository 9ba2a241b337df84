import { anId, aTicket } from '@ventanilla/shared/testing/builders';
import { expect, test } from 'vitest';
import { everyTicket as all, changeTicket, firstPage, nextPage } from './ticket-list.ts';

const me = anId('agent', 1);
const ticket = (number: number, part = {}) => aTicket({ id: anId('ticket', number), number: `VEN-${number}`, ...part });
const first = firstPage({ tickets: [ticket(1), ticket(2)], next: 'x' });

test('a ticket that moved between two pages is shown once, as it is now', () => {
  const list = nextPage(first, { tickets: [ticket(2, { version: 5, status: 'solved' }), ticket(3)], next: '' });
  expect(list.tickets.map(({ number, status }) => `${number} ${status}`)).toEqual([
    'VEN-1 open',
    'VEN-2 solved',
    'VEN-3 open',
  ]);
  expect(list.next).toBe('');
});

test('[TK8] a change is shown in its place, and only forwards', () => {
  const newer = changeTicket(first, ticket(1, { version: 3, status: 'pending' }), all, me);
  expect(newer.tickets[0]?.status).toBe('pending');
  expect(changeTicket(newer, ticket(1, { version: 2 }), all, me)).toBe(newer);
  expect(changeTicket(newer, ticket(1, { version: 3, status: 'pending' }), all, me)).toBe(newer);
});

test('a ticket that belongs into the list makes it stale instead of moving it', () => {
  const list = changeTicket(first, ticket(9), all, me);
  expect(list.isStale).toBe(true);
  expect(list.tickets).toBe(first.tickets);
  expect(changeTicket(list, ticket(10), all, me)).toBe(list);
});

test('what the filter leaves out does not make it stale', () => {
  expect(changeTicket(first, ticket(9), { ...all, status: 'solved' }, me)).toBe(first);
  expect(changeTicket(first, ticket(9, { status: 'closed' }), { ...all, status: 'unsolved' }, me)).toBe(first);
  expect(changeTicket(first, ticket(9, { assignee: null }), { ...all, responsible: 'me' }, me)).toBe(first);
  expect(changeTicket(first, ticket(9), { ...all, responsible: 'nobody' }, me)).toBe(first);
  expect(changeTicket(first, ticket(9), { ...all, reason: 'visitor_left' }, me)).toBe(first);
  expect(changeTicket(first, ticket(9, { assignee: null }), { ...all, responsible: 'nobody' }, me).isStale).toBe(true);
});
