import type { SiteId } from '@ventanilla/shared/ids';
import { limits } from '@ventanilla/shared/limits';
import type { CspDirective } from '@ventanilla/shared/vocabulary';
import type { SightingRow } from '../domain/rows.ts';
import type { Clock } from './clock.ts';
import { faultOf, type Logger } from './logger.ts';

const everyMs = 60_000;

type Seen = { as: 'loaded' | 'reached' } | { as: 'blocked'; directive: CspDirective };

/** Where tags are seen, kept in memory between writes, so that a busy page costs one write a minute. */
export interface Sightings {
  /** `host` '' for pages that do not say where they are. */
  note(siteId: SiteId, host: string, seen: Seen): void;
  /** Writes what is known of a site and not yet stored. */
  settle(siteId: SiteId): Promise<void>;
  /** The same for every site, when the process ends. */
  settleAll(): Promise<void>;
}

interface Pending {
  /** By the clock that nobody sets. */
  since: number;
  hosts: Map<string, SightingRow>;
}

export function createSightings(
  clock: Clock,
  log: Logger,
  save: (rows: readonly SightingRow[]) => Promise<void>,
): Sightings {
  const sites = new Map<SiteId, Pending>();

  async function settle(siteId: SiteId): Promise<void> {
    const pending = sites.get(siteId);
    if (!pending) return;
    sites.delete(siteId);
    await save([...pending.hosts.values()]);
  }

  return {
    settle,
    async settleAll() {
      for (const siteId of [...sites.keys()]) await settle(siteId);
    },
    note(siteId, host, seen) {
      const now = clock.now();
      const pending = sites.get(siteId) ?? { since: clock.elapsed(), hosts: new Map() };
      const known = pending.hosts.get(host);
      // Whoever makes up hosts pushes out no other.
      if (!known && pending.hosts.size >= limits.sightingsPerSite) return;
      const row = known ?? { siteId, host, loadedAt: 0, reachedAt: 0, blockedAt: 0, directive: '' };
      pending.hosts.set(host, {
        ...row,
        ...(seen.as === 'blocked' ? { blockedAt: now, directive: seen.directive } : { [`${seen.as}At`]: now }),
      });
      sites.set(siteId, pending);
      if (clock.elapsed() - pending.since < everyMs) return;
      settle(siteId).catch((error) => log.warn({ fault: faultOf(error) }, 'where a tag was seen could not be stored'));
    },
  };
}

/** The host of a page, by what its browser says: `Origin`, else `Referer`; '' when it says neither. */
export function pageHost(origin: string | undefined, referer: string | undefined): string {
  for (const text of [origin, referer]) {
    const url = URL.parse(text ?? '');
    if (url && (url.protocol === 'https:' || url.protocol === 'http:')) return url.host.slice(0, limits.nameLength);
  }
  return '';
}
