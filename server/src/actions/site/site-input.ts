import type { OpeningHours } from '@ventanilla/shared/entities/site';
import { weekdays } from '@ventanilla/shared/vocabulary';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import { isTimeZone } from '../../domain/sla/time-zone.ts';
import type { SitePatch } from '../../storage/store.ts';
import { AppError } from '../app-error.ts';

type SiteFields = Partial<CommandData<'site:create'>>;

/** The checks that a schema cannot make; throws `invalid` with the field's name. */
export function readSiteFields(data: SiteFields): SitePatch {
  const { position, origins, timeZone, openingHours, ...rest } = data;
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw new AppError('invalid', { field: 'timeZone' });
  if (openingHours) checkHours(openingHours);
  return {
    ...rest,
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(openingHours === undefined ? {} : { openingHours }),
    ...(position === undefined ? {} : { launcherPosition: position }),
    ...(origins === undefined ? {} : { origins: [...new Set(origins.map(originOf))] }),
  };
}

/** People paste whole addresses; what counts is scheme, host and port. */
function originOf(text: string): string {
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new AppError('invalid', { field: 'origins' });
  return url.origin;
}

/** Intervals of a day must not be empty nor overlap; the last one may end on the next day (SL3). */
function checkHours(hours: OpeningHours): void {
  for (const day of weekdays) {
    const intervals = [...(hours[day] ?? [])].sort((a, b) => a.from - b.from);
    for (const [index, { from, to }] of intervals.entries()) {
      const next = intervals[index + 1];
      const endsNextDay = to <= from;
      const isWrong = from === to || (next !== undefined && (endsNextDay || next.from < to));
      if (isWrong) throw new AppError('invalid', { field: `openingHours.${day}` });
    }
  }
}
