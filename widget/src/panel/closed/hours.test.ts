import { alwaysOpen, type OpeningHours } from '@ventanilla/shared/entities/site';
import { texts as en } from '@ventanilla/shared/i18n/widget/closed/en';
import { texts as es } from '@ventanilla/shared/i18n/widget/closed/es';
import { expect, it } from 'vitest';
import { hoursRows, otherPlace } from './hours.ts';

/** A Saturday, just after 14:00 in Madrid. */
const now = Date.UTC(2026, 10, 28, 13, 10);
const day = [
  { from: 540, to: 840 },
  { from: 930, to: 1140 },
];
const openingHours: OpeningHours = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [{ from: 600, to: 840 }] };

function table(hours: OpeningHours, timeZone = 'Europe/Madrid', language = 'es', texts = es, isUsual = true): string[] {
  return hoursRows({ timeZone, openingHours: hours }, language, texts, now, isUsual).map(
    ({ days, hours: words, isToday }) => `${isToday ? '> ' : ''}${days}: ${words.replaceAll('\u2060', '')}`,
  );
}

it('days that are alike stand together, and today by itself', () => {
  expect(table(openingHours)).toEqual([
    'Lunes a viernes: 9:00–14:00 y 15:30–19:00',
    '> Hoy, sábado: 10:00–14:00',
    'Domingo: Cerrado',
  ]);
});

it('today is today where the site is', () => {
  expect(table(openingHours, 'Pacific/Auckland').at(-1)).toBe('> Hoy, domingo: Cerrado');
});

it('on a holiday today is shut, and only today', () => {
  expect(table(openingHours, 'Europe/Madrid', 'es', es, false)).toEqual([
    'Lunes a viernes: 9:00–14:00 y 15:30–19:00',
    '> Hoy, sábado: Cerrado',
    'Domingo: Cerrado',
  ]);
});

it('two days are no range', () => {
  const weekend = { sat: day, sun: day };
  expect(table({ ...weekend, mon: [], tue: day, wed: day, thu: day, fri: day }, 'America/Lima').slice(1)).toEqual([
    'Martes a viernes: 9:00–14:00 y 15:30–19:00',
    '> Hoy, sábado: 9:00–14:00 y 15:30–19:00',
    'Domingo: 9:00–14:00 y 15:30–19:00',
  ]);
  expect(table({ thu: day, fri: day })[1]).toBe('Jueves y viernes: 9:00–14:00 y 15:30–19:00');
  expect(table({ thu: day, fri: day }, 'Europe/Madrid', 'en-GB', en)[1]).toBe(
    'Thursday and Friday: 9:00–14:00 and 15:30–19:00',
  );
});

it('past midnight, all day, and never', () => {
  expect(table({ sun: [{ from: 1320, to: 120 }] }).at(-1)).toBe('Domingo: 22:00–2:00');
  expect(table(alwaysOpen)).toEqual([
    'Lunes a viernes: Todo el día',
    '> Hoy, sábado: Todo el día',
    'Domingo: Todo el día',
  ]);
  expect(table({})).toHaveLength(3);
});

it('in English', () => {
  expect(table(openingHours, 'Europe/Madrid', 'en-GB', en)[0]).toBe('Monday to Friday: 9:00–14:00 and 15:30–19:00');
});

it('a line breaks between two intervals, not inside one', () => {
  const [{ hours } = { hours: '' }] = hoursRows({ timeZone: 'UTC', openingHours }, 'en-US', en, now);
  expect(hours.split(' ')).toEqual([
    '9:00\u00a0AM\u2060–\u20602:00\u00a0PM',
    'and',
    '3:30\u00a0PM\u2060–\u20607:00\u00a0PM',
  ]);
});

it('the place is said only where its clock differs from the reader’s', () => {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(otherPlace(here, now)).toBe('');
  expect(otherPlace('America/Argentina/Buenos_Aires', now)).toBe('Buenos Aires');
});
