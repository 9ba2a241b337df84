import type { OpeningHours, OpeningInterval } from '@ventanilla/shared/entities/site';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { ClosedTexts } from '@ventanilla/shared/i18n/widget/closed/texts';
import { weekdays } from '@ventanilla/shared/vocabulary';

/** One line of the table: one day, or several in a row that are alike. */
export interface HoursRow {
  days: string;
  hours: string;
  isToday: boolean;
}

const dayMs = 24 * 60 * 60 * 1000;
/** 1970 began on a Thursday. */
const firstMonday = 4 * dayMs;

/**
 * The week as people read it: days that are alike together, today by itself. In the site's own wall time. `isUsual`: today is
 * like the week says.
 */
export function hoursRows(
  week: { timeZone: string; openingHours: OpeningHours },
  language: string,
  texts: ClosedTexts,
  now: number,
  isUsual = true,
): HoursRow[] {
  const utc = { timeZone: 'UTC' };
  const weekday = new Intl.DateTimeFormat(language, { ...utc, weekday: 'long' });
  const clock = new Intl.DateTimeFormat(language, { ...utc, hour: 'numeric', minute: '2-digit' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const today = new Intl.DateTimeFormat('en', { timeZone: week.timeZone, weekday: 'short' }).format(now).toLowerCase();

  // A line breaks between two intervals, not inside one.
  const at = (minutes: number) => clock.format(minutes * 60_000).replace(/\s/, '\u00a0');
  const isWholeDay = ({ from, to }: OpeningInterval) => from === 0 && to % (24 * 60) === 0;
  const words = (intervals: readonly OpeningInterval[]) => {
    if (intervals.length === 0) return texts.shut;
    if (intervals.some(isWholeDay)) return texts.allDay;
    return list.format(intervals.map(({ from, to }) => `${at(from)}\u2060–\u2060${at(to)}`));
  };

  const rangeOf = (from: string, to: string, length: number) => {
    if (length < 3) return list.format(length === 1 ? [from] : [from, to]);
    return fill(texts.range, { from, to });
  };

  const rows: (HoursRow & { from: string; to: string; length: number })[] = [];
  weekdays.forEach((day, index) => {
    const name = weekday.format(firstMonday + index * dayMs);
    const isToday = day === today;
    const hours = words((isUsual || !isToday ? week.openingHours[day] : undefined) ?? []);
    const last = rows.at(-1);
    if (last && !last.isToday && !isToday && last.hours === hours) {
      last.to = name;
      last.length += 1;
    } else rows.push({ days: '', from: name, to: name, length: 1, hours, isToday });
  });
  return rows.map(({ from, to, length, hours, isToday }) => {
    const days = isToday ? fill(texts.todayIs, { day: from }) : rangeOf(from, to, length);
    return { days: days.slice(0, 1).toUpperCase() + days.slice(1), hours, isToday };
  });
}

/** Name of the zone's place where its clock differs from the reader's now, else ''. */
export function otherPlace(timeZone: string, now: number): string {
  const wall = (zone?: string) => new Date(now).toLocaleString('en', zone ? { timeZone: zone } : {});
  return wall(timeZone) === wall() ? '' : (timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? '');
}
