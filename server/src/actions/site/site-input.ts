import type { ClosedDates, OpeningHours } from '@ventanilla/shared/entities/site';
import { limits } from '@ventanilla/shared/limits';
import { weekdays } from '@ventanilla/shared/vocabulary';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import { isLogo } from '../../domain/file/site-logo.ts';
import { isTimeZone } from '../../domain/sla/time-zone.ts';
import type { SitePatch } from '../../storage/store.ts';
import { AppError } from '../app-error.ts';

type SiteFields = Partial<CommandData<'site:create'>>;

const dayMs = 24 * 60 * 60_000;

/** The checks that a schema cannot make; throws `invalid` with the field's name. */
export function readSiteFields(data: SiteFields): SitePatch {
  const { position, origins, timeZone, openingHours, closedDates, incident, logo, ...rest } = data;
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw new AppError('invalid', { field: 'timeZone' });
  if (openingHours) checkHours(openingHours);
  if (closedDates) checkDates(closedDates);
  if (logo && !isLogo(Buffer.from(logo, 'base64'))) throw new AppError('invalid', { field: 'logo' });
  if (incident?.isOn && !Object.values(incident.texts).some(isSaid))
    throw new AppError('invalid', { field: 'incident' });
  return {
    ...rest,
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(openingHours === undefined ? {} : { openingHours }),
    ...(closedDates === undefined ? {} : { closedDates }),
    ...(incident === undefined ? {} : { incident }),
    ...(logo === undefined ? {} : { logo }),
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

/** Each ends no sooner than it begins, and within a year or so: a slip in a year must not shut the doors for good. */
function checkDates(closedDates: readonly ClosedDates[]): void {
  for (const [index, { from, to }] of closedDates.entries()) {
    const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
    if (days < 1 || days > limits.closedDays) throw new AppError('invalid', { field: `closedDates.${index}` });
  }
}

function isSaid(text: string): boolean {
  return text.trim() !== '';
}
