import { fill } from '@ventanilla/shared/i18n/fill';
import { formatTag, locale, texts } from './language.ts';

/** Instants (ms UTC) and lengths (ms) as people say them, in the reader's language and zone. */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

function format(options: Intl.DateTimeFormatOptions): (at: number) => string {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (at) => {
    const tag = formatTag.value;
    const known = made.get(tag) ?? new Intl.DateTimeFormat(tag, options);
    made.set(tag, known);
    return known.format(at);
  };
}

const clock = format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
const date = format({ day: 'numeric', month: 'long' });
const weekday = format({ weekday: 'long' });
const dayAndMonth = format({ day: 'numeric', month: 'short' });
const monthAndYear = format({ month: 'short', year: 'numeric' });

/** `17:52` */
export function clockTime(at: number): string {
  return clock(at);
}

/** Whole days between two instants on the reader's calendar: 1 is tomorrow. */
function daysBetween(from: number, to: number): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / dayMs);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** `9 min` · `2 h 10 min` · `3 d`; two units at most. */
export function lengthWords(ms: number): string {
  if (ms < minuteMs) return texts.value.when.lessThanMinute;
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`;
  if (ms < 2 * dayMs) {
    const minutes = Math.floor((ms % hourMs) / minuteMs);
    const hours = `${Math.floor(ms / hourMs)} h`;
    return minutes === 0 ? hours : `${hours} ${String(minutes).padStart(2, '0')} min`;
  }
  return `${Math.floor(ms / dayMs)} d`;
}

/** A day's heading in a thread: `Hoy, lunes 23 de noviembre`. */
export function dayHeading(at: number, now: number): string {
  const relative = relativeDay(daysBetween(now, at));
  const day = fill(texts.value.when.weekdayAndDate, { weekday: weekday(at), date: date(at) });
  return capital(relative ? fill(texts.value.when.dayHeading, { relative, day }) : day);
}

/** A moment in a column: `12:36` today, then `ayer`, `20 nov`, `feb 2025`. */
export function moment(at: number, now: number): string {
  const days = daysBetween(now, at);
  if (days === 0) return clock(at);
  return relativeDay(days) ?? (Math.abs(days) < 300 ? dayAndMonth(at) : monthAndYear(at));
}

/** A moment inside a sentence: `mañana a las 17:22`. */
export function momentInWords(at: number, now: number): string {
  const { when } = texts.value;
  const days = daysBetween(now, at);
  const time = clock(at);
  if (days === 0) return fillTime(when.todayAt, { time });
  if (days === -1) return fillTime(when.yesterdayAt, { time });
  if (days === 1) return fillTime(when.tomorrowAt, { time });
  return fillTime(when.dayAt, { day: Math.abs(days) < 7 ? weekday(at) : dayAndMonth(at), time });
}

/** A moment to come, in a column: `Hoy, 18:47` · `Jueves, 10:00` · `12 dic, 9:00`. */
export function shortMoment(at: number, now: number): string {
  const days = daysBetween(now, at);
  const day = relativeDay(days) ?? (days > 0 && days < 7 ? weekday(at) : dayAndMonth(at));
  return capital(fill(texts.value.when.short, { day, time: clock(at) }));
}

/** The time now in another zone; '' when the browser does not know that zone. */
export function clockIn(timeZone: string, at: number): string {
  try {
    return new Intl.DateTimeFormat(formatTag.value, {
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }).format(at);
  } catch {
    return '';
  }
}

/** `es-ES` → `español (España)`; '' for what is not a language. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(locale.value, { type: 'language' }).of(tag) ?? '';
  } catch {
    return '';
  }
}

function relativeDay(days: number): string | undefined {
  const { when } = texts.value;
  return days === 0 ? when.today : days === -1 ? when.yesterday : days === 1 ? when.tomorrow : undefined;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale.value) + text.slice(1);
}

/** `fill` for sentences that name an hour of the clock: Spanish says "la 1:05", and "las" of every other. */
export function fillTime(sentence: string, values: { time: string } & Record<string, unknown>): string {
  return fill(/^0?1\D/.test(values.time) ? sentence.replace('las {time}', 'la {time}') : sentence, values);
}
