import type { SiteId } from '@ventanilla/shared/ids';
import type { SightingRow } from '../../domain/rows.ts';
import type { Kit } from './kit.ts';

/** Where the tags of sites were seen. */
export function defineSightings(kit: Kit) {
  return kit.table(
    'site_sightings',
    {
      siteId: kit.text('site_id').$type<SiteId>(),
      host: kit.text('host'),
      loadedAt: kit.integer('loaded_at'),
      reachedAt: kit.integer('reached_at'),
      blockedAt: kit.integer('blocked_at'),
      directive: kit.text('directive').$type<SightingRow['directive']>(),
    },
    (sighting) => [kit.primaryKey({ columns: [sighting.siteId, sighting.host] })],
  );
}
