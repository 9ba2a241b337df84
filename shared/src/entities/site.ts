import type { SiteId } from '../ids.ts';
import type { LauncherPosition, Locale, Weekday } from '../vocabulary.ts';

/** SL3. Wall-clock ends in the site's zone, minutes from midnight; `to` ≤ `from` means that it ends on the following day. */
export interface OpeningInterval {
  from: number;
  to: number;
}

/** Any number of intervals a day; a day that is missing is closed. `null` instead of the whole means always open. */
export type OpeningHours = Partial<Record<Weekday, OpeningInterval[]>>;

/** A site as its own people see it. */
export interface Site {
  id: SiteId;
  key: string;
  name: string;
  origins: string[];
  locale: Locale;
  accent: string;
  position: LauncherPosition;
  timeZone: string;
  openingHours: OpeningHours | null;
  /** CV1: how long a conversation may wait in the queue before it becomes a ticket. */
  pickUpMs: number;
  /** Expected time of a first answer to a ticket, in minutes of opening hours. */
  firstReplyMinutes: number;
  version: number;
}

/** The tag that an owner pastes into their pages. */
export function embedTag(publicUrl: string, siteKey: string): string {
  return `<script async src="${publicUrl}/w/${siteKey}.js"></script>`;
}
