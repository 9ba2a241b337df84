// @vitest-environment happy-dom
import { aFile, anId } from '@ventanilla/shared/testing/builders';
import { beforeEach, expect, test } from 'vitest';
import { articleNames, forgetWriting, keepDraft, keepFiles, noDraft, outboxNames, unsentCount } from './drafts.ts';
import { remember } from './remembered.ts';

const me = anId('agent', 1);
const [first, second] = [anId('conversation', 1), anId('conversation', 2)];

beforeEach(() => localStorage.clear());

test('whatever signing out would delete is counted, each conversation once', () => {
  expect(unsentCount(me)).toBe(0);
  keepDraft(me, first, { ...noDraft, body: 'Hola' });
  keepFiles(me, first, [aFile()]);
  keepFiles(me, second, [aFile()]);
  expect(unsentCount(me)).toBe(2);
  remember(`${articleNames(me)}art_1`, '{}');
  remember(`${outboxNames(me)}1`, '{}');
  expect(unsentCount(me)).toBe(4);
  expect(unsentCount(anId('agent', 2))).toBe(0);
  forgetWriting(me);
  expect(unsentCount(me)).toBe(0);
});
