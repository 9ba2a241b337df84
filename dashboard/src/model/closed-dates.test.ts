import { expect, test } from 'vitest';
import { areSound, inOrder, withFrom } from './closed-dates.ts';

const christmas = { from: '2026-12-24', to: '2026-12-25', name: ' Navidad ' };
const august = { from: '2026-08-01', to: '2026-08-31', name: '' };

test('[SL3] a date that begins later than it ended ends where it begins', () => {
  expect(withFrom(christmas, '2026-12-28')).toEqual({ ...christmas, from: '2026-12-28', to: '2026-12-28' });
  expect(withFrom(christmas, '2026-12-20')).toEqual({ ...christmas, from: '2026-12-20' });
});

test('they are kept as they come in the year, whoever typed them in which order', () => {
  expect(inOrder([christmas, august])).toEqual([august, { ...christmas, name: 'Navidad' }]);
});

test.each([
  [true, [christmas, august]],
  [true, []],
  [false, [{ ...christmas, to: '2026-12-23' }]],
  [false, [{ ...christmas, from: '' }]],
  [false, [{ ...christmas, to: '2028-12-25' }]],
])('sound: %s', (isSound, closedDates) => {
  expect(areSound(closedDates)).toBe(isSound);
});
