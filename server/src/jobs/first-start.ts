import { builtInGroupName } from '@ventanilla/shared/i18n/first-names';
import { limits } from '@ventanilla/shared/limits';
import { makeLink } from '../actions/invitation/make-link.ts';
import { siteDefaults } from '../actions/site/site-defaults.ts';
import type { Deps } from '../deps.ts';

/**
 * To be run at every start: an empty database gets its site, one without agents a fresh set-up link. Answers the link, to
 * be printed and never logged; '' when there is an agent.
 */
export async function prepareFirstStart(deps: Deps): Promise<string> {
  if (deps.directory.sites().length === 0) await makeFirstSite(deps);
  if ((await deps.store.agents.list()).length > 0) return '';
  await endEarlierLinks(deps);
  const { link } = await makeLink(deps, {
    kind: 'setup',
    email: '',
    name: '',
    role: 'admin',
    siteIds: [],
    createdBy: '',
    lifeMs: limits.setupLifeMs,
  });
  return link;
}

async function makeFirstSite({ store, ids, clock, config, directory }: Deps): Promise<void> {
  const id = ids.next('site');
  const now = clock.now();
  const site = { ...siteDefaults({ config, ids }), id, key: ids.siteKey(), createdAt: now };
  await store.sites.create(
    site,
    { id: ids.next('group'), name: builtInGroupName[site.locale] },
    [],
    [
      {
        id: ids.next('event'),
        siteId: id,
        subjectKind: 'site',
        subjectId: id,
        type: 'site.created',
        actorKind: 'system',
        actorId: '',
        at: now,
      },
    ],
  );
  await directory.reloadSites();
}

/** What an earlier start printed may stand in a log or on a screen: only the newest link works. */
async function endEarlierLinks({ store, clock }: Deps): Promise<void> {
  const now = clock.now();
  for (;;) {
    const earlier = await store.invitations.unusedSetup(now);
    if (!earlier) return;
    await store.invitations.use(earlier.tokenHash, now);
  }
}
