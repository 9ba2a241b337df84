import { anEntry } from '@ventanilla/shared/testing/builders';
import { expect, test } from 'vitest';
import {
  addEarlier,
  addEntry,
  emptyThread,
  fillGap,
  hasGap,
  isRead,
  lastSeqOf,
  openThread,
  type Thread,
} from './thread.ts';

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

test('earlier pages go before the first entry, once, and only where they join up', () => {
  const late = openThread(emptyThread, entries(401, 402));
  const earlier = addEarlier(late, entries(399, 400));
  expect(shown(earlier)).toEqual([399, 400, 401, 402]);
  expect(addEarlier(earlier, entries(399, 400))).toBe(earlier);
  expect(addEarlier(earlier, entries(396, 397))).toBe(earlier);
  expect(shown(openThread(earlier, entries(401, 402, 403)))).toEqual([399, 400, 401, 402, 403]);
  expect(shown(openThread(earlier, entries(601, 602)))).toEqual([601, 602]);
});

test('[DL2] a visitor’s read mark counts public entries alone, on any page', () => {
  const read = [
    anEntry({ seq: 201, publicSeq: 150 }),
    anEntry({ seq: 202, kind: 'note' }),
    anEntry({ seq: 203, publicSeq: 151 }),
  ].filter((entry) => isRead(entry, 150));
  expect(read.map(({ seq }) => seq)).toEqual([201]);
});
