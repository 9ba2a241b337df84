import { logoPath, type Site, type SiteSighting } from '@ventanilla/shared/entities/site';
import type { SightingRow, SiteRow } from '../../domain/rows.ts';
import { logoName } from './site-logo.ts';

/** What its own people see; the secrets it signs identities with stay here. */
export function presentSite(site: SiteRow): Site {
  return {
    id: site.id,
    key: site.key,
    name: site.name,
    origins: [...site.origins],
    locale: site.locale,
    accent: site.accent,
    position: site.launcherPosition,
    logo: site.logo === '' ? '' : logoPath(logoName(site)),
    timeZone: site.timeZone,
    openingHours: site.openingHours,
    closedDates: [...site.closedDates],
    incident: site.incident,
    incidentChangedAt: site.incidentChangedAt,
    pickUpMs: site.pickUpMs,
    firstReplyMinutes: site.firstReplyMinutes,
    version: site.version,
  };
}

export function presentSighting(row: SightingRow): SiteSighting {
  const { host, loadedAt, reachedAt, blockedAt, directive } = row;
  return { host, loadedAt, reachedAt, blockedAt, directive };
}
