import type { Calendar, ClosedDates, OpeningHours, OpeningInterval } from '@ventanilla/shared/entities/site';
import { weekdays } from '@ventanilla/shared/vocabulary';
import { Temporal } from 'temporal-polyfill';

/** From `start` (included) to `end` (not included), ms UTC. */
export interface Span {
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
export function isOpen(calendar: Calendar, nowMs: number): boolean {
  if (calendar.closedDates.length === 0 && isRoundTheClock(calendar.openingHours)) return true;
  for (const span of spansFrom(calendar, nowMs, 0)) {
    if (span.start <= nowMs && nowMs < span.end) return true;
  }
  return false;
}

/** SL3. The closed date that `nowMs` lies on, where the calendar is; of several the first that has a name. */
export function holidayAt({ timeZone, closedDates }: Calendar, nowMs: number): ClosedDates | null {
  const closed = closedDates.filter((dates) => isIn(dates, dayAt(nowMs, timeZone).toString()));
  return closed.find(({ name }) => name !== '') ?? closed[0] ?? null;
}

/** SL3. The next instant after `nowMs` (ms UTC) at which closed turns into open; 0 when that never happens. */
export function nextOpening(calendar: Calendar, nowMs: number): number {
  for (const span of merged(spansFrom(calendar, nowMs, patternDays))) {
    if (span.start > nowMs) return span.start;
  }
  return 0;
}

/** SL3. The next instant after `nowMs` (ms UTC) at which open turns into closed; 0 when that never happens. */
export function nextClosing(calendar: Calendar, nowMs: number): number {
  const soon = closingSoon(calendar, nowMs);
  if (soon > 0) return soon;
  // A week without an end closes for a date alone.
  const { timeZone, closedDates } = calendar;
  const today = dayAt(nowMs, timeZone).toString();
  const ahead = closedDates.map(({ from }) => from).filter((from) => from > today);
  const first = ahead.sort()[0];
  return first ? closingSoon(calendar, instantOf(Temporal.PlainDate.from(first), 0, timeZone, 'compatible') - 1) : 0;
}

function closingSoon(calendar: Calendar, nowMs: number): number {
  for (const span of merged(spansFrom(calendar, nowMs, patternDays + 1))) {
    if (span.end > nowMs) return span.end - nowMs > patternDays * dayMs ? 0 : span.end;
  }
  return 0;
}

export function addOpenMinutes(calendar: Calendar, fromMs: number, minutes: number): number {
  return addOpenTime(calendar, fromMs, minutes * minuteMs);
}

/**
 * SL3, SL8. The instant (ms UTC) at which `time` (ms) of open time has passed since `fromMs`; exact to the millisecond.
 * Hours without an interval, and whatever is left after ten years, count as wall time: a promise always has a date.
 */
export function addOpenTime(calendar: Calendar, fromMs: number, time: number): number {
  let left = Math.max(0, time);
  let at = fromMs;
  if (left === 0 || !hasIntervals(calendar.openingHours)) return at + left;
  for (const span of spansFrom(calendar, fromMs, horizonDays)) {
    const start = Math.max(span.start, at);
    if (start >= span.end) continue;
    if (left <= span.end - start) return start + left;
    left -= span.end - start;
    at = span.end;
  }
  return at + left;
}

/**
 * SL3. The open times between two instants (ms UTC), in order, cut at both and never touching. As in `addOpenTime`, all time is
 * open where the hours have no interval.
 */
export function openSpans(calendar: Calendar, fromMs: number, toMs: number): Span[] {
  if (!hasIntervals(calendar.openingHours)) return toMs > fromMs ? [{ start: fromMs, end: toMs }] : [];
  const spans = [...merged(spansUntil(calendar, fromMs, toMs))];
  return spans
    .map(({ start, end }) => ({ start: Math.max(start, fromMs), end: Math.min(end, toMs) }))
    .filter(({ start, end }) => end > start);
}

function* spansUntil(calendar: Calendar, fromMs: number, toMs: number): Generator<Span> {
  for (const span of spansFrom(calendar, fromMs, Math.ceil((toMs - fromMs) / dayMs) + daysBack)) {
    if (span.start < toMs) yield span;
  }
}

/** Where a closed date begins or ends between two instants, in order. */
export function holidayBounds({ timeZone, closedDates }: Calendar, fromMs: number, toMs: number): number[] {
  const dawnOf = (day: Temporal.PlainDate) => instantOf(day, 0, timeZone, 'compatible');
  return closedDates
    .flatMap(({ from, to }) => [
      dawnOf(Temporal.PlainDate.from(from)),
      dawnOf(Temporal.PlainDate.from(to).add({ days: 1 })),
    ])
    .filter((bound) => bound > fromMs && bound < toMs)
    .sort((a, b) => a - b);
}

/** The usual case, known without a look at the zone: each day's end is the next one's beginning, DST or not. */
function isRoundTheClock(hours: OpeningHours): boolean {
  return weekdays.every((day) => hours[day]?.some(({ from, to }) => from === 0 && (to === 0 || to === 24 * 60)));
}

function hasIntervals(hours: OpeningHours): boolean {
  return weekdays.some((day) => (hours[day]?.length ?? 0) > 0);
}

/**
 * Every interval that may reach beyond `fromMs`, of the local days up to `daysAhead` days later, by their beginning. Closed
 * dates are passed over and do not count as days: however many there are, what comes after them is found.
 */
function* spansFrom(calendar: Calendar, fromMs: number, daysAhead: number): Generator<Span> {
  const { timeZone, openingHours, closedDates } = calendar;
  const closed = closedDates.filter(({ from, to }) => from <= to);
  let date = dayAt(fromMs, timeZone).subtract({ days: daysBack });
  let held: Span[] = [];
  for (let left = daysBack + daysAhead; left >= 0; left -= 1) {
    date = firstOpenDay(closed, date);
    const day = weekdays[date.dayOfWeek - 1];
    const intervals = day ? (openingHours[day] ?? []) : [];
    const spans = intervals.map((interval) => spanOf(interval, date, timeZone)).filter((span) => span.end > span.start);
    // Where clocks skip midnight, what was to begin before it begins later than the next day's first.
    const first = Math.min(...spans.map(({ start }) => start));
    if (spans.length > 0) yield* held.filter(({ start }) => start <= first);
    held = [...held.filter(({ start }) => spans.length === 0 || start > first), ...spans].sort(byStart);
    date = date.add({ days: 1 });
  }
  yield* held;
}

function byStart(one: Span, other: Span): number {
  return one.start - other.start;
}

/** This day, or the first after it that no closed date holds. */
function firstOpenDay(closedDates: readonly ClosedDates[], date: Temporal.PlainDate): Temporal.PlainDate {
  const closed = closedDates.find((dates) => isIn(dates, date.toString()));
  return closed ? firstOpenDay(closedDates, Temporal.PlainDate.from(closed.to).add({ days: 1 })) : date;
}

/** Days of four-digit years compare as their texts do. */
function isIn({ from, to }: ClosedDates, day: string): boolean {
  return from <= day && day <= to;
}

function dayAt(ms: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate();
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
