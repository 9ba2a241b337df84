import type { Ack } from '@ventanilla/shared/wire/errors';
import { type RouteName, routes } from '@ventanilla/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aColleague,
  aVisitor,
  callHttp,
  connect,
  signIn,
  startChat,
  type TestAgent,
  type TestSocket,
  theAdmin,
} from '../testing/clients.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

let app: RunningApp;
let marta: TestAgent;
let diego: TestAgent;
const opened: TestSocket[] = [];

beforeAll(async () => {
  app = await startApp();
  marta = await theAdmin(app);
  diego = await aColleague(app, marta, 'Diego');
  opened.push(marta, diego);
});
afterAll(async () => {
  for (const socket of opened) socket.close();
  await app?.close();
});

/** For a test that shuts somebody out. */
async function newColleague(name: string): Promise<TestAgent> {
  const agent = await aColleague(app, marta, name);
  opened.push(agent);
  return agent;
}

/** Resolves when the server has ended the connection. */
function ended(socket: TestSocket): Promise<string> {
  return new Promise((resolve) => socket.raw.once('disconnect', resolve));
}

async function anotherTab(agent: TestAgent, cookie = agent.cookie): Promise<TestSocket> {
  const socket = await connect(app, '/agent', {}, { cookie, origin: app.url });
  opened.push(socket);
  return socket;
}

function post(name: RouteName, body: unknown, headers: Record<string, string>): Promise<Response> {
  const all = { 'content-type': 'application/json', ...headers };
  return fetch(`${app.url}${routes[name].path}`, { method: 'POST', headers: all, body: JSON.stringify(body) });
}

const fromOwnPage = (cookie: string) => ({ cookie, origin: app.url });

/** What a visitor writes after the acknowledgement reaches those who stay and nobody who was shut out. */
async function expectDeafAndRefused(socket: TestSocket, cookie: string, closing: Promise<string>): Promise<void> {
  const visitor = await aVisitor(app);
  opened.push(visitor);
  const { conversation } = await startChat(visitor, 'After the acknowledgement');
  await marta.hears<{ conversation: { id: string } }>(
    'conversation:changed',
    (event) => event.conversation.id === conversation.id,
  );
  expect(await closing).toBe('io server disconnect');
  expect(JSON.stringify(socket.heard)).not.toContain(conversation.id);
  await expect(connect(app, '/agent', {}, fromOwnPage(cookie))).rejects.toMatchObject({ code: 'unauthenticated' });
  const { status } = await callHttp(app, 'inbox:open', {}, { cookie });
  expect(status).toBe(401);
}

describe('open sockets', () => {
  it('of a session that signs out close before it is acknowledged; other sessions stay', async () => {
    const agent = await newColleague('Iker');
    const secondTab = await anotherTab(agent);
    const elsewhere = await anotherTab(agent, await signIn(app, agent.email));
    const closing = [ended(agent), ended(secondTab)] as const;
    const response = await post('signOut', {}, fromOwnPage(agent.cookie));
    expect(await response.json()).toEqual({ ok: true, data: {} });
    expect(await closing[1]).toBe('io server disconnect');
    await expectDeafAndRefused(agent, agent.cookie, closing[0]);
    expect((await elsewhere.call('inbox:open', {})).ok).toBe(true);
  });

  it('of somebody who is removed close before it is acknowledged, and colleagues are told', async () => {
    const agent = await newColleague('Ane');
    const closing = ended(agent);
    const version = app.deps.directory.agent(agent.agentId)?.version ?? 0;
    await marta.ask('agent:remove', { agentId: agent.agentId as `agt_${string}`, version });
    await expectDeafAndRefused(agent, agent.cookie, closing);
    await marta.hears<{ agentId: string }>('agent:removed', ({ agentId }) => agentId === agent.agentId);
  });

  it('of somebody with another role close; they come back with their new rights', async () => {
    const agent = await newColleague('Olga');
    expect(await agent.call('invitation:list', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    const closing = ended(agent);
    const version = app.deps.directory.agent(agent.agentId)?.version ?? 0;
    await marta.ask('agent:setRole', { agentId: agent.agentId as `agt_${string}`, version, role: 'admin' });
    expect(await closing).toBe('io server disconnect');
    const again = await anotherTab(agent);
    expect(await again.call('invitation:list', {})).toMatchObject({ ok: true });
  });

  it('of all other sessions close when the password changes', async () => {
    const agent = await newColleague('Luis');
    const cookie = await signIn(app, agent.email);
    const elsewhere = await anotherTab(agent, cookie);
    const closing = ended(elsewhere);
    const body = { currentPassword: 'una ventanilla abierta', newPassword: 'otra ventanilla abierta' };
    expect((await post('changePassword', body, fromOwnPage(agent.cookie))).status).toBe(200);
    await expectDeafAndRefused(elsewhere, cookie, closing);
    expect((await agent.call('inbox:open', {})).ok).toBe(true);
  });

  it('close when the time of their session is over, and not before', async () => {
    const own = await startApp();
    const agent = await theAdmin(own);
    const closing = ended(agent);
    const claim = await own.deps.agentAuth.claimOf(new Headers({ cookie: agent.cookie }));
    const leftMs = (claim?.expiresAt ?? 0) - own.deps.clock.now();
    own.deps.clock.advance(leftMs - 60_000);
    expect((await agent.call('inbox:open', {})).ok).toBe(true);
    own.deps.clock.advance(120_000);
    expect(await closing).toBe('io server disconnect');
    agent.close();
    await own.close();
  });
});

describe('the handshake', () => {
  it.each([
    ['a missing origin', {}],
    ['an empty origin', { origin: '' }],
    ['the null origin of a sandboxed page', { origin: 'null' }],
    ["somebody else's origin", { origin: 'https://evil.example' }],
    ['our name on another port', { origin: 'http://localhost:1' }],
  ])('is refused with %s, whatever the cookie', async (_case, headers) => {
    const given = { cookie: diego.cookie, ...headers };
    await expect(connect(app, '/agent', {}, given)).rejects.toMatchObject({ code: 'origin_not_allowed' });
  });

  it('is refused without a session', async () => {
    await expect(connect(app, '/agent', {}, { origin: app.url })).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('the routes of identity', () => {
  it.each([
    ['a missing origin', {}],
    ['the null origin', { origin: 'null' }],
    ["somebody else's origin", { origin: 'https://evil.example' }],
  ])('refuse a POST with %s and leave the session open', async (_case, headers) => {
    const given = { cookie: diego.cookie, ...headers };
    const response = await post('signOut', {}, given);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'origin_not_allowed' } });
    expect((await post('signIn', { email: diego.email, password: 'una ventanilla abierta' }, headers)).status).toBe(
      403,
    );
    expect(
      (await callHttp(app, 'availability:set', { availability: 'away' }, { cookie: diego.cookie, origin: null }))
        .status,
    ).toBe(403);
    expect((await callHttp(app, 'inbox:open', {}, { cookie: diego.cookie })).status).toBe(200);
  });

  it('say in one body, in the language of the reader, that the credentials are wrong', async () => {
    const wrong = { email: diego.email, password: 'a wrong password' };
    const response = await post('signIn', wrong, { origin: app.url, 'accept-language': 'en' });
    expect(response.status).toBe(401);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.json()).toEqual({
      ok: false,
      error: {
        code: 'wrong_credentials',
        message: 'The address or the password is not right.',
        requestId: expect.any(String),
      },
    });
  });

  it('refuse a form of another page, which needs no preflight', async () => {
    const response = await post('signOut', {}, { ...fromOwnPage(diego.cookie), 'content-type': 'text/plain' });
    expect(response.status).toBe(400);
    expect((await callHttp(app, 'inbox:open', {}, { cookie: diego.cookie })).status).toBe(200);
  });

  it('count tries by the address of the socket, whatever the headers say', async () => {
    const strict = await startApp({ rateLimits: { ...app.deps.config.rateLimits, secret: 1 } });
    const answers: string[] = [];
    for (let i = 0; i <= 20; i++) {
      const forged = `203.0.113.${i}`;
      const response = await fetch(`${strict.url}${routes.signIn.path}`, {
        method: 'POST',
        headers: {
          origin: strict.url,
          'content-type': 'application/json',
          'x-forwarded-for': forged,
          'x-real-ip': forged,
          'x-ventanilla-address': forged,
        },
        body: JSON.stringify({ email: `nobody-${i}@example.com`, password: 'a wrong password' }),
      });
      const { error } = (await response.json()) as Extract<Ack<never>, { ok: false }>;
      answers.push(error.code);
    }
    await strict.close();
    expect(answers).toEqual([...Array.from({ length: 20 }, () => 'wrong_credentials'), 'rate_limited']);
  });

  it.each([
    'sign-up/email',
    'sign-in/social',
    'list-sessions',
    'revoke-sessions',
    'update-user',
    'delete-user',
    'reset-password/abc?callbackURL=/',
    'ok',
    'error',
  ])("do not include the library's %s", async (path) => {
    const headers = { 'content-type': 'application/json', ...fromOwnPage(marta.cookie) };
    for (const init of [{ headers }, { method: 'POST', headers, body: '{}' }]) {
      const response = await fetch(`${app.url}/api/auth/${path}`, { ...init, redirect: 'manual' });
      expect(response.status).toBe(404);
    }
  });

  it('show a session to its own cookie only, without what the cookie carries', async () => {
    const ask = (headers: Record<string, string>) => fetch(`${app.url}${routes.session.path}`, { headers });
    const own = await (await ask({ cookie: diego.cookie })).text();
    expect(JSON.parse(own)).toEqual({
      ok: true,
      data: { agentId: diego.agentId, name: 'Diego', email: diego.email, role: 'agent' },
    });
    expect(await (await ask({})).json()).toEqual({ ok: true, data: null });
  });
});
