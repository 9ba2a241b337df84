import type { ClosedDates, Incident, OpeningHours, Site } from '@ventanilla/shared/entities/site';
import { fill } from '@ventanilla/shared/i18n/fill';
import { limits } from '@ventanilla/shared/limits';
import type { LauncherPosition, Locale } from '@ventanilla/shared/vocabulary';
import { texts } from '../../language.ts';
import { areSound, inOrder } from '../../model/closed-dates.ts';
import { isSound } from '../../model/opening-hours.ts';

/** A site's settings as they stand in the form: numbers and lists are still what was typed. */
export interface SiteForm {
  name: string;
  origins: string;
  locale: Locale;
  accent: string;
  position: LauncherPosition;
  /** Where it is, `data:…` for one that is not saved yet, '' for none. */
  logo: string;
  timeZone: string;
  openingHours: OpeningHours;
  closedDates: readonly ClosedDates[];
  incident: Incident;
  pickUpMinutes: string;
  firstReplyMinutes: string;
}

export type SiteFields = Omit<Site, 'id' | 'key' | 'version' | 'incidentChangedAt' | 'logo'> & {
  /** Base64; absent where it stays as it is. */
  logo?: string;
};
export type SiteProblems = Partial<Record<keyof SiteForm, string>>;

const minuteMs = 60_000;
/** Less than a minute cannot be read in minutes, but a site that has it keeps it. */
const shortestPickUp = 10_000 / minuteMs;
const bounds = { pickUpMinutes: { min: 1, max: 24 * 60 }, firstReplyMinutes: { min: 1, max: 60 * 24 * 60 } };

export function formOf(site: SiteFields): SiteForm {
  return {
    name: site.name,
    origins: site.origins.join('\n'),
    locale: site.locale,
    accent: site.accent,
    position: site.position,
    logo: site.logo ?? '',
    timeZone: site.timeZone,
    openingHours: site.openingHours,
    closedDates: site.closedDates,
    incident: site.incident,
    pickUpMinutes: String(site.pickUpMs / minuteMs),
    firstReplyMinutes: String(site.firstReplyMinutes),
  };
}

/** What was changed in a form since it was as `before`, put into the newer version of its site; the rest is as it is there. */
export function onto(newer: SiteFields, form: SiteForm, before: SiteForm): SiteForm {
  const isChanged = (name: keyof SiteForm) => JSON.stringify(form[name]) !== JSON.stringify(before[name]);
  const names = Object.keys(form) as (keyof SiteForm)[];
  const mine = Object.fromEntries(names.filter(isChanged).map((name) => [name, form[name]]));
  return { ...formOf(newer), ...mine };
}

/** Either every field as the contract wants it, or what is wrong with which, in words. */
export function fieldsOf(form: SiteForm): { fields: SiteFields } | { problems: SiteProblems } {
  const problems: SiteProblems = {};
  const words = texts.value.site;
  const name = form.name.trim();
  if (name === '' || name.length > limits.nameLength) problems.name = words.nameMissing;

  const typed = form.origins.split(/\s+/).filter((line) => line !== '');
  const bad = typed.find((line) => originOf(line) === null);
  if (bad !== undefined) problems.origins = fill(words.originsBad, { origin: bad });

  const pickUp = numberIn(form.pickUpMinutes, shortestPickUp, bounds.pickUpMinutes.max);
  if (pickUp === null) problems.pickUpMinutes = fill(words.numberBad, bounds.pickUpMinutes);
  const firstReplyMinutes = numberIn(
    form.firstReplyMinutes,
    bounds.firstReplyMinutes.min,
    bounds.firstReplyMinutes.max,
  );
  if (firstReplyMinutes === null || !Number.isInteger(firstReplyMinutes)) {
    problems.firstReplyMinutes = fill(words.numberBad, bounds.firstReplyMinutes);
  }
  if (!isSound(form.openingHours)) problems.openingHours = words.badIntervals;
  if (!areSound(form.closedDates)) problems.closedDates = words.badClosed;
  const isSaid = Object.values(form.incident.texts).some((text) => text.trim() !== '');
  if (form.incident.isOn && !isSaid) problems.incident = words.incidentMissing;

  if (Object.keys(problems).length > 0 || pickUp === null || firstReplyMinutes === null) return { problems };
  return {
    fields: {
      name,
      origins: typed.flatMap((line) => originOf(line) ?? []),
      locale: form.locale,
      accent: form.accent,
      position: form.position,
      ...(form.logo.startsWith('/') ? {} : { logo: form.logo.slice(form.logo.indexOf(',') + 1) }),
      timeZone: form.timeZone,
      openingHours: form.openingHours,
      closedDates: inOrder(form.closedDates),
      incident: form.incident,
      pickUpMs: Math.round(pickUp * minuteMs),
      firstReplyMinutes,
    },
  };
}

/** `https://www.example.com/page` → `https://www.example.com`; null for what is not an address of the web. */
function originOf(text: string): string | null {
  const url = URL.parse(text);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.origin : null;
}

function numberIn(text: string, min: number, max: number): number | null {
  const number = Number(text.replace(',', '.'));
  return text.trim() !== '' && number >= min && number <= max ? number : null;
}
