import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { SiteRow } from '../../domain/rows.ts';
import type { SitePatch } from '../../storage/store.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { readSiteFields } from './site-input.ts';

/** TK8: names the version it has seen; another one in between gives `conflict`. */
export async function updateSite(deps: Deps, caller: AgentCaller, data: CommandData<'site:update'>): Promise<SiteRow> {
  const { ids, clock, store, directory } = deps;
  const { siteId, version, ...fields } = data;
  const known = directory.site(siteId);
  if (!caller.siteIds.includes(siteId) || !known) throw new AppError('not_found');
  const now = clock.now();
  const patch = stamped(readSiteFields(fields), known, now);
  const updated = await store.sites.update(siteId, version, patch, [
    {
      id: ids.next('event'),
      siteId,
      subjectKind: 'site',
      subjectId: siteId,
      type: 'site.changed',
      actorKind: 'agent',
      actorId: caller.agentId,
      at: now,
      after: { fields: Object.keys(patch) },
    },
  ]);
  if (!updated) throw new AppError('conflict', { field: 'version' });
  await directory.reloadSites();
  deps.bus.publish({ type: 'siteChanged', siteId });
  return updated;
}

/** A notice says since when it stands there as it does. Saving a form that repeats it changes nothing. */
function stamped(patch: SitePatch, known: SiteRow, now: number): SitePatch {
  const { incident } = patch;
  if (!incident || JSON.stringify(incident) === JSON.stringify(known.incident)) return patch;
  return { ...patch, incidentChangedAt: now };
}
