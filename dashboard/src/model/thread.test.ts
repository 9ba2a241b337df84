import { anEntry } from '@ventanilla/shared/testing/builders';
import { expect, test } from 'vitest';
import { addEntry, emptyThread, fillGap, hasGap, lastSeqOf, openThread, readUntil, type Thread } from './thread.ts';

const entries = (...seqs: number[]) => seqs.map((seq) => anEntry({ seq }));
const shown = (thread: Thread) => thread.shown.map(({ seq }) => seq);
const opened = openThread(emptyThread, entries(1, 2));

test('an entry is shown once, whoever tells it', () => {
  const thread = addEntry(addEntry(opened, anEntry({ seq: 3 })), anEntry({ seq: 3 }));
  expect(shown(thread)).toEqual([1, 2, 3]);
  expect(addEntry(thread, anEntry({ seq: 1 }))).toBe(thread);
});

test('[DL5] what comes after a gap waits until the gap is filled', () => {
  const waiting = addEntry(opened, anEntry({ seq: 5 }));
  expect(shown(waiting)).toEqual([1, 2]);
  expect(hasGap(waiting)).toBe(true);
  expect(lastSeqOf(waiting)).toBe(2);
  const filled = fillGap(waiting, { entries: entries(3, 4, 5, 6), isSnapshot: false });
  expect(shown(filled)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(hasGap(filled)).toBe(false);
});

test('events alone close a gap as well', () => {
  const thread = [4, 5, 3].reduce((before, seq) => addEntry(before, anEntry({ seq })), opened);
  expect(shown(thread)).toEqual([1, 2, 3, 4, 5]);
});

test('[DL4] a gap that is too large is answered by a fresh last page', () => {
  const waiting = addEntry(opened, anEntry({ seq: 904 }));
  const fresh = fillGap(waiting, { entries: entries(901, 902, 903), isSnapshot: true });
  expect(shown(fresh)).toEqual([901, 902, 903, 904]);
});

test('[DL4] a snapshot and the events around it equal a fresh snapshot', () => {
  const early = addEntry(addEntry(opened, anEntry({ seq: 3 })), anEntry({ seq: 4 }));
  expect(shown(openThread(early, entries(1, 2, 3)))).toEqual([1, 2, 3, 4]);
  expect(shown(openThread(early, entries(1, 2, 3, 4, 5)))).toEqual([1, 2, 3, 4, 5]);
});

test('[DL2] a visitor’s read mark counts public entries alone', () => {
  const thread = openThread(emptyThread, [
    anEntry({ seq: 1 }),
    anEntry({ seq: 2, kind: 'note' }),
    anEntry({ seq: 3 }),
    anEntry({ seq: 4 }),
  ]);
  expect(readUntil(thread, 2)).toBe(3);
  expect(readUntil(thread, 0)).toBe(0);
  expect(readUntil(openThread(emptyThread, entries(7, 8)), 2)).toBe(0);
});
