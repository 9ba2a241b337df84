import * as v from 'valibot';
import type { ClosedDates, Incident, OpeningHours } from '../entities/site.ts';
import { limits } from '../limits.ts';
import { launcherPositions, locales, weekdays } from '../vocabulary.ts';
import * as f from './fields.ts';

const minuteOfDay = f.whole(0, 24 * 60);
const openingHours = v.object(
  Object.fromEntries(
    weekdays.map((day) => [
      day,
      v.optional(
        v.pipe(v.array(v.object({ from: minuteOfDay, to: minuteOfDay })), v.maxLength(limits.intervalsPerDay)),
      ),
    ]),
  ),
) as v.GenericSchema<OpeningHours>;

const closedDates: v.GenericSchema<readonly ClosedDates[]> = v.pipe(
  v.array(v.object({ from: f.date, to: f.date, name: f.line(limits.closedNameLength) })),
  v.maxLength(limits.closedDatesPerSite),
);

const incidentText = f.text(limits.incidentLength);
const incident = v.object({
  isOn: v.boolean(),
  texts: v.object({ es: incidentText, en: incidentText }),
}) satisfies v.GenericSchema<Incident>;

/** What an owner says of a site, as the form sends it. */
export const siteFields = {
  name: f.name,
  origins: v.pipe(v.array(v.pipe(f.line(limits.urlLength), v.url())), v.maxLength(limits.originsPerSite)),
  locale: v.picklist(locales),
  accent: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)),
  position: v.picklist(launcherPositions),
  timeZone: f.line(limits.nameLength),
  openingHours,
  /** Base64 of a picture of pixels; '' takes it away. */
  logo: v.optional(
    v.pipe(v.string(), v.maxLength(Math.ceil(limits.logoBytes / 3) * 4), v.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
  ),
  closedDates: v.optional(closedDates),
  incident: v.optional(incident),
  pickUpMs: f.whole(10_000, 24 * 60 * 60 * 1000),
  firstReplyMinutes: f.whole(1, 60 * 24 * 60),
};
