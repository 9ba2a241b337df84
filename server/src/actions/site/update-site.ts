import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { SiteRow } from '../../domain/rows.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { readSiteFields } from './site-input.ts';

/** TK8: names the version it has seen; another one in between gives `conflict`. */
export async function updateSite(deps: Deps, caller: AgentCaller, data: CommandData<'site:update'>): Promise<SiteRow> {
  const { ids, clock, store, directory } = deps;
  const { siteId, version, ...fields } = data;
  if (!caller.siteIds.includes(siteId) || !directory.site(siteId)) throw new AppError('not_found');
  const patch = readSiteFields(fields);
  const updated = await store.sites.update(siteId, version, patch, [
    {
      id: ids.next('event'),
      siteId,
      subjectKind: 'site',
      subjectId: siteId,
      type: 'site.changed',
      actorKind: 'agent',
      actorId: caller.agentId,
      at: clock.now(),
      after: { fields: Object.keys(patch) },
    },
  ]);
  if (!updated) throw new AppError('conflict', { field: 'version' });
  await directory.reloadSites();
  deps.bus.publish({ type: 'siteChanged', siteId });
  return updated;
}
