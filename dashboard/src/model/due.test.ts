import { aMoment, aTicket } from '@ventanilla/shared/testing/builders';
import { expect, test } from 'vitest';
import { dueOf } from './due.ts';

const hour = 3_600_000;

test.each([
  [-1, 'late'],
  [hour, 'soon'],
  [3 * hour, 'calm'],
])('an answer due in %i ms is %s', (ms, urgency) => {
  expect(dueOf(aTicket({ dueAt: aMoment + ms }), aMoment)).toEqual({ kind: 'moment', at: aMoment + ms, urgency });
});

test('once it is answered nothing is owed', () => {
  expect(dueOf(aTicket({ dueAt: 0, status: 'open' }), aMoment)).toEqual({ kind: 'done' });
});

test('paused and finished tickets are never late', () => {
  const late = { dueAt: aMoment - hour };
  expect(dueOf(aTicket({ ...late, status: 'pending' }), aMoment).kind).toBe('paused');
  expect(dueOf(aTicket({ ...late, status: 'onHold' }), aMoment).kind).toBe('paused');
  expect(dueOf(aTicket({ ...late, status: 'solved' }), aMoment).kind).toBe('done');
  expect(dueOf(aTicket({ ...late, status: 'closed' }), aMoment).kind).toBe('done');
});
