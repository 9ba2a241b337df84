import { expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';

it('doubles from half a second up to five, and jitters all of it', () => {
  expect([0, 1, 2, 3, 4, 20].map((failures) => backOffMs(failures, 1))).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
  expect(backOffMs(20, 0)).toBe(0);
});
