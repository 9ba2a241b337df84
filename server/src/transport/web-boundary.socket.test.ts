import { limits } from '@ventanilla/shared/limits';
import { type CommandRow, commandRows, routeRows } from '@ventanilla/shared/wire/registry';
import { routes } from '@ventanilla/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVisitor, callHttp, newClientId, type TestAgent, type TestVisitor, theAdmin } from '../testing/clients.ts';
import { type RawAnswer, sendRaw } from '../testing/raw-http.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

let app: RunningApp;
let marta: TestAgent;
let lucia: TestVisitor;
const shop = 'https://tienda.example';

beforeAll(async () => {
  app = await startApp();
  marta = await theAdmin(app);
  const [site] = app.deps.directory.sites();
  if (!site) throw new Error('the first start makes a site');
  await marta.ask('site:update', { siteId: site.id, version: site.version, origins: [shop] });
  lucia = await aVisitor(app);
});
afterAll(async () => {
  for (const socket of [marta, lucia]) socket?.close();
  await app?.close();
});

const json = { 'content-type': 'application/json' };
const posts = commandRows.filter((row) => row.method === 'POST');
const forSites = commandRows.filter((row) => row.isOfSite);
const forOurs = commandRows.filter((row) => !forSites.includes(row));

/** As whoever may call it, from a page that may. */
function proof(row: CommandRow): Record<string, string> {
  return forSites.includes(row)
    ? { origin: shop, authorization: `Bearer ${lucia.token}` }
    : { origin: app.url, cookie: marta.cookie };
}

const addressOf = (row: CommandRow) => (forSites.includes(row) ? `${row.path}?site=${app.siteKey}` : row.path);

function errorOf({ text }: RawAnswer): { code: string; message: string; details?: Record<string, unknown> } {
  const { ok, error } = JSON.parse(text);
  expect(ok).toBe(false);
  expect(error.message.length).toBeGreaterThan(10);
  return error;
}

describe('a command takes JSON and nothing else', () => {
  it.each(posts)('$name', async (row) => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const headers = { ...proof(row), ...(type === '' ? {} : { 'content-type': type }) };
      const answer = await sendRaw(app, { method: 'POST', path: addressOf(row), headers, body: ['{}'] });
      expect(answer.status).toBe(400);
      expect(errorOf(answer)).toMatchObject({ code: 'invalid', details: { field: 'content-type' } });
    }
    for (const body of ['', '{', 'null null', '{"a":}', '\u0000', "{'a':1}", '\ufeff{}x']) {
      const headers = { ...proof(row), ...json };
      const answer = await sendRaw(app, { method: 'POST', path: addressOf(row), headers, body: [body] });
      expect(answer.status).toBe(400);
      expect(errorOf(answer).code).toBe('invalid');
    }
  });
});

describe('a body above the limit is refused while it is still being sent', () => {
  const piece = 'x'.repeat(limits.commandBytes);

  it.each(posts)('$name', async (row) => {
    await expectTooLarge(addressOf(row), proof(row));
  });

  // Files have a limit of their own, and the form of a page is tried where its page is.
  const jsonRoutes = routeRows.filter(
    ({ name, method, by }) => method === 'POST' && by !== 'participant' && name !== 'fullPageForm',
  );
  it.each(jsonRoutes)('$name', async (row) => {
    await expectTooLarge(row.path, { origin: app.url, cookie: marta.cookie });
  });

  async function expectTooLarge(path: string, own: Record<string, string>): Promise<void> {
    const headers = { ...own, ...json };
    const answer = await sendRaw(app, { method: 'POST', path, headers, body: [piece, piece, '…'], isEndless: true });
    expect(answer.status).toBe(413);
    expect(errorOf(answer).code).toBe('too_large');
  }

  it('ten megabytes that say how long they are', async () => {
    const body = Buffer.alloc(10 * 1024 * 1024, 120);
    const headers = { origin: app.url, ...json, 'content-length': String(body.byteLength) };
    const answer = await sendRaw(app, { method: 'POST', path: routes.signIn.path, headers, body: [body] });
    expect(answer.status).toBe(413);
  });
});

describe('another method is refused in our body', () => {
  const all = [...commandRows, ...routeRows].map(({ name, method, path }) => ({
    name,
    method,
    path: path.replace('*', '').replace(':file', 'x.js'),
  }));
  /** Some addresses are asked and written to. */
  const takes = (path: string, method: string) => all.some((row) => row.path === path && row.method === method);

  it.each(all)('$method $path', async ({ method, path }) => {
    const others = ['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'GET', 'POST'];
    for (const other of others.filter((one) => !takes(path, one))) {
      const answer = await sendRaw(app, { method: other, path, headers: json });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toContain(method);
      expect(errorOf(answer).code).toBe('method_not_allowed');
    }
    if (takes(path, 'GET')) return;
    const head = await sendRaw(app, { method: 'HEAD', path });
    expect(head).toMatchObject({ status: 405, text: '' });
  });

  it('methods that no browser may send do not disturb', async () => {
    for (const method of ['TRACE', 'CONNECT', 'PURGE']) {
      await sendRaw(app, { method, path: '/health/live' }).catch(() => null);
    }
    expect((await fetch(`${app.url}/health/live`)).status).toBe(200);
  });
});

describe('pages of other origins', () => {
  const origins = ['https://evil.example', 'null', 'https://tienda.example.evil.example', 'http://tienda.example', 'x'];

  it.each(forSites)('$name: only the site’s own origins are named, and never with credentials', async (row) => {
    for (const origin of origins) {
      const answer = await sendRaw(app, {
        method: row.method,
        path: addressOf(row),
        headers: { ...proof(row), ...json, origin },
        body: row.method === 'POST' ? ['{}'] : [],
      });
      expect(errorOf(answer).code).toBe('origin_not_allowed');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      const asked = await preflight(row, origin);
      expect(asked.headers['access-control-allow-origin']).toBeUndefined();
      expect(asked.headers['access-control-allow-headers']).toBeUndefined();
    }
    for (const origin of [shop, app.url]) {
      const headers = { ...proof(row), ...json, origin };
      const body = row.method === 'POST' ? ['{}'] : [];
      const answer = await sendRaw(app, { method: row.method, path: addressOf(row), headers, body });
      expect(answer.headers['access-control-allow-origin']).toBe(origin);
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
      expect(answer.headers.vary?.toLowerCase()).toContain('origin');
      expect(answer.headers['set-cookie']).toBeUndefined();
      const asked = await preflight(row, origin);
      expect(asked.status).toBe(204);
      expect(asked.headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-allow-methods': row.method,
        'access-control-allow-headers': 'authorization, content-type',
      });
      expect(asked.headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  it.each(forOurs)('$name: answers our own pages alone', async (row) => {
    for (const origin of [...origins, shop, ...(row.method === 'POST' ? [undefined, ''] : [])]) {
      const { origin: _own, ...rest } = proof(row);
      const headers = { ...rest, ...json, ...(origin === undefined ? {} : { origin }) };
      const body = row.method === 'POST' ? ['{}'] : [];
      const answer = await sendRaw(app, { method: row.method, path: row.path, headers, body });
      expect(answer.status).toBe(403);
      expect(errorOf(answer).code).toBe('origin_not_allowed');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      const asked = await preflight(row, origin ?? '');
      expect(asked.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  function preflight(row: CommandRow, origin: string): Promise<RawAnswer> {
    const headers = { origin, 'access-control-request-method': row.method, 'access-control-request-headers': 'x' };
    return sendRaw(app, { method: 'OPTIONS', path: addressOf(row), headers });
  }
});

describe('what a client says about the connection is not believed', () => {
  it('a forged Host has no effect on links', async () => {
    const email = 'diego@alameda.example';
    const siteIds = app.deps.directory.sites().map((site) => site.id);
    const forged = {
      host: 'evil.example',
      forwarded: 'host=evil.example;proto=https',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    };
    const answer = await sendRaw(app, {
      method: 'POST',
      path: '/api/v1/agent/invite',
      headers: { ...json, origin: app.url, cookie: marta.cookie, ...forged },
      body: [JSON.stringify({ name: 'Diego', email, role: 'agent', siteIds })],
    });
    const { data } = JSON.parse(answer.text);
    expect(data.link.startsWith(`${app.url}/dashboard/`)).toBe(true);
    expect(answer.text).not.toContain('evil');
    const home = await sendRaw(app, { path: '/', headers: forged });
    expect(home.headers.location ?? '').not.toContain('evil');
    const session = await sendRaw(app, { path: '/api/v1/session/open', headers: { cookie: marta.cookie, ...forged } });
    expect(JSON.parse(session.text).data.publicUrl).toBe(app.url);
  });

  it.each(['evil.example/..', 'a b', '[::', 'x@y', '', 'localhost:99999999'])(
    'Host %j disturbs nobody',
    async (host) => {
      const answer = await sendRaw(app, { path: '/health/live', headers: { host } });
      expect([200, 400]).toContain(answer.status);
      expect((await fetch(`${app.url}/health/live`)).status).toBe(200);
    },
  );
});

describe('sizes of what is not a body', () => {
  it.each([
    ['a long path', `/${'x'.repeat(12_000)}`, {}, 404],
    ['a long query', `/api/v1/conversation/list?site=${'x'.repeat(12_000)}`, {}, 404],
    ['many query fields', `/api/v1/ticket/list?${'a=1&'.repeat(3_000)}`, {}, 401],
    ['a path that cannot be decoded', '/w/%ff%fe.js', {}, 404, 503],
    ['a path that climbs', '/w/chunks/..%2f..%2f..%2fetc%2fpasswd', {}, 404],
    ['a path with a null byte', '/dashboard/assets/%00', {}, 404, 503],
    ['a long header', '/health/live', { cookie: 'x'.repeat(12_000) }, 200],
    ['a header above the limit', '/health/live', { cookie: 'x'.repeat(40_000) }, 431],
    ['a path above the limit', `/${'x'.repeat(40_000)}`, {}, 431],
  ])('%s', async (_case, path, headers, ...statuses) => {
    // 503: the fronts were not built before these tests.
    expect(statuses).toContain((await sendRaw(app, { path, headers })).status);
    expect((await fetch(`${app.url}/health/live`)).status).toBe(200);
  });
});

it('a token in the address is no token, and a visitor’s cookie is no proof', async () => {
  const bySite = `site=${app.siteKey}`;
  for (const path of [`${bySite}&token=${lucia.token}`, `${bySite}&authorization=Bearer%20${lucia.token}`]) {
    const answer = await sendRaw(app, { path: `/api/v1/conversation/list?${path}` });
    expect(errorOf(answer).code).toBe('unauthenticated');
  }
  const withCookie = await sendRaw(app, {
    path: `/api/v1/conversation/list?${bySite}`,
    headers: { cookie: `token=${lucia.token}; ${marta.cookie}` },
  });
  expect(errorOf(withCookie).code).toBe('unauthenticated');
  const bearer = { authorization: `Bearer ${lucia.token}` };
  expect(errorOf(await sendRaw(app, { path: '/api/v1/inbox/open', headers: bearer })).code).toBe('unauthenticated');
});

it('a token of this site counts on this site alone', async () => {
  const { site } = await marta.ask('site:create', {
    name: 'Otra tienda',
    origins: [shop],
    locale: 'es',
    accent: '#0f766e',
    position: 'end',
    timeZone: 'Europe/Madrid',
    openingHours: {},
    pickUpMs: 60_000,
    firstReplyMinutes: 60,
  });
  const start = { startId: newClientId(), clientId: newClientId(), body: 'Hola' };
  const { body } = await callHttp(app, 'conversation:start', start, { token: lucia.token, site: site.key });
  expect(body).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
});

it('nothing of this was a fault of the server, and no token came into its log', () => {
  expect(app.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  for (const secret of [lucia.token, marta.cookie]) expect(app.logged.join('\n')).not.toContain(secret);
});
