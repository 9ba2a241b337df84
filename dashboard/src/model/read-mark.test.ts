import { anEntry } from '@ventanilla/shared/testing/builders';
import { expect, test } from 'vitest';
import { isRead } from './read-mark.ts';

test('[DL2] a visitor’s read mark counts public entries alone, on any page', () => {
  const read = [
    anEntry({ seq: 201, publicSeq: 150 }),
    anEntry({ seq: 202, kind: 'note' }),
    anEntry({ seq: 203, publicSeq: 151 }),
  ].filter((entry) => isRead(entry, 150));
  expect(read.map(({ seq }) => seq)).toEqual([201]);
});
