import { aConversation, aQueuedConversation, aTicket } from '@ventanilla/shared/testing/builders';
import type { TicketStatus } from '@ventanilla/shared/vocabulary';
import { expect, test } from 'vitest';
import { type PossibleActs, possibleActs } from './possible-acts.ts';

const ticketed = (status: TicketStatus, assignee = aTicket().assignee) =>
  aConversation({ state: 'ended', outcome: 'ticketed', ticket: aTicket({ status, assignee }) });
/** Blocking is possible with every one of them, and looked at by itself. */
const names = ({ block: _block, unblock: _unblock, ...acts }: PossibleActs) =>
  Object.entries(acts).flatMap(([name, is]) => (is === true ? [name] : Array.isArray(is) ? is : []));

test('a queued one is taken, turned into a ticket or discarded', () => {
  expect(names(possibleActs(aQueuedConversation()))).toEqual(['take', 'createTicket', 'discard']);
});

test('one that somebody has can end in every way', () => {
  expect(names(possibleActs(aConversation()))).toEqual(['createTicket', 'handOver', 'resolve', 'discard']);
});

test('[TK4] an open ticket goes on, waits, or is solved; one that nobody has can be taken', () => {
  expect(names(possibleActs(ticketed('open')))).toEqual(['handOver', 'resolve', 'pending', 'onHold']);
  expect(names(possibleActs(ticketed('pending')))).toEqual(['handOver', 'resolve', 'open', 'onHold']);
  expect(names(possibleActs(ticketed('new', null)))).toEqual([
    'take',
    'handOver',
    'resolve',
    'open',
    'pending',
    'onHold',
  ]);
});

test('[TK4] a solved ticket can be opened again, a closed one cannot', () => {
  expect(names(possibleActs(ticketed('solved')))).toEqual(['reopen']);
  expect(names(possibleActs(ticketed('closed')))).toEqual([]);
});

test('[CV1] a discard can be undone', () => {
  expect(names(possibleActs(aConversation({ state: 'ended', outcome: 'discarded' })))).toEqual(['restore']);
});

test('a visitor is blocked, or unblocked, whatever has become of the conversation', () => {
  for (const conversation of [aQueuedConversation(), ticketed('closed')]) {
    expect(possibleActs(conversation)).toMatchObject({ block: true, unblock: false });
    expect(possibleActs({ ...conversation, isBlocked: true })).toMatchObject({ block: false, unblock: true });
  }
});
