import { expect, test } from 'vitest';
import { backOffMs } from './back-off.ts';

test('waits double up to five seconds, and chance spreads them from zero', () => {
  expect([0, 1, 2, 3, 4, 5, 40].map((attempt) => backOffMs(attempt, 1))).toEqual([
    500, 1000, 2000, 4000, 5000, 5000, 5000,
  ]);
  expect(backOffMs(5, 0)).toBe(0);
  expect(backOffMs(5, 0.5)).toBe(2500);
});
