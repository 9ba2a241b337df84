// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { chooseLanguage, texts } from './language.ts';
import { dayHeading, fillTime, languageName, lengthWords, moment, momentInWords, shortMoment } from './time-words.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Monday afternoon in the reader's own zone, whichever it is. */
const now = new Date(2026, 10, 23, 18, 0).getTime();
const at = (day: number, hours: number, minutes = 0) => new Date(2026, 10, day, hours, minutes).getTime();

beforeEach(() => chooseLanguage('es'));

test.each([
  [20_000, 'menos de 1 min'],
  [9 * minute, '9 min'],
  [hour, '1 h'],
  [2 * hour + 5 * minute, '2 h 05 min'],
  [50 * hour, '2 d'],
])('%i ms are %s', (ms, words) => {
  expect(lengthWords(ms)).toBe(words);
});

test('a moment is said as near as people say it', () => {
  expect(moment(at(23, 12, 36), now)).toBe('12:36');
  expect(moment(at(22, 9), now)).toBe('ayer');
  expect(moment(at(20, 9), now)).toBe('20 nov');
  expect(moment(new Date(2025, 1, 3).getTime(), now)).toBe('feb 2025');
  expect(momentInWords(at(24, 17, 22), now)).toBe('mañana a las 17:22');
  expect(momentInWords(at(26, 10), now)).toBe('el jueves a las 10:00');
  expect(shortMoment(at(23, 18, 47), now)).toBe('Hoy, 18:47');
  expect(shortMoment(at(26, 10), now)).toBe('Jueves, 10:00');
});

test('a day has its name', async () => {
  expect(dayHeading(now, now)).toBe('Hoy, lunes 23 de noviembre');
  await chooseLanguage('en');
  expect(dayHeading(now, now)).toBe('Today, Monday, November 23');
  expect(momentInWords(at(24, 17, 22), now)).toBe('tomorrow at 17:22');
});

test('a language that is none has no name', () => {
  expect(languageName('es')).toBe('español');
  expect(languageName('<b>')).toBe('');
});

test('one o’clock is a single hour', () => {
  expect(momentInWords(at(23, 1, 5), now)).toBe('hoy a la 1:05');
  expect(momentInWords(at(23, 13, 5), now)).toBe('hoy a las 13:05');
  expect(momentInWords(at(24, 1, 5), now)).toBe('mañana a la 1:05');
  const { connection } = texts.value;
  expect(fillTime(connection.offline, { time: '1:05' })).toBe('Sin conexión desde la 1:05.');
  expect(fillTime(connection.offline, { time: '13:05' })).toBe('Sin conexión desde las 13:05.');
});

test('dates are written as in the reader’s country, in the language of the page', async () => {
  const languages = vi.spyOn(navigator, 'languages', 'get');
  onTestFinished(() => languages.mockRestore());
  languages.mockReturnValue(['es-ES', 'en-GB']);
  await chooseLanguage('en');
  expect(dayHeading(at(23, 9), now)).toBe('Today, Monday, 23 November');
  languages.mockReturnValue(['en-US@posix']);
  await chooseLanguage('es');
  await chooseLanguage('en');
  expect(dayHeading(at(23, 9), now)).toBe('Today, Monday, 23 November');
});
