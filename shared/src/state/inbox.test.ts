import { expect, test } from 'vitest';
import { aConversation, anId } from '../testing/builders.ts';
import { changeConversation, conversationOf, emptyInbox, openInbox } from './inbox.ts';
import { furthestPosition } from './rows.ts';

const id = anId('conversation', 1);

test('a snapshot replaces what is older than it', () => {
  const gone = aConversation({ id: anId('conversation', 2) });
  const before = openInbox(emptyInbox, { conversations: [aConversation(), gone], position: 5, isSnapshot: true });
  const after = openInbox(before, { conversations: [aConversation({ version: 2 })], position: 9, isSnapshot: true });
  expect(conversationOf(after, id)?.version).toBe(2);
  expect(conversationOf(after, gone.id)).toBeNull();
});

test('[DL9] news that overtakes a snapshot survives it', () => {
  const heard = changeConversation(emptyInbox, aConversation({ version: 3 }), 12);
  const snapshot = { conversations: [aConversation({ version: 1 })], position: 10, isSnapshot: true };
  expect(conversationOf(openInbox(heard, snapshot), id)?.version).toBe(3);
});

test('a command answered while a snapshot is on its way is not undone by it', () => {
  const inbox = openInbox(emptyInbox, { conversations: [aConversation()], position: 4, isSnapshot: true });
  const taken = changeConversation(inbox, aConversation({ version: 2, subject: 'after' }));
  const after = openInbox(taken, { conversations: [aConversation()], position: 4, isSnapshot: true });
  expect(conversationOf(after, id)?.subject).toBe('after');
});

test("an entry of one's own, told by the answer to a command, is not undone by the list that was asked before it", () => {
  const snapshot = { conversations: [aConversation({ lastSeq: 3 })], position: 4, isSnapshot: true };
  const said = changeConversation(openInbox(emptyInbox, snapshot), aConversation({ lastSeq: 4 }));
  expect(conversationOf(said, id)?.lastSeq).toBe(4);
  expect(conversationOf(openInbox(said, snapshot), id)?.lastSeq).toBe(4);
  expect(conversationOf(changeConversation(said, aConversation({ lastSeq: 3 }), 9), id)?.lastSeq).toBe(4);
});

test('how far we know is what we have heard of, even if no answer has brought us there yet', () => {
  const inbox = openInbox(emptyInbox, { conversations: [aConversation()], position: 4, isSnapshot: true });
  expect(furthestPosition(inbox.rows)).toBe(4);
  expect(furthestPosition(changeConversation(inbox, aConversation({ version: 2 }), 9).rows)).toBe(9);
});

test('hearing the same twice, or older news later, changes nothing', () => {
  const inbox = changeConversation(emptyInbox, aConversation({ version: 2, lastSeq: 3 }), 7);
  expect(changeConversation(inbox, aConversation({ version: 2, lastSeq: 3 }), 7)).toBe(inbox);
  expect(changeConversation(inbox, aConversation({ version: 2, lastSeq: 2 }), 6)).toBe(inbox);
  expect(changeConversation(inbox, aConversation({ version: 1, lastSeq: 9 }), 5)).toBe(inbox);
});

test('a new entry moves a conversation on within one version', () => {
  const inbox = changeConversation(emptyInbox, aConversation({ version: 2, lastSeq: 3 }), 7);
  expect(conversationOf(changeConversation(inbox, aConversation({ version: 2, lastSeq: 4 }), 8), id)?.lastSeq).toBe(4);
});

test('[DL9] what has left our scope is not in the snapshot, and no late news brings it back', () => {
  const before = openInbox(emptyInbox, { conversations: [aConversation()], position: 3, isSnapshot: true });
  const inbox = openInbox(before, { conversations: [], position: 5, isSnapshot: true });
  expect(conversationOf(inbox, id)).toBeNull();
  expect(conversationOf(changeConversation(inbox, aConversation({ version: 2 }), 4), id)).toBeNull();
  expect(conversationOf(changeConversation(inbox, aConversation({ version: 2 }), 6), id)).not.toBeNull();
});

test('any order of the same news leads to the same inbox', () => {
  const news = [1, 2, 3].map((version) => ({ conversation: aConversation({ version }), position: 10 + version }));
  const orders = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 1, 0, 2],
  ];
  for (const order of orders) {
    const inbox = order.reduce((before, index) => {
      const { conversation, position } = news[index] ?? { conversation: aConversation(), position: 0 };
      return changeConversation(before, conversation, position);
    }, emptyInbox);
    expect(conversationOf(inbox, id)?.version).toBe(3);
  }
});
