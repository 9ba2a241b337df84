import { expect, it } from 'vitest';
import { expectedWaitMs, typicalWaitMs } from './waiting.ts';

const pickUps = [
  { at: 0, waitedMs: 30_000 },
  { at: 60_000, waitedMs: 10_000 },
  { at: 240_000, waitedMs: 500_000 },
];

it('promises nothing from two cases', () => {
  expect(typicalWaitMs(pickUps.slice(1))).toBe(0);
  expect(expectedWaitMs(1, pickUps.slice(1))).toBe(0);
});

it('one who waited for ever does not speak for the others', () => {
  expect(typicalWaitMs(pickUps)).toBe(30_000);
});

it('the pace of the last ones, times the place', () => {
  expect(expectedWaitMs(1, pickUps)).toBe(120_000);
  expect(expectedWaitMs(3, pickUps)).toBe(360_000);
});

it('a clock that was set back in between makes no wait that is over already', () => {
  expect(expectedWaitMs(1, [...pickUps, { at: -3_600_000, waitedMs: 30_000 }])).toBe(0);
});
