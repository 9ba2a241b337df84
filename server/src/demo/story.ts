import type { DiscardReason, Locale, Rating, SettableStatus } from '@ventanilla/shared/vocabulary';
import { Temporal } from 'temporal-polyfill';
import type { TriageChange } from '../domain/ticket/triage.ts';
import type { AgentKey, PageKey, SiteKey } from './company.ts';

/** One conversation of the demo, as it went: who wrote on which page, and what everybody did, minute by minute. */
export interface Story {
  site: SiteKey;
  /** Whom the site vouches for; the same name is the same person. '' for somebody nobody knows. */
  who: string;
  locale: Locale;
  page: PageKey;
  at: When;
  /** The first one is the visitor's. */
  lines: readonly Line[];
}

/** Minutes after the line before, who, and their words or deed. */
export type Line = readonly [after: number, who: Doer, what: string | Deed];
export type Doer = 'visitor' | AgentKey;

export type Deed =
  | { does: 'note'; words: string }
  | { does: 'sendFile'; words: string; file: string }
  | { does: 'setStatus'; status: SettableStatus }
  | { does: 'triage'; change: TriageChange }
  | { does: 'discard'; reason: DiscardReason }
  | { does: 'handOver'; to: AgentKey }
  | { does: 'confirm'; isSolved: boolean }
  | { does: 'rate'; rating: Rating; comment: string }
  | { does: 'take' | 'makeTicket' | 'end' | 'restore' | 'askForTicket' | 'withdraw' | 'goAway' };

export const note = (words: string): Deed => ({ does: 'note', words });
/** `file`: a name that `sample-files.ts` knows how to fill. */
export const sendFile = (file: string, words = ''): Deed => ({ does: 'sendFile', words, file });
export const setStatus = (status: SettableStatus): Deed => ({ does: 'setStatus', status });
export const triage = (change: TriageChange): Deed => ({ does: 'triage', change });
export const discard = (reason: DiscardReason): Deed => ({ does: 'discard', reason });
export const handOver = (to: AgentKey): Deed => ({ does: 'handOver', to });
export const confirm = (isSolved: boolean): Deed => ({ does: 'confirm', isSolved });
export const rate = (rating: Rating, comment = ''): Deed => ({ does: 'rate', rating, comment });
export const take: Deed = { does: 'take' };
export const makeTicket: Deed = { does: 'makeTicket' };
export const end: Deed = { does: 'end' };
export const restore: Deed = { does: 'restore' };
export const askForTicket: Deed = { does: 'askForTicket' };
export const withdraw: Deed = { does: 'withdraw' };
/** The visitor closes the page; an agent loses their connection. */
export const goAway: Deed = { does: 'goAway' };

/** A moment of the demo's past, seen from `now` (ms UTC) in the company's time zone. */
export type When = (now: number, timeZone: string) => number;

const minuteMs = 60_000;

export function minutesAgo(minutes: number): When {
  return (now) => now - minutes * minuteMs;
}

/** On the wall clock of an earlier day, e.g. `daysAgo(2, '17:52')`. */
export function daysAgo(days: number, time: string): When {
  return (now, timeZone) => onDay(localDay(now, timeZone).subtract({ days }), time, timeZone);
}

/** As `daysAgo`, but counting Mondays to Fridays alone: when an office is open. */
export function workdaysAgo(workdays: number, time: string): When {
  return (now, timeZone) => {
    let day = localDay(now, timeZone);
    for (let left = workdays; left > 0; ) {
      day = day.subtract({ days: 1 });
      if (day.dayOfWeek <= 5) left -= 1;
    }
    return onDay(day, time, timeZone);
  };
}

function localDay(now: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
}

function onDay(day: Temporal.PlainDate, time: string, timeZone: string): number {
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}
