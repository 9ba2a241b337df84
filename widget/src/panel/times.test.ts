import { texts as en } from '@ventanilla/shared/i18n/widget/home/en';
import { texts as es } from '@ventanilla/shared/i18n/widget/home/es';
import { describe, expect, it } from 'vitest';
import { createTimes } from './times.ts';

const local = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();
const now = local(25, 12);

describe('Spanish', () => {
  const times = createTimes('es', ['en-GB', 'es-ES'], es);

  it('says days near and far, and one o’clock as people do', () => {
    expect(times.when(local(25, 17, 52), now)).toBe('hoy a las 17:52');
    expect(times.when(local(24, 9), now)).toBe('ayer a las 9:00');
    expect(times.by(local(26, 17, 22), now)).toBe('mañana antes de las 17:22');
    expect(times.by(local(26, 1, 30), now)).toBe('mañana antes de la 1:30');
    expect(times.by(local(26, 13), now)).toBe('mañana antes de las 13:00');
    expect(times.when(local(30, 10), now)).toBe('el lunes a las 10:00');
    expect(times.when(local(33, 10), now)).toBe('el jueves, 3 de diciembre a las 10:00');
    expect(times.when(local(23, 10), now)).toBe('el lunes, 23 de noviembre a las 10:00');
  });

  it('a weekday alone is the next one of that name', () => {
    expect(times.when(local(31, 23), now)).toBe('el martes a las 23:00');
    expect(times.when(local(32, 11), now)).toBe('el miércoles, 2 de diciembre a las 11:00');
    expect(times.when(local(32, 13), now)).toBe('el miércoles, 2 de diciembre a las 13:00');
  });

  it('heads a day', () => {
    expect(times.day(local(25, 1), now)).toBe('Hoy, 25 de noviembre');
    expect(times.day(local(2, 1), now)).toBe('Lunes, 2 de noviembre');
  });

  it('a minute before and after midnight are different days', () => {
    expect(times.dayOf(local(25, 23, 59))).not.toBe(times.dayOf(local(26, 0)));
    expect(times.when(local(26, 0, 5), local(25, 23, 59))).toBe('mañana a las 0:05');
  });
});

it('speaks the browser’s English, or American English', () => {
  expect(createTimes('en', ['en-GB'], en).by(local(26, 17, 22), now)).toBe('tomorrow by 17:22');
  expect(createTimes('en', ['es-ES'], en).by(local(26, 17, 22), now)).toMatch(/^tomorrow by 5:22\sPM$/);
});

it('a language that only the browser calls so is left out', () => {
  const times = createTimes('en', ['en-US@posix', 'en_US', 'en-GB'], en);
  expect(times.when(local(20, 17, 52), now)).toBe('on Friday 20 November at 17:52');
});
