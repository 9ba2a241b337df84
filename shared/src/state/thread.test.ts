import { expect, test } from 'vitest';
import { anEntry } from '../testing/builders.ts';
import { emptyThread, hasGap, join, lastSeq, type Thread } from './thread.ts';

const entries = (...seqs: number[]) => seqs.map((seq) => anEntry({ seq }));
const shown = (thread: Thread<{ seq: number }>) => thread.entries.map(({ seq }) => seq);
const opened = join(emptyThread, entries(1, 2), true);

test('an entry is shown once, whoever tells it', () => {
  const thread = join(join(opened, entries(3)), entries(3));
  expect(shown(thread)).toEqual([1, 2, 3]);
  expect(join(thread, entries(1))).toEqual(thread);
});

test('[DL5] what comes after a gap is not shown, and known to be missing until it is told again', () => {
  const waiting = join(opened, entries(5));
  expect(shown(waiting)).toEqual([1, 2]);
  expect(hasGap(waiting)).toBe(true);
  expect(lastSeq(waiting)).toBe(2);
  const filled = join(waiting, entries(3, 4, 5, 6));
  expect(shown(filled)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(hasGap(filled)).toBe(false);
});

test('[DL5] what was heard is not forgotten when something earlier comes', () => {
  const waiting = join(join(opened, entries(5)), entries(3));
  expect(shown(waiting)).toEqual([1, 2, 3]);
  expect(hasGap(waiting)).toBe(true);
});

test('[DL4] a gap that is too large is answered by a fresh last page', () => {
  const fresh = join(join(opened, entries(903)), entries(901, 902, 903), true);
  expect(shown(fresh)).toEqual([901, 902, 903]);
  expect(hasGap(fresh)).toBe(false);
});

test('[DL4] a snapshot that comes late takes nothing away', () => {
  const early = join(opened, entries(3, 4));
  expect(shown(join(early, entries(1, 2, 3), true))).toEqual([1, 2, 3, 4]);
  expect(shown(join(early, entries(1, 2, 3, 4, 5), true))).toEqual([1, 2, 3, 4, 5]);
  expect(shown(join(join(emptyThread, entries(8, 9), true), entries(1, 2), true))).toEqual([8, 9]);
});

test('earlier pages go before the first entry, once, and only where they join up', () => {
  const late = join(emptyThread, entries(401, 402), true);
  const earlier = join(late, entries(399, 400));
  expect(shown(earlier)).toEqual([399, 400, 401, 402]);
  expect(join(earlier, entries(399, 400))).toEqual(earlier);
  expect(join(earlier, entries(396, 397))).toEqual(earlier);
  expect(shown(join(earlier, entries(401, 402, 403), true))).toEqual([399, 400, 401, 402, 403]);
  expect(shown(join(earlier, entries(601, 602), true))).toEqual([601, 602]);
});

test('what is told of a conversation that was never asked for shows nothing in its middle', () => {
  expect(shown(join(emptyThread, entries(4)))).toEqual([]);
  expect(join(opened, [])).toEqual(opened);
});
