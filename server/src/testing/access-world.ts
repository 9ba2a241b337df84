import type { AgentId, SiteId } from '@ventanilla/shared/ids';
import { routes } from '@ventanilla/shared/wire/routes';
import type { Caller } from '@ventanilla/shared/wire/spec';
import type { SiteRow } from '../domain/rows.ts';
import { type Belongings, belongingsOf } from './belongings.ts';
import {
  aColleague,
  aVisitor,
  connect,
  type TestAgent,
  type TestSocket,
  type TestVisitor,
  theAdmin,
} from './clients.ts';
import { type RunningApp, startApp } from './running-app.ts';

export const roleNames = [
  'nobody',
  'visitor',
  'another visitor of the site',
  'visitor of another site',
  'agent',
  'agent of another site',
  'admin',
  'admin who became agent',
  'agent who signed out',
  'agent who was removed',
] as const;
export type RoleName = (typeof roleNames)[number];

export type Namespace = '/visitor' | '/agent';

/** Somebody who comes to a door, with everything they can show there. */
export interface Role {
  name: RoleName;
  /** What the registry's `by` may see in them. */
  is: Caller;
  /** Their site; for whoever has none, the one they knock at. */
  site: SiteRow;
  token?: string;
  cookie?: string;
  /** Their open connection; of those who lost their right to it, the closed one. */
  socket?: TestSocket;
  namespace?: Namespace;
  /** What is theirs: a visitor's own, an agent's site's. */
  own: Belongings;
  /** What is not theirs, and must never change through them. */
  foreign: Belongings;
}

export interface AccessWorld {
  app: RunningApp;
  /** The site that most roles belong to. */
  home: SiteRow;
  away: SiteRow;
  roles: Record<RoleName, Role>;
  close(): Promise<void>;
}

/** One installation with two sites, and of every role somebody real who came in by the front door. */
export async function openAccessWorld(): Promise<AccessWorld> {
  // No mail server answers there, so nothing leaves; but mail is promised, and every command has something to do.
  const app = await startApp({ smtpUrl: 'smtp://127.0.0.1:9' });
  const marta = await theAdmin(app);
  const home = siteNow(app, app.deps.directory.sites()[0]?.id);

  // A second admin makes the second site, so that the first is no member of it.
  const olga = await asAdmin(app, marta, await aColleague(app, marta, 'Olga'));
  const { site } = await olga.ask('site:create', {
    name: 'Otra tienda',
    origins: ['https://otra.example'],
    locale: 'en',
    accent: '#0f766e',
    position: 'end',
    timeZone: 'Europe/Madrid',
    openingHours: home.openingHours,
    pickUpMs: 60_000,
    firstReplyMinutes: 60,
  });
  const away = siteNow(app, site.id);

  const diego = await aColleague(app, marta, 'Diego', [home.id]);
  const oscar = await aColleague(app, olga, 'Oscar', [away.id]);
  const demoted = await asAgent(app, marta, await asAdmin(app, marta, await aColleague(app, marta, 'Dora', [home.id])));
  const signedOut = await aColleague(app, marta, 'Sara', [home.id]);
  await signOut(app, signedOut);
  const removed = await aColleague(app, marta, 'Rosa', [home.id]);
  await marta.ask('agent:remove', { agentId: agentId(removed), version: versionOf(app, removed) });

  const lucia = await aVisitor(app);
  const mateo = await aVisitor(app);
  const visitorAway = await aVisitor(app, away.key);

  const ofHome = (visitor: TestVisitor) => belongingsOf(app, { site: home, visitor, steward: marta });
  const ofAway = belongingsOf(app, { site: away, visitor: visitorAway, steward: olga });
  const asVisitor = (visitor: TestVisitor, site: SiteRow) =>
    ({ is: 'visitor', site, token: visitor.token, socket: visitor, namespace: '/visitor' }) as const;
  const atAgents = (agent: TestAgent, is: Caller, site = home) =>
    ({ is, site, cookie: agent.cookie, socket: agent, namespace: '/agent' }) as const;
  const lost = (agent: TestAgent) => ({ is: 'anyone', site: home, cookie: agent.cookie, socket: agent }) as const;
  const atHome = { own: ofHome(lucia), foreign: ofAway };

  const roles: Record<RoleName, Omit<Role, 'name'>> = {
    nobody: { is: 'anyone', site: home, ...atHome },
    visitor: { ...asVisitor(lucia, home), own: ofHome(lucia), foreign: ofHome(mateo) },
    'another visitor of the site': { ...asVisitor(mateo, home), own: ofHome(mateo), foreign: ofHome(lucia) },
    'visitor of another site': { ...asVisitor(visitorAway, away), own: ofAway, foreign: ofHome(lucia) },
    agent: { ...atAgents(diego, 'agent'), ...atHome },
    'agent of another site': { ...atAgents(oscar, 'agent', away), own: ofAway, foreign: ofHome(lucia) },
    admin: { ...atAgents(marta, 'admin'), ...atHome },
    'admin who became agent': { ...atAgents(demoted, 'agent'), ...atHome },
    'agent who signed out': { ...lost(signedOut), ...atHome },
    'agent who was removed': { ...lost(removed), ...atHome },
  };

  return {
    app,
    home,
    away,
    roles: named(roles),
    async close() {
      for (const socket of [marta, olga, diego, oscar, demoted, lucia, mateo, visitorAway]) socket.close();
      await app.close();
    },
  };
}

function named(roles: Record<RoleName, Omit<Role, 'name'>>): Record<RoleName, Role> {
  const entries = roleNames.map((name) => [name, { name, ...roles[name] }]);
  return Object.fromEntries(entries) as Record<RoleName, Role>;
}

function siteNow(app: RunningApp, id: SiteId | undefined): SiteRow {
  const site = id && app.deps.directory.site(id);
  if (!site) throw new Error('the site is not there');
  return site;
}

/** Ids come over the wire as plain texts; the tests' clients keep them so. */
export function agentId(agent: TestAgent): AgentId {
  return agent.agentId as AgentId;
}

function versionOf(app: RunningApp, agent: TestAgent): number {
  return app.deps.directory.agent(agent.agentId)?.version ?? 0;
}

/** A role change closes the sockets; the session stays, so the same cookie opens a new one. */
async function withRole(app: RunningApp, admin: TestAgent, agent: TestAgent, role: 'admin' | 'agent') {
  await admin.ask('agent:setRole', { agentId: agentId(agent), version: versionOf(app, agent), role });
  const { cookie, email } = agent;
  const socket = await connect(app, '/agent', {}, { cookie, origin: app.url });
  return { ...socket, agentId: agent.agentId, cookie, email };
}

function asAdmin(app: RunningApp, admin: TestAgent, agent: TestAgent): Promise<TestAgent> {
  return withRole(app, admin, agent, 'admin');
}

function asAgent(app: RunningApp, admin: TestAgent, agent: TestAgent): Promise<TestAgent> {
  return withRole(app, admin, agent, 'agent');
}

export async function signOut(app: RunningApp, { cookie }: { cookie: string }): Promise<void> {
  const headers = { origin: app.url, 'content-type': 'application/json', cookie };
  const response = await fetch(`${app.url}${routes.signOut.path}`, { method: 'POST', headers, body: '{}' });
  if (!response.ok) throw new Error(`sign-out: ${response.status}`);
  await response.text();
}
