import { alwaysOpen, noIncident } from '@ventanilla/shared/entities/site';
import { firstSiteName } from '@ventanilla/shared/i18n/first-names';
import type { Deps } from '../../deps.ts';
import type { SiteRow } from '../../domain/rows.ts';

const minute = 60_000;
const hour = 60 * minute;

type SiteDefaults = Omit<SiteRow, 'id' | 'key' | 'createdAt' | 'version'>;

/** What a site begins with; an owner changes it in the settings. */
export function siteDefaults(deps: Pick<Deps, 'config' | 'ids'>): SiteDefaults {
  return {
    name: firstSiteName,
    origins: [deps.config.publicUrl],
    identitySecrets: [deps.ids.secret()],
    locale: 'es',
    accent: '#2b49b5',
    launcherPosition: 'end',
    logo: '',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    openingHours: alwaysOpen,
    closedDates: [],
    incident: noIncident,
    incidentChangedAt: 0,
    pickUpMs: 3 * minute,
    replyMs: 5 * minute,
    idleMs: 30 * minute,
    reopenMs: 24 * hour,
    graceMs: minute,
    visitorReturnMs: 3 * minute,
    firstReplyMinutes: 480,
    disabledAt: 0,
  };
}
