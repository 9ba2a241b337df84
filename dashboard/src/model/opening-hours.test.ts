import { alwaysOpen, type OpeningHours } from '@ventanilla/shared/entities/site';
import { expect, test } from 'vitest';
import {
  addInterval,
  changeInterval,
  clockOf,
  endMinutesOf,
  isAlwaysOpen,
  isSound,
  minutesOf,
  minutesPerWeek,
  officeHours,
  removeInterval,
} from './opening-hours.ts';

test('a clock is minutes from midnight, both ways', () => {
  expect(minutesOf('09:30')).toBe(570);
  expect(clockOf(570)).toBe('09:30');
  expect(clockOf(24 * 60)).toBe('00:00');
  expect(endMinutesOf('00:00')).toBe(24 * 60);
  for (const text of ['9:30', '9.30', '0930', ' 930 ']) expect(minutesOf(text)).toBe(570);
  expect(minutesOf('9')).toBe(540);
  for (const text of ['', '24:00', 'ab:cd', '12:60', '12345', '9:3']) expect(minutesOf(text)).toBeNull();
});

test('[SL3] an interval past midnight counts until the following day', () => {
  expect(minutesPerWeek({ fri: [{ from: 22 * 60, to: 2 * 60 }] })).toBe(240);
});

test('always means all of every day', () => {
  expect(isAlwaysOpen(alwaysOpen)).toBe(true);
  expect(minutesPerWeek(alwaysOpen)).toBe(7 * 24 * 60);
  expect(isAlwaysOpen(officeHours)).toBe(false);
});

test('intervals are added after the last one, changed and removed; a day without any is closed', () => {
  const morning = addInterval({}, 'mon');
  const both = addInterval(morning, 'mon');
  expect(both.mon?.map(({ from }) => from)).toEqual([540, 960]);
  expect(isSound(both)).toBe(true);
  expect(changeInterval(both, 'mon', 0, { from: 480, to: 600 }).mon?.[0]).toEqual({ from: 480, to: 600 });
  expect(removeInterval(removeInterval(both, 'mon', 0), 'mon', 0)).toEqual({});
});

test.each<[string, OpeningHours]>([
  ['empty', { mon: [{ from: 600, to: 600 }] }],
  [
    'overlapping',
    {
      mon: [
        { from: 540, to: 840 },
        { from: 800, to: 900 },
      ],
    },
  ],
  [
    'one after the one that passes midnight',
    {
      mon: [
        { from: 540, to: 60 },
        { from: 600, to: 700 },
      ],
    },
  ],
])('%s intervals are not sound', (_name, hours) => {
  expect(isSound(hours)).toBe(false);
});
