import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { png } from '../../testing/sample-files.ts';
import { type Front, openFront } from './front-for-tests.ts';

let front: Front;
beforeAll(async () => {
  front = await openFront();
});
afterAll(() => front.close());

/** What the loader finds in the place of its settings: the text between the two parts of the template, as a value. */
async function settingsIn(response: Response): Promise<unknown[]> {
  const text = await response.text();
  const literal = /^const config = (.*); (?:\/\* the launcher \*\/ )+$/.exec(text)?.[1] ?? '';
  return JSON.parse(literal);
}

test('a site has its settings in the loader, and every page may load it', async () => {
  const { key, name } = await front.addSite();
  const response = await front.get(`/w/${key}.js`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(response.headers.get('cache-control')).toBe('public, max-age=300');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const row = await settingsIn(response);
  expect(row).toEqual(['b1', key, name, 'es', '#2b49b5', '#ffffff', 'end', 1, '#2b49b5', expect.any(String), 1, 0]);
});

test('nothing of a site but its public settings is in it', async () => {
  const { key, identitySecrets, id } = await front.addSite();
  const text = await (await front.get(`/w/${key}.js`)).text();
  for (const secret of [...identitySecrets, id]) expect(text).not.toContain(secret);
});

test('a name cannot leave its place in the script', async () => {
  const name = '</script><script>alert(1)</script>\u2028"; alert(2); //`';
  const { key } = await front.addSite({ name });
  const response = await front.get(`/w/${key}.js`);
  const text = await response.clone().text();
  expect(text).not.toMatch(/<|\u2028/);
  expect((await settingsIn(response))[2]).toBe(name);
});

test('it is compressed, and not sent to whoever has it', async () => {
  const path = `/w/${(await front.addSite()).key}.js`;
  const response = await front.get(path, { 'Accept-Encoding': 'gzip, br' });
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString()).toContain('the launcher');
  const etag = response.headers.get('etag') ?? '';
  expect((await front.get(path, { 'If-None-Match': etag })).status).toBe(304);
});

test('a change of the settings is in the next answer', async () => {
  const site = await front.addSite();
  const path = `/w/${site.key}.js`;
  const etag = (await front.get(path)).headers.get('etag') ?? '';
  await front.changeSite(site, { accent: '#ffd400' });
  const response = await front.get(path, { 'If-None-Match': etag });
  expect(response.status).toBe(200);
  expect((await settingsIn(response)).slice(4, 6)).toEqual(['#ffd400', '#000000']);
});

test('it says open and closed by the calendar, and is never kept beyond the change', async () => {
  const openingHours = { mon: [{ from: 9 * 60 + 2, to: 14 * 60 }] };
  const path = `/w/${(await front.addSite({ timeZone: 'Europe/Madrid', openingHours })).key}.js`;

  const closed = await front.get(path);
  expect(closed.headers.get('cache-control')).toBe('public, max-age=120');
  expect((await settingsIn(closed))[10]).toBe(0);

  front.deps.clock.advance(120_000);
  const open = await front.get(path, { 'If-None-Match': closed.headers.get('etag') ?? '' });
  expect(open.status).toBe(200);
  expect(open.headers.get('cache-control')).toBe('public, max-age=300');
  expect((await settingsIn(open))[10]).toBe(1);
});

test('a closed date changes it on its day, even where the week never closes', async () => {
  const today = new Date(front.deps.clock.now()).toISOString().slice(0, 10);
  const site = await front.addSite({ timeZone: 'UTC', closedDates: [{ from: today, to: today, name: 'San Antón' }] });
  expect((await settingsIn(await front.get(`/w/${site.key}.js`)))[10]).toBe(0);
  front.deps.clock.advance(24 * 60 * 60_000);
  expect((await settingsIn(await front.get(`/w/${site.key}.js`)))[10]).toBe(1);
});

test('an incident is a flag in it from the moment it is told, and its words are not', async () => {
  const site = await front.addSite();
  const path = `/w/${site.key}.js`;
  const etag = (await front.get(path)).headers.get('etag') ?? '';
  const incident = { isOn: true, texts: { es: 'Corte en Benimaclet', en: '' } };
  await front.changeSite(site, { incident });
  const told = await front.get(path, { 'If-None-Match': etag });
  expect(await told.clone().text()).not.toContain('Benimaclet');
  expect((await settingsIn(told))[11]).toBe(1);
});

test('a logo is named in it by its content, and the picture itself is not', async () => {
  const logo = Buffer.from(png(64, 64)).toString('base64');
  const site = await front.addSite({ logo });
  const response = await front.get(`/w/${site.key}.js`);
  expect(await response.clone().text()).not.toContain(logo);
  const name = (await settingsIn(response))[12];
  expect((await front.get(`/w/logo/${name}`)).headers.get('content-type')).toBe('image/png');
  await front.changeSite(site, { disabledAt: front.deps.clock.now() });
  expect((await front.get(`/w/logo/${name}`)).status).toBe(404);
});

test('a disabled site has no loader', async () => {
  const site = await front.addSite();
  const path = `/w/${site.key}.js`;
  expect((await front.get(path)).status).toBe(200);
  await front.changeSite(site, { disabledAt: front.deps.clock.now() });
  expect((await front.get(path)).status).toBe(404);
});

test.each([
  '/w/nobody.js',
  '/w/__proto__.js',
  '/w/..%2f..%2fsecret.js',
  '/w/a.css',
  '/w/.js',
  `/w/${'a'.repeat(65)}.js`,
])('%s tells the owner that there is no such site', async (path) => {
  front = await openFront();
  const response = await front.get(path, { 'Accept-Language': 'en' });
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const text = await response.text();
  expect(text).toMatch(/^\/\* Ventanilla: there is no site with this key\. [^*]* \*\/\n$/);
});

test('without a build it says so', async () => {
  const unbuilt = await openFront({}, {});
  for (const path of [`/w/${unbuilt.firstSite().key}.js`, '/dashboard/', '/dashboard/tickets']) {
    const response = await unbuilt.get(path, { 'Accept-Language': 'en' });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('has not been built');
  }
  await unbuilt.close();
});

test('where the tag was asked for is kept by host, and what a page says of its own policy with it', async () => {
  const { key, id } = await front.addSite();
  await front.get(`/w/${key}.js`, { referer: 'https://tienda.example/cesta?dni=1' });
  const blocked = await front.get(`/w/report/${key}?directive=connect-src`, { origin: 'https://blog.example' });
  expect(blocked.status).toBe(200);
  expect(blocked.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(blocked.headers.get('access-control-allow-origin')).toBe('*');
  for (const directive of ['', 'default-src', 'connect-src;', '__proto__']) {
    expect((await front.get(`/w/report/${key}?directive=${directive}`)).status).toBe(404);
  }
  expect((await front.get('/w/report/nobodys?directive=connect-src')).status).toBe(404);
  await front.deps.sightings.settle(id);
  const now = front.deps.clock.now();
  expect((await front.deps.store.sightings.list(id)).sort((a, b) => (a.host < b.host ? -1 : 1))).toEqual([
    { siteId: id, host: 'blog.example', loadedAt: 0, reachedAt: 0, blockedAt: now, directive: 'connect-src' },
    { siteId: id, host: 'tienda.example', loadedAt: now, reachedAt: 0, blockedAt: 0, directive: '' },
  ]);
});

test('reports are counted by address', async () => {
  const { key } = await front.addSite();
  const statuses: number[] = [];
  for (let i = 0; i < 200 && statuses.at(-1) !== 429; i++) {
    statuses.push((await front.get(`/w/report/${key}?directive=script-src`, {}, '203.0.113.7')).status);
  }
  expect(statuses.at(-1)).toBe(429);
});
