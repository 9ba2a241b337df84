import { anId, aQueuedConversation } from '@ventanilla/shared/testing/builders';
import { expect, test } from 'vitest';
import { newcomers } from './newcomers.ts';

const first = aQueuedConversation();
const second = aQueuedConversation({ id: anId('conversation', 2) });

test('whoever was there at the first look is not new, and nobody is new twice', () => {
  expect(newcomers(null, [first])).toEqual([]);
  expect(newcomers(new Set([first.id]), [first, second])).toEqual([second]);
  expect(newcomers(new Set([first.id, second.id]), [first, second])).toEqual([]);
});

test('one that comes back to the queue is new again', () => {
  expect(newcomers(new Set(), [first])).toEqual([first]);
});
