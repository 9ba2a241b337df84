import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { filePath } from '@ventanilla/shared/wire/file';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AccessWorld, openAccessWorld, type Role, roleNames } from '../testing/access-world.ts';
import { type Download, download, type FileProof, upload } from '../testing/file-calls.ts';
import { sendRaw } from '../testing/raw-http.ts';
import { pdf } from '../testing/sample-files.ts';
import { openStoredRows, type StoredRows } from '../testing/stored-rows.ts';

/* The two routes of files × every role × (own, foreign, unknown, malformed). */

let world: AccessWorld;
let stored: StoredRows;
beforeAll(async () => {
  world = await openAccessWorld();
  stored = await openStoredRows(world.app);
});
afterAll(async () => {
  await stored?.close();
  await world?.close();
});

const everybody = () => roleNames.map((name) => world.roles[name]);
const isAgent = (role: Role) => role.is === 'agent' || role.is === 'admin';
const proofOf = ({ site, token, cookie }: Role): FileProof => ({
  site: site.key,
  ...(token && { token }),
  ...(cookie && { cookie }),
});

const unknown = async () => world.app.deps.ids.next('file');

/** Each kind of file: how to come by one, and what somebody with a right to be here is answered. */
const kinds: [string, (role: Role) => Promise<string>, (role: Role) => string][] = [
  ['own, sent', ({ own }) => own.sentFile('visitor'), () => 'ok'],
  ['own, of a note', ({ own }) => own.sentFile('note'), (role) => (isAgent(role) ? 'ok' : 'not_found')],
  ['own, not sent', ({ own }) => own.file(), () => 'not_found'],
  ['foreign, sent', ({ foreign }) => foreign.sentFile('visitor'), () => 'not_found'],
  ['foreign, of a note', ({ foreign }) => foreign.sentFile('note'), () => 'not_found'],
  ['foreign, not sent', ({ foreign }) => foreign.file(), () => 'not_found'],
  ['unknown', unknown, () => 'not_found'],
  ['cut short', async () => (await unknown()).slice(0, -1), () => 'invalid'],
  ['in capitals', async () => (await unknown()).toUpperCase(), () => 'invalid'],
  ['of another noun', ({ own }) => own.conversation(), () => 'invalid'],
  ['a path', async () => '../../../../etc/passwd', () => 'invalid'],
  ['a null byte', async () => '\u0000', () => 'invalid'],
];

/** What differs from call to call left out. */
function bodyOf({ bytes, headers, status }: Download): unknown {
  const { requestId: _requestId, ...error } = JSON.parse(bytes.toString()).error;
  return { status, error, headers: [...headers].filter(([name]) => name !== 'date') };
}

it.each(kinds)('GET: a file that is %s', async (_kind, make, code) => {
  const actual: Record<string, string> = {};
  const wanted: Record<string, string> = {};
  for (const role of everybody()) {
    const answer = await download(world.app, proofOf(role), await make(role));
    actual[role.name] = answer.code;
    wanted[role.name] = isAgent(role) || role.is === 'visitor' ? code(role) : 'unauthenticated';
    if (answer.code === 'ok') expect(answer.bytes.byteLength).toBeGreaterThan(10);
    if (answer.code !== 'not_found') continue;
    const notThere = await download(world.app, proofOf(role), await unknown());
    expect(bodyOf(answer), `${role.name}: not theirs, not there`).toEqual(bodyOf(notThere));
  }
  expect(actual).toEqual(wanted);
});

const siteKinds = {
  own: ({ site }: Role) => site.key,
  foreign: otherSite,
  unknown: () => 'nothing',
  missing: () => '',
};

function otherSite({ site }: Role): string {
  return site.id === world.home.id ? world.away.key : world.home.key;
}

function expectedOf(role: Role, kind: keyof typeof siteKinds): string {
  const isVisitor = role.is === 'visitor';
  if (!isVisitor && !isAgent(role)) return 'unauthenticated';
  if (kind === 'own') return 'ok';
  // A token of another site is no token here.
  return kind === 'foreign' && isVisitor ? 'unauthenticated' : 'not_found';
}

async function keptFiles(): Promise<number> {
  const home = join(world.app.deps.config.dataFolder, 'files');
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}

it.each(Object.keys(siteKinds) as (keyof typeof siteKinds)[])('POST: to a site that is %s', async (kind) => {
  const actual: Record<string, string> = {};
  const wanted: Record<string, string> = {};
  for (const role of everybody()) {
    const [version, files] = [await stored.version(), await keptFiles()];
    const { body } = await upload(world.app, { ...proofOf(role), site: siteKinds[kind](role) }, 'a.pdf', pdf());
    actual[role.name] = body.ok ? 'ok' : body.error.code;
    wanted[role.name] = expectedOf(role, kind);
    if (body.ok) continue;
    expect(await stored.version(), `${role.name}: a refused upload wrote something`).toBe(version);
    expect(await keptFiles()).toBe(files);
  }
  expect(actual).toEqual(wanted);
});

const shop = 'https://tienda.example';
const strangers = ['https://evil.example', 'null', `${shop}.evil.example`];

it('pages: the site’s own may use a visitor’s bearer, ours alone an agent’s cookie', async () => {
  const { visitor, agent, admin } = world.roles;
  const { siteId, version } = admin.own.site();
  await world.app.deps.store.sites.update(siteId, version, { origins: [shop] }, []);
  await world.app.deps.directory.reloadSites();
  const fileId = await visitor.own.sentFile('visitor');

  for (const origin of [shop, world.app.url, null]) {
    const proof = { ...proofOf(visitor), origin };
    const answer = await upload(world.app, proof, 'a.pdf', pdf());
    expect(answer.body.ok).toBe(true);
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    const { code, headers } = await download(world.app, proof, fileId);
    expect([code, headers.get('access-control-allow-origin')]).toEqual(['ok', origin]);
    expect(headers.get('vary')).toContain('Origin');
  }
  for (const origin of strangers) {
    for (const role of [visitor, agent]) {
      const { headers, body } = await upload(world.app, { ...proofOf(role), origin }, 'a.pdf', pdf());
      expect(body).toMatchObject({ error: { code: 'origin_not_allowed' } });
      expect(headers.get('access-control-allow-origin')).toBeNull();
      const answer = await download(world.app, { ...proofOf(role), origin }, fileId);
      expect([answer.code, answer.headers.get('access-control-allow-origin')]).toEqual(['origin_not_allowed', null]);
    }
  }
  // A picture in our own page is asked for without an origin; nothing is ever stored without one.
  expect((await download(world.app, { ...proofOf(agent), origin: null }, fileId)).code).toBe('ok');
  for (const origin of [null, shop]) {
    const { body } = await upload(world.app, { ...proofOf(agent), origin }, 'a.pdf', pdf());
    expect(body).toMatchObject({ error: { code: 'origin_not_allowed' } });
  }
});

it.each(['POST', 'GET'] as const)('a page is told beforehand whether it may: %s', async (method) => {
  const path = `${filePath}${method === 'GET' ? `/${await unknown()}` : ''}?site=${world.home.key}`;
  for (const origin of [...strangers, shop]) {
    const headers = { origin, 'access-control-request-method': method };
    const asked = await sendRaw(world.app, { method: 'OPTIONS', path, headers });
    const isTheirs = origin === shop;
    expect(asked.status).toBe(204);
    expect(asked.headers['access-control-allow-origin']).toBe(isTheirs ? shop : undefined);
    expect(asked.headers['access-control-allow-methods']).toBe(isTheirs ? method : undefined);
  }
});

it('a token in the address opens nothing', async () => {
  const { visitor } = world.roles;
  const fileId = await visitor.own.sentFile('visitor');
  const path = `${filePath}/${fileId}?site=${visitor.site.key}&token=${visitor.token}`;
  expect((await sendRaw(world.app, { path })).status).toBe(401);
});

it('nothing of this was a fault of the server', () => {
  expect(world.app.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
