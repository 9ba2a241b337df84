import type { SiteId } from '../ids.ts';
import { type CspDirective, type LauncherPosition, type Locale, type Weekday, weekdays } from '../vocabulary.ts';

/** SL3. Wall-clock ends in the site's zone, minutes from midnight; `to` ≤ `from` means that it ends on the following day. */
export interface OpeningInterval {
  readonly from: number;
  readonly to: number;
}

/** Any number of intervals a day; a day that is missing is closed. */
export type OpeningHours = { readonly [day in Weekday]?: readonly OpeningInterval[] };

const wholeDay: readonly OpeningInterval[] = [{ from: 0, to: 24 * 60 }];
/** What a new site begins with: open 24/7. */
export const alwaysOpen: OpeningHours = Object.fromEntries(weekdays.map((day) => [day, wholeDay]));

/**
 * SL3. Days on which the doors stay shut, whatever the week says: an interval that begins on one of them does not count.
 * Both days are included, as `2026-12-25`, in the site's zone.
 */
export interface ClosedDates {
  readonly from: string;
  readonly to: string;
  /** As visitors read it: `Navidad`; '' where nobody has said why. */
  readonly name: string;
}

/** When a site is open. Holidays from elsewhere can be added to `closedDates` by whoever asks a rule. */
export interface Calendar {
  readonly timeZone: string;
  readonly openingHours: OpeningHours;
  readonly closedDates: readonly ClosedDates[];
}

/** What is wrong just now, in the words of the site's people; a language without words borrows the other's. */
export interface Incident {
  readonly isOn: boolean;
  readonly texts: { readonly [locale in Locale]: string };
}

export const noIncident: Incident = { isOn: false, texts: { es: '', en: '' } };

/** A site as its own people see it. */
export interface Site {
  id: SiteId;
  key: string;
  name: string;
  origins: string[];
  locale: Locale;
  accent: string;
  position: LauncherPosition;
  /** Where its picture is, a path of this server; '' for none. */
  logo: string;
  timeZone: string;
  openingHours: OpeningHours;
  closedDates: readonly ClosedDates[];
  incident: Incident;
  /** When the incident's words or its switch were last changed, ms UTC; 0: never. */
  incidentChangedAt: number;
  /** CV1: how long a conversation may wait in the queue before it becomes a ticket. */
  pickUpMs: number;
  /** Expected time of a first answer to a ticket, in minutes of opening hours. */
  firstReplyMinutes: number;
  version: number;
}

/** A site's tag on the pages of one host. Instants are ms UTC; 0: never. */
export interface SiteSighting {
  /** `www.example.com`; '' when its pages do not say where they are. */
  host: string;
  /** The loader was asked for. */
  loadedAt: number;
  /** A page there spoke with us, so nothing was in its way. */
  reachedAt: number;
  /** A page there said that its own policy is in the way. */
  blockedAt: number;
  directive: CspDirective | '';
}

/** A site's picture by the name that its loader says. */
export function logoPath(name: string): string {
  return `/w/logo/${name}`;
}

/** The tag that an owner pastes into their pages. */
export function embedTag(publicUrl: string, siteKey: string): string {
  return `<script async crossorigin src="${publicUrl}/w/${siteKey}.js"></script>`;
}

/** The same panel as a page of our own, for people who come without one of the owner's. */
export function fullPageAddress(publicUrl: string, siteKey: string): string {
  return `${publicUrl}/c/${siteKey}`;
}
