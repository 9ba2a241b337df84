import { followUpStartId } from '@ventanilla/shared/follow-up';
import type { ConversationId } from '@ventanilla/shared/ids';
import { limits } from '@ventanilla/shared/limits';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { closeSolved } from '../actions/ticket/close-solved.ts';
import { aVisitor, callHttp, connect, newClientId, type TestAgent, theAdmin } from '../testing/clients.ts';
import { uploaded } from '../testing/file-calls.ts';
import { sendRaw } from '../testing/raw-http.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

let app: RunningApp;
let marta: TestAgent;
const shop = 'https://tienda.example';

beforeAll(async () => {
  app = await startApp();
  marta = await theAdmin(app);
  const [site] = app.deps.directory.sites();
  if (!site) throw new Error('the first start makes a site');
  await marta.ask('site:update', { siteId: site.id, version: site.version, origins: [shop] });
  // Nobody to wait for: what is written becomes a ticket at once.
  await marta.ask('availability:set', { availability: 'away' });
});
afterAll(async () => {
  marta?.close();
  await app?.close();
});

const pathOf = (on: RunningApp) => `/c/${on.siteKey}`;

async function look(cookie = '', query = '', on = app) {
  const headers = { 'accept-language': 'en', ...(cookie !== '' && { cookie }) };
  const response = await fetch(`${on.url}${pathOf(on)}${query}`, { headers });
  return { response, page: await response.text() };
}

/** The conversation that the form of this page goes on with. */
function conversationOn(page: string): ConversationId {
  const { conversationId = '' } = fieldsOf(page);
  expect(conversationId).toMatch(/^cnv_/);
  return conversationId as ConversationId;
}

/** The fields that the page itself would send. */
function fieldsOf(page: string): Record<string, string> {
  const hidden = page.matchAll(/<input type="hidden" autocomplete="off" name="(\w+)" value="([^"]*)">/g);
  return Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]));
}

interface Sending {
  cookie?: string;
  origin?: string | null;
  type?: string;
  on?: RunningApp;
}

async function send(fields: Record<string, string>, { cookie = '', origin, type, on = app }: Sending = {}) {
  const headers: Record<string, string> = { 'accept-language': 'en' };
  headers['content-type'] = type ?? 'application/x-www-form-urlencoded';
  if (origin !== null) headers.origin = origin ?? on.url;
  if (cookie !== '') headers.cookie = cookie;
  const body = String(new URLSearchParams(fields));
  const response = await fetch(`${on.url}${pathOf(on)}`, { method: 'POST', headers, body, redirect: 'manual' });
  const [set = ''] = response.headers.getSetCookie();
  return { status: response.status, response, set, cookie: set.split(';')[0] ?? '', page: await response.text() };
}

/** Somebody who has written from the page. */
async function written(body: string, on = app) {
  const fields = { ...fieldsOf((await look('', '', on)).page), body };
  return { fields, ...(await send(fields, { on })) };
}

/** How often something with these words was begun. */
async function timesStarted(body: string): Promise<number> {
  const { conversations } = await marta.ask('inbox:open', {});
  const { tickets } = await marta.ask('ticket:list', {});
  const ids = new Set([
    ...conversations.filter(({ subject }) => subject === body).map(({ id }) => id),
    ...tickets.filter(({ subject }) => subject === body).map(({ conversationId }) => conversationId),
  ]);
  return ids.size;
}

describe('the page', () => {
  it('allows its own scripts and styles, markup from no string, and frames of the site alone', async () => {
    const { response, page } = await look();
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.has('set-cookie')).toBe(false);
    expect(response.headers.has('x-frame-options')).toBe(false);
    const policy = response.headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "form-action 'self'",
      `frame-ancestors 'self' ${shop}`,
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ])
      expect(policy.split('; ')).toContain(rule);
    expect(page).not.toMatch(/<style|<script>| style=| on\w+=/);
  });

  it('says nothing about whether the tag is live elsewhere', async () => {
    const [site] = app.deps.directory.sites();
    if (!site) throw new Error('the first start makes a site');
    for (const origin of [app.url, shop]) app.deps.sightings.note(site.id, new URL(origin).host, { as: 'loaded' });
    const { sightings } = await marta.ask('site:sightings', { siteId: site.id });
    expect(sightings.map(({ host }) => host)).toEqual([new URL(shop).host]);
  });

  it('speaks the language that is asked for, in its address before its headers', async () => {
    expect((await look()).page).toContain('<html lang="en" ');
    expect((await look('', '?lang=es')).page).toContain('<html lang="es" ');
    expect((await look('', '?lang="><b>')).page).toContain('<html lang="en" ');
  });

  it.each([
    ['unknown', 'nobody'],
    ['hostile', '%3Cscript%3E'],
    ['endless', 'x'.repeat(3_000)],
  ])('with an %s key is not there', async (_what, key) => {
    const answer = await sendRaw(app, { path: `/c/${key}`, headers: { 'accept-language': 'en' } });
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.text).toContain('There is no help desk here');
    expect(answer.text).not.toContain('<script');
  });
});

describe('a form', () => {
  it('begins a conversation, sets the cookie of this page and leads back to it', async () => {
    const { status, response, set, cookie } = await written('Se ha ido la luz');
    expect(status).toBe(303);
    expect(response.headers.get('location')).toMatch(/\?conversation=cnv_[\w-]+&sent=1$/);
    expect(set.split('; ').slice(1).toSorted()).toEqual(
      [`Path=${pathOf(app)}`, 'HttpOnly', 'SameSite=Strict', `Max-Age=${180 * 24 * 60 * 60}`].toSorted(),
    );
    const { page, response: shown } = await look(cookie);
    expect(page).toContain('Se ha ido la luz');
    expect(page).toMatch(/VEN-\d+/);
    expect(page).not.toContain('<script');
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect((await look()).page).not.toContain('Se ha ido la luz');
  });

  it('that is sent twice is one message of one visitor', async () => {
    const fields = { ...fieldsOf((await look()).page), body: 'Dos veces lo mismo' };
    const [first, second] = await Promise.all([send(fields), send(fields)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.cookie).toBe(first.cookie);
    expect(await timesStarted('Dos veces lo mismo')).toBe(1);
    expect((await look(first.cookie)).page.split('Dos veces lo mismo</p>')).toHaveLength(2);
  });

  it('with other words under the same ids is asked again, with those words in the field', async () => {
    const { fields, cookie } = await written('Lo primero');
    const again = await send({ ...fields, body: 'Lo segundo' }, { cookie });
    expect(again.status).toBe(409);
    expect(again.page).toContain('\nLo segundo</textarea>');
    const next = { ...fieldsOf(again.page), body: 'Lo segundo' };
    expect((await send(next, { cookie })).status).toBe(303);
    expect((await look(cookie)).page).toContain('Lo segundo</p>');
  });

  it('shows what was written as text', async () => {
    const { cookie } = await written('</textarea><script>alert(1)</script>&amp;');
    const { page } = await look(cookie);
    expect(page).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;');
    expect(page).not.toContain('<script');
  });

  it.each([
    ['nothing', '', 400, 'Write something before you send it.'],
    ['white space', ' \r\n\t', 400, 'Write something before you send it.'],
    ['too much', 'x'.repeat(10_001), 413, '10001 characters'],
    ['what cannot be stored', 'a\u0000b', 400, 'not valid'],
  ])('with %s is shown again with its words, and stores nothing', async (_what, body, status, sentence) => {
    const fields = { ...fieldsOf((await look()).page), body };
    const answer = await send(fields);
    expect(answer.status).toBe(status);
    expect(answer.page).toContain(sentence);
    expect(answer.set).toBe('');
    // The same ids: if something of it was stored after all, it is found again.
    expect({ ...fieldsOf(answer.page), body }).toEqual(fields);
    if (status === 413) expect(answer.page).toContain(`\n${body}</textarea>`);
  });

  it.each([
    ['startId', 'not an id', 400],
    ['clientId', '', 400],
    ['conversationId', 'cnv_1', 400],
    ['conversationId', `cnv_${newClientId()}`, 404],
    ['token', 'v1.somebody.else.x', 303],
  ])('with another %s (%s) answers %i', async (name, value, status) => {
    const fields = { ...fieldsOf((await look()).page), body: 'Hola', [name]: value };
    expect((await send(fields)).status).toBe(status);
  });

  it("does not write into another visitor's conversation", async () => {
    const { cookie } = await written('Solo mía');
    const conversationId = conversationOn((await look(cookie)).page);
    const stranger = await written('De otra persona');
    const fields = { ...fieldsOf((await look(stranger.cookie)).page), conversationId, body: 'No es mía' };
    const answer = await send(fields, { cookie: stranger.cookie });
    expect(answer.status).toBe(404);
    const given = await send({ conversationId, address: 'otra@example.com' }, { cookie: stranger.cookie });
    expect(given.status).toBe(404);
    expect(answer.page).not.toContain('Solo mía');
    expect((await look(cookie)).page).not.toContain('No es mía');
    expect((await look(stranger.cookie, `?conversation=${conversationId}`)).page).not.toContain('Solo mía');
  });

  it.each(['https://evil.example', shop, 'null', '', null])(
    'from %s is refused, with or without the cookie',
    async (origin) => {
      const { cookie, fields } = await written(`Antes de ${origin}`);
      for (const own of ['', cookie]) {
        const answer = await send(
          { ...fields, clientId: newClientId(), body: 'De otra página' },
          { cookie: own, origin },
        );
        expect(answer.status).toBe(403);
        expect(answer.set).toBe('');
      }
      expect((await look(cookie)).page).not.toContain('De otra página');
    },
  );

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x'])('as %s is refused', async (type) => {
    expect((await send({ body: 'Hola' }, { type })).status).toBe(400);
  });

  it('that does not end is cut off', async () => {
    const headers = { origin: app.url, 'content-type': 'application/x-www-form-urlencoded' };
    const body = Array.from({ length: 40 }, () => `body=${'x'.repeat(10_000)}&`);
    const answer = await sendRaw(app, { method: 'POST', path: pathOf(app), headers, body, isEndless: true });
    expect(answer.status).toBe(413);
  });

  it('says when somebody writes too fast, and keeps their words', async () => {
    const strict = await startApp({ rateLimits: { read: 1e6, write: 1, session: 1e6, secret: 1e6, page: 1e6 } });
    onTestFinished(() => strict.close());
    const { cookie } = await written('Una', strict);
    const fields = { ...fieldsOf((await look(cookie, '', strict)).page), body: 'Otra muy seguida' };
    const answer = await send(fields, { cookie, on: strict });
    expect(answer.status).toBe(429);
    expect(Number(answer.response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.page).toContain('\nOtra muy seguida</textarea>');
  });

  it('counts new visitors of an address as the other door does', async () => {
    const strict = await startApp({ rateLimits: { read: 1e6, write: 1e6, session: 1, secret: 1e6, page: 1e6 } });
    onTestFinished(() => strict.close());
    const answers: number[] = [];
    for (let i = 0; i < 21; i++) answers.push((await written(`Visita ${i}`, strict)).status);
    expect(answers.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 303));
    expect(answers[20]).toBe(429);
  });
});

describe('the cookie', () => {
  it('is secure where the page is', async () => {
    const secure = await startApp({ publicUrl: 'https://desk.example', isLoopbackUrl: false });
    onTestFinished(() => secure.close());
    const url = `http://127.0.0.1:${secure.deps.config.port}${pathOf(secure)}`;
    const fields = { ...fieldsOf(await (await fetch(url)).text()), body: 'Hola' };
    const response = await fetch(url, {
      method: 'POST',
      headers: { origin: 'https://desk.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: String(new URLSearchParams(fields)),
      redirect: 'manual',
    });
    expect(response.headers.getSetCookie()[0]).toContain('; Secure');
  });

  it('is no bearer, and a bearer is no cookie', async () => {
    const { cookie } = await written('Con su propia llave');
    const { token: formToken = '' } = fieldsOf((await look()).page);
    expect(formToken).toMatch(/^v1\./);
    const token = cookie.split('=')[1] ?? '';
    for (const given of [token, formToken]) {
      const listed = await callHttp(app, 'conversation:list', {}, { site: app.siteKey, token: given });
      expect(listed.body).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
      await expect(connect(app, '/visitor', { site: app.siteKey, token: given })).rejects.toMatchObject({
        code: 'unauthenticated',
      });
    }
    const byCookie = await fetch(`${app.url}/api/v1/conversation/list?site=${app.siteKey}`, { headers: { cookie } });
    expect(byCookie.status).toBe(401);

    const lucia = await aVisitor(app);
    onTestFinished(() => lucia.close());
    await lucia.ask('conversation:start', { startId: newClientId(), clientId: newClientId(), body: 'Desde el panel' });
    for (const given of [lucia.token, formToken, `${token.slice(0, -2)}xx`, 'v1', '']) {
      expect((await look(`ventanilla_page=${given}`)).page).not.toMatch(/Desde el panel|Con su propia llave/);
    }
  });

  it('counts for no script of another page', async () => {
    const { cookie } = await written('Solo aquí');
    const read = (origin: string) => fetch(`${app.url}${pathOf(app)}`, { headers: { cookie, origin } });
    expect(await (await read(app.url)).text()).toContain('Solo aquí');
    for (const origin of [shop, 'null']) expect(await (await read(origin)).text()).not.toContain('Solo aquí');
  });

  it('counts on its own site alone', async () => {
    const { cookie } = await written('Del primer sitio');
    const [first] = (await marta.ask('session:open', {})).sites;
    if (!first) throw new Error('Marta has a site');
    const { site } = await marta.ask('site:create', { ...first, name: 'Otra' });
    const response = await fetch(`${app.url}/c/${site.key}`, { headers: { cookie } });
    expect(await response.text()).not.toContain('Del primer sitio');
  });

  it('opens the files of its conversation, and of no other', async () => {
    const { cookie } = await written('Mándame la factura');
    const conversationId = conversationOn((await look(cookie)).page);
    const proof = { site: app.siteKey, cookie: marta.cookie };
    const file = await uploaded(app, proof, 'factura.txt', Buffer.from('total: 24'));
    const { conversation } = await marta.ask('conversation:open', { conversationId });
    await marta.ask('message:reply', {
      conversationId: conversation.id,
      clientId: newClientId(),
      body: 'Aquí va',
      fileIds: [file.id],
      seenSeq: conversation.lastSeq,
    });
    const { page } = await look(cookie);
    const href = /href="(\/c\/[^"]+\/file\/[^"]+)"/.exec(page)?.[1] ?? '';
    const own = await fetch(`${app.url}${href}`, { headers: { cookie } });
    expect(await own.text()).toBe('total: 24');
    expect(own.headers.get('content-disposition')).toContain('attachment');
    const stranger = await written('Otra persona');
    for (const other of [stranger.cookie, '']) {
      expect((await fetch(`${app.url}${href}`, { headers: { cookie: other } })).status).toBe(404);
    }
  });

  it('goes when it is told to, from our own page alone', async () => {
    const { cookie } = await written('Olvídame');
    expect((await send({ forget: '1' }, { cookie, origin: 'https://evil.example' })).set).toBe('');
    const gone = await send({ forget: '1' }, { cookie });
    expect(gone.status).toBe(303);
    expect(gone.set).toMatch(/^ventanilla_page=;/);
    expect(gone.set).toContain('Max-Age=0');
    expect(gone.set).toContain(`Path=${pathOf(app)}`);
  });
});

it('promises an answer only while one is to come from us', async () => {
  const { cookie } = await written('¿Para cuándo?');
  const { page } = await look(cookie);
  expect(page).toContain('Answer by ');
  const conversationId = conversationOn(page);
  await marta.ask('ticket:setStatus', { conversationId, status: 'pending' });
  expect((await look(cookie)).page).not.toContain('Answer by ');
  await marta.ask('ticket:setStatus', { conversationId, status: 'open' });
  expect((await look(cookie)).page).toContain('Answer by ');
});

it('while somebody is there the message waits for them, and their answer is shown and read', async () => {
  await marta.ask('availability:set', { availability: 'available' });
  const { cookie } = await written('¿Hay alguien?');
  const { page } = await look(cookie);
  expect(page).toContain('Your message is in the queue');
  const conversationId = conversationOn(page);
  await marta.ask('conversation:take', { conversationId });
  await marta.ask('message:reply', { conversationId, clientId: newClientId(), body: 'Aquí estoy', seenSeq: 99 });
  expect((await look(cookie)).page).toContain('Aquí estoy</p>');
  const { conversation } = await marta.ask('conversation:open', { conversationId });
  expect(conversation.visitorReadSeq).toBeGreaterThanOrEqual(3);
});

describe('[TK4] what is written on the page after a ticket was closed', () => {
  it('goes on in the one that follows, once, and the page shows that one', async () => {
    await marta.ask('availability:set', { availability: 'away' });
    const { cookie } = await written('The line is dead');
    const conversationId = conversationOn((await look(cookie)).page);
    const { ticket } = await marta.ask('ticket:setStatus', { conversationId, status: 'solved' });
    const later = app.deps.clock.now() + limits.closeAfterMs;
    await closeSolved({ ...app.deps, clock: { ...app.deps.clock, now: () => later } });

    const { page } = await look(cookie);
    expect(page).toContain('This question is closed.');
    const fields = { ...fieldsOf(page), body: 'It is dead again' };
    expect(fields).toMatchObject({ conversationId: '', startId: followUpStartId(conversationId) });
    const [first, second] = [await send(fields, { cookie }), await send(fields, { cookie })];
    const { pathname, search } = new URL(first.response.headers.get('location') ?? '', app.url);
    expect(second.response.headers.get('location')).toBe(`${pathname}${search}`);
    const shown = await look(cookie, search);
    expect(shown.page).toContain('It is dead again');
    expect(shown.page).toContain(`It goes on from ${ticket.number}, which was closed.`);
    expect(await timesStarted('It is dead again')).toBe(1);
  });
});
