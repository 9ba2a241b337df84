import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { SystemData } from '@ventanilla/shared/entities/entry';
import type { VisitorTicket } from '@ventanilla/shared/entities/ticket';
import { anEntry } from '@ventanilla/shared/testing/builders';
import { expect, it } from 'vitest';
import { canBeUnsolved } from '../ending/can-be-unsolved.ts';
import { closingOf } from './closing.ts';

const me = 'vis_1';
const marta = 'agt_1';

const conversation: VisitorConversation = {
  id: 'cnv_1',
  state: 'ended',
  outcome: 'answered',
  subject: 'Hola',
  assignee: null,
  ticket: null,
  pickUpBy: 0,
  isWritable: true,
  isBlocked: false,
  lastSeq: 3,
  readSeq: 3,
  agentReadSeq: 3,
  rating: '',
  ratingComment: '',
  address: null,
  createdAt: 0,
  version: 1,
};
const ticket: VisitorTicket = {
  id: 'tkt_1',
  number: 'VEN-1042',
  status: 'solved',
  reason: 'not_picked_up',
  follows: '',
  responsible: 'Marta',
  isPerson: true,
  receivedAt: 0,
  dueAt: 0,
};

/** Asked, answered, and ended by somebody. */
function closing(changes: Partial<VisitorConversation>, by = marta, line: SystemData = { line: 'ended' }) {
  const entries = [
    anEntry({ seq: 1, kind: 'message', authorKind: 'visitor', authorId: me }),
    anEntry({ seq: 2, kind: 'message', authorKind: 'agent', authorId: marta }),
    anEntry({ seq: 3, kind: 'system', authorKind: 'system', authorId: by, system: line }),
  ];
  return closingOf({
    conversation: { ...conversation, ...changes },
    thread: { entries, heardSeq: 3 },
    outgoing: [],
  });
}

it('ended by an agent or by time: is it solved?', () => {
  expect(closing({})).toBe('solved');
  expect(closing({}, '')).toBe('solved');
});

it('ended by the visitor who said so: how was it?', () => {
  expect(closing({}, me)).toBe('rating');
});

it('rated: it can be changed', () => {
  expect(closing({ rating: 'good' })).toBe('rating');
  expect(closing({ rating: 'good', ticket: { ...ticket, status: 'closed' }, outcome: 'ticketed' })).toBe('rating');
});

it.each([
  { state: 'active', outcome: '' },
  { state: 'queued', outcome: '', rating: 'good' },
  { outcome: 'withdrawn' },
  { outcome: 'discarded' },
  { outcome: 'ticketed', ticket: { ...ticket, status: 'open' } },
  { outcome: 'ticketed', ticket: { ...ticket, status: 'pending' }, rating: 'good' },
] satisfies Partial<VisitorConversation>[])('not while %o', (changes) => {
  expect(closing(changes)).toBe('');
});

it('a solved ticket is asked about, and can be said not to be', () => {
  const solved = { outcome: 'ticketed', ticket } as const;
  expect(closing(solved, marta, { line: 'status_changed', status: 'solved' })).toBe('solved');
  expect(canBeUnsolved({ ...conversation, ...solved })).toBe(true);
  expect(canBeUnsolved({ ...conversation, ...solved, ticket: { ...ticket, status: 'closed' } })).toBe(false);
});
