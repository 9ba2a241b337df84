import type { OpeningHours, OpeningInterval } from '@ventanilla/shared/entities/site';
import { weekdays } from '@ventanilla/shared/vocabulary';
import { Temporal } from 'temporal-polyfill';

/** From `start` (included) to `end` (not included), ms UTC. */
interface Span {
  start: number;
  end: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** An interval that begins today may end on the morning after tomorrow at the latest. */
const daysBack = 2;
/** A weekly opening or closing may vanish in one spring night; it cannot vanish twice in a row. */
const patternDays = 15;
/** Nobody waits for a promise beyond this; what is left then counts in wall time, so that counting always ends. */
const horizonDays = 3_653;

/** SL3. Are the doors open at `nowMs`? Hours without an interval are always closed. */
export function isOpen(hours: OpeningHours, timeZone: string, nowMs: number): boolean {
  if (isRoundTheClock(hours)) return true;
  for (const span of spansFrom(hours, timeZone, nowMs, 0)) {
    if (span.start <= nowMs && nowMs < span.end) return true;
  }
  return false;
}

/** SL3. The next instant after `nowMs` (ms UTC) at which closed turns into open; 0 when that never happens. */
export function nextOpening(hours: OpeningHours, timeZone: string, nowMs: number): number {
  for (const span of merged(spansFrom(hours, timeZone, nowMs, patternDays))) {
    if (span.start > nowMs) return span.start;
  }
  return 0;
}

/** SL3. The next instant after `nowMs` (ms UTC) at which open turns into closed; 0 when that never happens. */
export function nextClosing(hours: OpeningHours, timeZone: string, nowMs: number): number {
  for (const span of merged(spansFrom(hours, timeZone, nowMs, patternDays + 1))) {
    if (span.end > nowMs) return span.end - nowMs > patternDays * dayMs ? 0 : span.end;
  }
  return 0;
}

/**
 * SL3, SL8. The instant (ms UTC) at which `minutes` of open time have passed since `fromMs`; exact to the millisecond.
 * Hours without an interval, and whatever is left after ten years, count as wall time: a promise always has a date.
 */
export function addOpenMinutes(hours: OpeningHours, timeZone: string, fromMs: number, minutes: number): number {
  let left = Math.max(0, minutes) * minuteMs;
  let at = fromMs;
  if (left === 0 || !hasIntervals(hours)) return at + left;
  for (const span of spansFrom(hours, timeZone, fromMs, horizonDays)) {
    const start = Math.max(span.start, at);
    if (start >= span.end) continue;
    if (left <= span.end - start) return start + left;
    left -= span.end - start;
    at = span.end;
  }
  return at + left;
}

/** The usual case, known without a look at the zone: each day's end is the next one's beginning, DST or not. */
function isRoundTheClock(hours: OpeningHours): boolean {
  return weekdays.every((day) => hours[day]?.some(({ from, to }) => from === 0 && (to === 0 || to === 24 * 60)));
}

function hasIntervals(hours: OpeningHours): boolean {
  return weekdays.some((day) => (hours[day]?.length ?? 0) > 0);
}

/** Every interval that may reach beyond `fromMs`, of the local days up to `daysAhead` days later, by their beginning. */
function* spansFrom(hours: OpeningHours, timeZone: string, fromMs: number, daysAhead: number): Generator<Span> {
  const today = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(timeZone).toPlainDate();
  for (let offset = -daysBack; offset <= daysAhead; offset += 1) {
    const date = today.add({ days: offset });
    const day = weekdays[date.dayOfWeek - 1];
    const intervals = day ? (hours[day] ?? []) : [];
    const spans = intervals.map((interval) => spanOf(interval, date, timeZone));
    yield* spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start);
  }
}

/** A skipped wall time moves forward by the gap; of a repeated one a start takes the first, an end the last (SL3). */
function spanOf({ from, to }: OpeningInterval, date: Temporal.PlainDate, timeZone: string): Span {
  return {
    start: instantOf(date, from, timeZone, 'compatible'),
    end: instantOf(date, to > from ? to : to + 24 * 60, timeZone, 'later'),
  };
}

function instantOf(
  date: Temporal.PlainDate,
  minutesOfDay: number,
  timeZone: string,
  disambiguation: 'compatible' | 'later',
): number {
  const wall = date.toPlainDateTime().add({ minutes: minutesOfDay });
  return wall.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds;
}

/** Spans that touch or overlap are one. */
function* merged(spans: Iterable<Span>): Generator<Span> {
  let current: Span | null = null;
  for (const span of spans) {
    if (current && span.start <= current.end) {
      current = { start: current.start, end: Math.max(current.end, span.end) };
    } else {
      if (current) yield current;
      current = span;
    }
  }
  if (current) yield current;
}
