import { commandRows, routeRows } from '@ventanilla/shared/wire/registry';
import { type RouteName, routes } from '@ventanilla/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccessWorld, openAccessWorld, type Role, type RoleName, roleNames } from '../testing/access-world.ts';
import { signIn } from '../testing/clients.ts';
import { createCommandRunner } from './bind-commands.ts';
import { handlers } from './handlers.ts';
import { createHttpApp } from './http/http-app.ts';

let world: AccessWorld;
beforeAll(async () => {
  world = await openAccessWorld();
});
afterAll(() => world?.close());

describe('the registry and the router', () => {
  const written = [...commandRows, ...routeRows].map(({ method, path }) => `${method} ${path}`);
  /** Commands that pages of other origins may call are asked about beforehand. */
  const ofSites = [
    ...commandRows.filter((row) => row.isOfSite),
    ...routeRows.filter((row) => row.by === 'participant'),
  ];
  const askedBeforehand = ofSites.map(({ path }) => `OPTIONS ${path}`);
  /** What runs before the routes and answers nothing itself. */
  const inBetween = ['ALL /*', 'ALL /api/auth/*'];

  function mounted(): string[] {
    const { deps } = world.app;
    const app = createHttpApp(deps, createCommandRunner(deps), { isDraining: false });
    return [...new Set(app.routes.map(({ method, path }) => `${method} ${path}`))];
  }

  it('every route that is served is written down', () => {
    const known = new Set([...written, ...askedBeforehand, ...inBetween]);
    expect(mounted().filter((route) => !known.has(route))).toEqual([]);
  });

  it('every route that is written down is served', () => {
    const served = new Set(mounted());
    expect([...written, ...askedBeforehand].filter((route) => !served.has(route))).toEqual([]);
  });

  it('every command has its action, every action its command, and each address one meaning', () => {
    expect(Object.keys(handlers).sort()).toEqual(commandRows.map(({ name }) => name).sort());
    expect(new Set(written).size).toBe(written.length);
  });
});

/** A request in order for each route: a route without a row does not compile. */
const requests: Record<RouteName, (role: Role) => { path: string; body?: unknown }> = {
  home: () => ({ path: '/' }),
  demo: () => ({ path: '/demo' }),
  demoStates: () => ({ path: '/demo/states' }),
  dashboard: () => ({ path: '/dashboard/inbox' }),
  embed: ({ site }) => ({ path: `/w/${site.key}.js` }),
  widgetChunk: () => ({ path: '/w/chunks/none.js' }),
  siteLogo: ({ site }) => ({ path: `/w/logo/${site.key}-none` }),
  tagReport: ({ site }) => ({ path: `/w/report/${site.key}?directive=connect-src` }),
  fullPage: ({ site }) => ({ path: `/c/${site.key}` }),
  fullPageForm: ({ site }) => ({ path: `/c/${site.key}`, body: {} }),
  fullPageSheet: ({ site }) => ({ path: `/c/${site.key}/page.css` }),
  fullPageFile: ({ site }) => ({ path: `/c/${site.key}/file/none` }),
  ticketPage: () => ({ path: routes.ticketPage.path }),
  live: () => ({ path: routes.live.path }),
  ready: () => ({ path: routes.ready.path }),
  metrics: () => ({ path: routes.metrics.path }),
  signIn: () => ({ path: routes.signIn.path, body: { email: 'nobody@alameda.example', password: 'a wrong password' } }),
  signOut: () => ({ path: routes.signOut.path, body: {} }),
  session: () => ({ path: routes.session.path }),
  requestReset: () => ({ path: routes.requestReset.path, body: { email: 'nobody@alameda.example' } }),
  resetPassword: () => ({
    path: routes.resetPassword.path,
    body: { token: 'x'.repeat(32), newPassword: 'otra ventanilla abierta' },
  }),
  uploadFile: ({ site }) => ({ path: `${routes.uploadFile.path}?site=${site.key}` }),
  downloadFile: ({ site }) => ({ path: `${routes.downloadFile.path.replace(':file', 'none')}?site=${site.key}` }),
  changePassword: () => ({
    path: routes.changePassword.path,
    body: { currentPassword: 'una ventanilla abierta', newPassword: 'otra ventanilla abierta' },
  }),
};

async function ask(name: RouteName, role: Role): Promise<{ status: number; code: string }> {
  const { path, body } = requests[name](role);
  const headers: Record<string, string> = { origin: world.app.url, 'content-type': 'application/json' };
  if (role.token) headers.authorization = `Bearer ${role.token}`;
  if (role.cookie) headers.cookie = role.cookie;
  const { method } = routes[name];
  const response = await fetch(`${world.app.url}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  const answer = isJson ? JSON.parse(text) : {};
  return { status: response.status, code: answer.error?.code ?? '' };
}

const everybody = () => roleNames.map((name) => world.roles[name]);
const isAgent = (role: Role) => role.is === 'agent' || role.is === 'admin';
const open = routeRows.filter((row) => row.by === 'anyone');
const forAgents = routeRows.filter((row) => row.by === 'agent');

it.each(open)('$method $path answers everybody alike', async ({ name }) => {
  const wanted = await ask(name, world.roles.nobody);
  expect(['unauthenticated', 'forbidden', 'method_not_allowed']).not.toContain(wanted.code);
  for (const role of everybody()) expect(await ask(name, role), role.name).toEqual(wanted);
});

it.each(forAgents)('$method $path answers agents, and nobody else', async ({ name }) => {
  const actual: Partial<Record<RoleName, string>> = {};
  const wanted: Partial<Record<RoleName, string>> = {};
  for (const role of everybody()) {
    // A session of their own: this may be the end of it.
    const email = isAgent(role) ? world.app.deps.directory.agent(agentIdOf(role))?.email : undefined;
    const own = email ? { ...role, cookie: await signIn(world.app, email, passwords.get(email)) } : role;
    actual[role.name] = (await ask(name, own)).code;
    wanted[role.name] = isAgent(role) ? '' : 'unauthenticated';
    if (email && name === 'changePassword') passwords.set(email, 'otra ventanilla abierta');
  }
  expect(actual).toEqual(wanted);
});

/** Of those who changed theirs on the way. */
const passwords = new Map<string, string>();

function agentIdOf({ socket }: Role): string {
  return socket && 'agentId' in socket ? String(socket.agentId) : '';
}

it('nothing of this was a fault of the server', () => {
  expect(world.app.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
