import type { OpeningHours, OpeningInterval } from '@ventanilla/shared/entities/site';
import { type Weekday, weekdays } from '@ventanilla/shared/vocabulary';

const minutesPerDay = 24 * 60;

/** `09:30`, `9.30`, `0930` → 570, `9` → 540; null for what is not a time of the day. */
export function minutesOf(clock: string): number | null {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(clock.trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/** The same for an end, where midnight is the end of the day and not its beginning. */
export function endMinutesOf(clock: string): number | null {
  const minutes = minutesOf(clock);
  return minutes === 0 ? minutesPerDay : minutes;
}

/** 570 → `09:30`; the end of the day is shown as midnight. */
export function clockOf(minutes: number): string {
  const inDay = minutes % minutesPerDay;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

/** SL3: an end that is not after its beginning belongs to the following day. */
export function lengthOf({ from, to }: OpeningInterval): number {
  return to > from ? to - from : to + minutesPerDay - from;
}

export function isAlwaysOpen(hours: OpeningHours): boolean {
  return weekdays.every((day) => hours[day]?.some(({ from, to }) => from === 0 && to === minutesPerDay));
}

/** Intervals of a day last a while and do not overlap; only the last one may end on the following day. */
export function isSound(hours: OpeningHours): boolean {
  return weekdays.every((day) => {
    const intervals = [...(hours[day] ?? [])].sort((a, b) => a.from - b.from);
    return intervals.every(({ from, to }, index) => {
      const next = intervals[index + 1];
      return from !== to && (next === undefined || (to > from && next.from >= to));
    });
  });
}

export function minutesPerWeek(hours: OpeningHours): number {
  return weekdays.flatMap((day) => hours[day] ?? []).reduce((sum, interval) => sum + lengthOf(interval), 0);
}

export function changeInterval(
  hours: OpeningHours,
  day: Weekday,
  index: number,
  interval: OpeningInterval,
): OpeningHours {
  return withDay(hours, day, (hours[day] ?? []).with(index, interval));
}

export function removeInterval(hours: OpeningHours, day: Weekday, index: number): OpeningHours {
  return withDay(
    hours,
    day,
    (hours[day] ?? []).filter((_interval, i) => i !== index),
  );
}

/** The new one begins where it is most likely wanted: in the morning, or two hours after the last one. */
export function addInterval(hours: OpeningHours, day: Weekday): OpeningHours {
  const intervals = hours[day] ?? [];
  const last = intervals.at(-1);
  const from = last ? Math.min(last.to + 120, minutesPerDay - 60) : 9 * 60;
  return withDay(hours, day, [...intervals, { from, to: Math.min(from + (last ? 180 : 300), minutesPerDay - 1) }]);
}

export const officeHours: OpeningHours = Object.fromEntries(
  weekdays.slice(0, 5).map((day) => [day, [{ from: 9 * 60, to: 18 * 60 }]]),
);

function withDay(hours: OpeningHours, day: Weekday, intervals: OpeningInterval[]): OpeningHours {
  const { [day]: _before, ...others } = hours;
  return intervals.length === 0 ? others : { ...others, [day]: intervals };
}
