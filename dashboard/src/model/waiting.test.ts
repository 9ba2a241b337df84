import { aConversation, aMoment, aQueuedConversation } from '@ventanilla/shared/testing/builders';
import { expect, test } from 'vitest';
import { waitOf } from './waiting.ts';

test.each([
  [60_000, 'calm'],
  [90_000, 'soon'],
  [144_000, 'late'],
  [900_000, 'late'],
])('a wait of %i ms out of three minutes is %s', (ms, urgency) => {
  expect(waitOf(aQueuedConversation(), aMoment + ms)).toEqual({ ms, urgency });
});

test('without a deadline nothing is urgent', () => {
  const conversation = aConversation({ deadlineAt: 0, deadlineReason: '' });
  expect(waitOf(conversation, aMoment + 86_400_000).urgency).toBe('calm');
});

test('a clock that is behind the server’s shows no negative wait', () => {
  expect(waitOf(aQueuedConversation(), aMoment - 5_000).ms).toBe(0);
});
