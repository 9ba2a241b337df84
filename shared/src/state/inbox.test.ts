import { expect, test } from 'vitest';
import { aConversation, anId } from '../testing/builders.ts';
import { changeConversation, conversationOf, emptyInbox, openInbox, removeConversation } from './inbox.ts';

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
  const left = removeConversation(heard, anId('conversation', 2), 13);
  const snapshot = {
    conversations: [aConversation({ version: 1 }), aConversation({ id: anId('conversation', 2) })],
    position: 10,
    isSnapshot: true,
  };
  const inbox = openInbox(left, snapshot);
  expect(conversationOf(inbox, id)?.version).toBe(3);
  expect(conversationOf(inbox, anId('conversation', 2))).toBeNull();
});

test('a command answered while a snapshot is on its way is not undone by it', () => {
  const inbox = openInbox(emptyInbox, { conversations: [aConversation()], position: 4, isSnapshot: true });
  const taken = changeConversation(inbox, aConversation({ version: 2, subject: 'after' }));
  const after = openInbox(taken, { conversations: [aConversation()], position: 4, isSnapshot: true });
  expect(conversationOf(after, id)?.subject).toBe('after');
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

test('what was removed comes back only by later news', () => {
  const inbox = removeConversation(changeConversation(emptyInbox, aConversation(), 3), id, 5);
  expect(conversationOf(changeConversation(inbox, aConversation({ version: 2 }), 4), id)).toBeNull();
  expect(conversationOf(changeConversation(inbox, aConversation({ version: 2 }), 6), id)).not.toBeNull();
});

test('an old removal does not take away what came after it', () => {
  const inbox = changeConversation(emptyInbox, aConversation(), 9);
  expect(removeConversation(inbox, id, 8)).toBe(inbox);
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
