import { builtInGroupName } from '@ventanilla/shared/i18n/first-names';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { SiteRow } from '../../domain/rows.ts';
import type { AgentCaller } from '../caller.ts';
import { siteDefaults } from './site-defaults.ts';
import { readSiteFields } from './site-input.ts';

/** A further site; its maker is its first member. */
export async function createSite(deps: Deps, caller: AgentCaller, data: CommandData<'site:create'>): Promise<SiteRow> {
  const { ids, clock, store, directory } = deps;
  const now = clock.now();
  const site = {
    ...siteDefaults(deps),
    ...readSiteFields(data),
    id: ids.next('site'),
    key: ids.siteKey(),
    incidentChangedAt: data.incident ? now : 0,
    createdAt: now,
  };
  const group = { id: ids.next('group'), name: builtInGroupName[data.locale] };
  const actor = { actorKind: 'agent', actorId: caller.agentId } as const;
  const event = (subjectKind: 'site' | 'agent', subjectId: string, type: string) =>
    ({ id: ids.next('event'), siteId: site.id, subjectKind, subjectId, type, at: now, ...actor }) as const;
  const created = await store.sites.create(
    site,
    group,
    [caller.agentId],
    [event('site', site.id, 'site.created'), event('agent', caller.agentId, 'agent.sitesChanged')],
  );
  await Promise.all([directory.reloadSites(), directory.reloadAgents()]);
  deps.bus.publish({ type: 'siteChanged', siteId: site.id });
  return created;
}
