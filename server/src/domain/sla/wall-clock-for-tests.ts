import type { OpeningHours } from '@ventanilla/shared/entities/site';
import { weekdays } from '@ventanilla/shared/vocabulary';

const minute = 60_000;

/** Wall minutes since 1970 → the minutes (UTC, since 1970) at which a clock on the wall shows them. */
export interface Scan {
  byWall: Map<number, number[]>;
  firstWall: number;
  lastWall: number;
}

export function scanZone(zone: string, startMs: number, minutes: number): Scan {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const byWall = new Map<number, number[]>();
  let firstWall = Number.POSITIVE_INFINITY;
  let lastWall = 0;
  let offset = Number.NaN;
  for (let utc = startMs / minute; utc < startMs / minute + minutes; utc += 1) {
    // No clock on earth changes but at a quarter of an hour.
    if (Number.isNaN(offset) || utc % 15 === 0) offset = offsetMinutes(format.format(utc * minute));
    const wall = utc + offset;
    byWall.set(wall, [...(byWall.get(wall) ?? []), utc]);
    firstWall = Math.min(firstWall, wall);
    lastWall = Math.max(lastWall, wall);
  }
  return { byWall, firstWall, lastWall };
}

function offsetMinutes(text: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d+):(\d+))?/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Every open minute of the scan, from each interval's two wall-clock ends. */
export function openMinutes(hours: OpeningHours, scan: Scan): Set<number> {
  const open = new Set<number>();
  const firstDay = Math.ceil(scan.firstWall / 1_440);
  for (let day = firstDay; (day + 3) * 1_440 < scan.lastWall; day += 1) {
    const name = weekdays[(day + 3) % 7] ?? 'mon';
    for (const { from, to } of hours[name] ?? []) {
      const start = instants(scan, day * 1_440 + from)[0] ?? 0;
      const end = instants(scan, day * 1_440 + (to > from ? to : to + 1_440)).at(-1) ?? 0;
      for (let utc = start; utc < end; utc += 1) open.add(utc);
    }
  }
  return open;
}

/** When the clock on the wall shows this; a time that it skips is as far behind the jump as it was ahead of it. */
function instants(scan: Scan, wall: number): number[] {
  const shown = scan.byWall.get(wall);
  if (shown) return shown;
  let before = wall;
  while (!scan.byWall.has(before)) before -= 1;
  return [(scan.byWall.get(before)?.at(-1) ?? 0) + (wall - before)];
}
