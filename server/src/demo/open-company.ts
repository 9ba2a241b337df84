import { alwaysOpen } from '@ventanilla/shared/entities/site';
import type { SiteId } from '@ventanilla/shared/ids';
import { inviteAgent } from '../actions/agent/invite-agent.ts';
import { AppError } from '../actions/app-error.ts';
import type { AgentCaller, AnyoneCaller } from '../actions/caller.ts';
import { acceptInvitation } from '../actions/invitation/accept-invitation.ts';
import { completeSetup } from '../actions/setup/complete-setup.ts';
import { createSite } from '../actions/site/create-site.ts';
import { updateSite } from '../actions/site/update-site.ts';
import type { Deps } from '../deps.ts';
import type { SiteRow } from '../domain/rows.ts';
import { type AgentKey, agentKeys, agents, type DemoSite, patience, type SiteKey, sites, timeZone } from './company.ts';
import type { DemoClock } from './demo-clock.ts';

export interface Company {
  /** Each agent as they call actions, and the password they sign in with. */
  agents: Record<AgentKey, AgentCaller>;
  passwords: Record<AgentKey, string>;
  sites: Record<SiteKey, SiteId>;
}

const stepMs = 20 * 60_000;
const call = { requestId: '', address: '' };
const nobody: AnyoneCaller = { ...call, kind: 'anyone', siteId: '', locale: 'es' };

/**
 * Sets the installation up as an owner would: the one-time link, the sites, an invitation for each agent. Some minutes lie
 * between them, so that they keep this order; the demo page shows the first site.
 */
export async function openCompany(deps: Deps, clock: DemoClock, setupLink: string): Promise<Company> {
  const passwords = Object.fromEntries(agentKeys.map((key) => [key, newPassword(deps)])) as Record<AgentKey, string>;
  const { name, email } = agents.marta;
  await completeSetup(deps, nobody, { secret: secretOf(setupLink), name, email, password: passwords.marta });
  const first = deps.directory.sites()[0];
  if (!first) throw new Error('the installation has no first site');

  const home = await updateSite(deps, callerOf(deps, 'marta'), {
    siteId: first.id,
    version: first.version,
    ...fieldsOf(deps, sites.home),
  });
  clock.moveTo(clock.now() + stepMs);
  const inner = await createSite(deps, callerOf(deps, 'marta'), { ...fieldsOf(deps, sites.inner), position: 'end' });
  for (const site of [home, inner]) await makePatient(deps, site);
  const siteIds = { home: home.id, inner: inner.id };

  for (const key of agentKeys) {
    clock.moveTo(clock.now() + stepMs);
    if (key !== 'marta') await join(deps, key, siteIds, passwords[key]);
  }
  const callers = Object.fromEntries(agentKeys.map((key) => [key, callerOf(deps, key)])) as Record<
    AgentKey,
    AgentCaller
  >;
  return { agents: callers, passwords, sites: siteIds };
}

function fieldsOf({ config }: Deps, { openingHours, origins, name, locale, accent, firstReplyMinutes }: DemoSite) {
  return {
    name,
    locale,
    accent,
    firstReplyMinutes,
    timeZone,
    origins: [config.publicUrl, ...origins],
    openingHours: openingHours ?? alwaysOpen,
    pickUpMs: patience.pickUpMs,
  };
}

/** Only the first of these waits has a place in the settings. */
async function makePatient({ store, directory }: Deps, { id, version }: SiteRow): Promise<void> {
  await store.sites.update(id, version, patience, []);
  await directory.reloadSites();
}

async function join(deps: Deps, key: AgentKey, siteIds: Company['sites'], password: string): Promise<void> {
  const { name, email, role, locale, sites: own } = agents[key];
  const invited = { name, email, role, siteIds: own.map((site) => siteIds[site]) };
  const { link } = await inviteAgent(deps, callerOf(deps, 'marta'), invited);
  await acceptInvitation(deps, { ...nobody, locale }, { secret: secretOf(link), name, password });
}

function callerOf({ directory }: Deps, key: AgentKey): AgentCaller {
  const agent = directory.agents().find(({ email }) => email === agents[key].email);
  if (!agent) throw new AppError('not_found');
  const { id, role, locale, siteIds } = agent;
  return { ...call, kind: 'agent', agentId: id, sessionId: '', role, locale, siteIds };
}

/** About 95 random bits, without signs that are hard to tell apart or to copy. */
function newPassword({ ids }: Deps): string {
  return ids
    .secret()
    .replaceAll(/[-_0OIl1]/g, '')
    .slice(0, 16);
}

function secretOf(link: string): string {
  return link.split('#')[1] ?? '';
}
