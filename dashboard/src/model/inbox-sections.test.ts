import { emptyInbox, openInbox } from '@ventanilla/shared/state/inbox';
import { aConversation, aMoment, anId, aQueuedConversation, aTicket } from '@ventanilla/shared/testing/builders';
import { expect, test } from 'vitest';
import { isWritable, sectionsOf } from './inbox-sections.ts';

const me = anId('agent', 1);
const other = { id: anId('agent', 2), name: 'Diego Arnau' };
const withNumber = (number: number) => ({ id: anId('conversation', number) });

function sections(...conversations: ReturnType<typeof aConversation>[]) {
  const { queue, mine, nobodys, team } = sectionsOf(
    openInbox(emptyInbox, { conversations, position: 1, isSnapshot: true }),
    me,
  );
  return [queue, mine, nobodys, team].map((rows) => rows.map(({ id }) => Number(id.slice(-2))));
}

test('the queue has those that came back first, then the oldest', () => {
  expect(
    sections(
      aQueuedConversation({ ...withNumber(1), queuedAt: aMoment - 1_000 }),
      aQueuedConversation({ ...withNumber(2), queuedAt: aMoment - 9_000 }),
      aQueuedConversation({ ...withNumber(3), queuedAt: aMoment, isFront: true }),
    ),
  ).toEqual([[3, 2, 1], [], [], []]);
});

test('mine begin where a visitor waits longest, and go on with the latest', () => {
  expect(
    sections(
      aConversation({ ...withNumber(1), lastAuthorKind: 'agent', lastEntryAt: aMoment - 60_000 }),
      aConversation({ ...withNumber(2), lastEntryAt: aMoment - 1_000 }),
      aConversation({ ...withNumber(3), lastEntryAt: aMoment - 9_000 }),
      aConversation({ ...withNumber(4), lastAuthorKind: 'agent', lastEntryAt: aMoment }),
    )[1],
  ).toEqual([3, 2, 4, 1]);
});

test('what a colleague has is the team’s', () => {
  expect(sections(aConversation({ ...withNumber(1), assignee: other }))).toEqual([[], [], [], [1]]);
});

test('[CV2] a ticket stays with whoever has it until it is solved; nobody’s come as they are due', () => {
  const ticketed = { state: 'ended', outcome: 'ticketed', assignee: other } as const;
  expect(
    sections(
      aConversation({ ...withNumber(1), ...ticketed, ticket: aTicket() }),
      aConversation({ ...withNumber(2), ...ticketed, ticket: aTicket({ assignee: null }) }),
      aConversation({ ...withNumber(5), ...ticketed, ticket: aTicket({ assignee: null, dueAt: aMoment }) }),
      aConversation({ ...withNumber(3), ...ticketed, ticket: aTicket({ status: 'solved' }) }),
      aConversation({ ...withNumber(4), state: 'ended', outcome: 'answered' }),
    ),
  ).toEqual([[], [1], [5, 2], []]);
});

test('[CV2] only a closed ticket ends the writing', () => {
  const ticketed = { state: 'ended', outcome: 'ticketed' } as const;
  expect(isWritable(aConversation())).toBe(true);
  expect(isWritable(aConversation({ ...ticketed, ticket: aTicket({ status: 'solved' }) }))).toBe(true);
  expect(isWritable(aConversation({ ...ticketed, ticket: aTicket({ status: 'closed' }) }))).toBe(false);
  expect(isWritable(aConversation({ state: 'ended', outcome: 'answered' }))).toBe(false);
});
