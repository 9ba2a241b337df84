import { errorsEn } from '@ventanilla/shared/i18n/errors/en';
import { errorsEs } from '@ventanilla/shared/i18n/errors/es';
import { fill } from '@ventanilla/shared/i18n/fill';
import { type ErrorCode, errorCodes } from '@ventanilla/shared/wire/errors';
import { type CommandRow, commandRows } from '@ventanilla/shared/wire/registry';
import fc, { type Arbitrary } from 'fast-check';
import type * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenOf, validOf } from '../testing/arbitrary-of.ts';
import { type Belongings, belongingsOf } from '../testing/belongings.ts';
import { aVisitor, connect, type TestAgent, type TestSocket, type TestVisitor, theAdmin } from '../testing/clients.ts';
import { junk, words } from '../testing/nasty-values.ts';
import { sendRaw } from '../testing/raw-http.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';
import { openStoredRows } from '../testing/stored-rows.ts';

/** Stands in the name of every test here, so that a failure can be repeated with it. */
const seed = Math.trunc(Math.random() * 2 ** 31);
/** Of each property; a campaign may raise it. */
const bounds = { seed, numRuns: 30 };

let app: RunningApp;
let marta: TestAgent;
let lucia: TestVisitor;
let own: Belongings;
/** One connection of the visitor and one of the admin in each language. */
const sockets: Record<'/visitor' | '/agent', Record<'es' | 'en', TestSocket | null>> = {
  '/visitor': { es: null, en: null },
  '/agent': { es: null, en: null },
};

beforeAll(async () => {
  app = await startApp();
  marta = await theAdmin(app);
  lucia = await aVisitor(app);
  const [site] = app.deps.directory.sites();
  if (!site) throw new Error('the first start makes a site');
  own = belongingsOf(app, { site, visitor: lucia, steward: marta });
  for (const locale of ['es', 'en'] as const) {
    const language = { 'accept-language': locale, origin: app.url };
    sockets['/visitor'][locale] = await connect(app, '/visitor', { site: app.siteKey, token: lucia.token }, language);
    sockets['/agent'][locale] = await connect(app, '/agent', {}, { ...language, cookie: marta.cookie });
  }
});
afterAll(async () => {
  for (const socket of [marta, lucia, ...Object.values(sockets).flatMap((pair) => Object.values(pair))])
    socket?.close();
  await app?.close();
});

const sentences = { es: errorsEs, en: errorsEn };
type Locale = keyof typeof sentences;
type Answer = {
  ok: boolean;
  data?: unknown;
  error?: { code: ErrorCode; message: string; details?: object; requestId?: string };
};

/** Every text in a value that is long enough to be recognised. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim().length >= 6 ? [value.trim()] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [...textsIn(key), ...textsIn(item)]);
}

/** `ok`, or a known code with its sentence in the reader's language that repeats nothing of what was sent. */
function expectAnAnswer(answer: Answer, input: unknown, locale: Locale, fields: readonly string[]): void {
  if (answer.ok) {
    expect(answer.data).toBeDefined();
    return;
  }
  const { error } = answer;
  expect(errorCodes).toContain(error?.code);
  expect(['internal', 'unavailable']).not.toContain(error?.code);
  const { code, message, details, requestId } = error ?? { code: 'internal', message: '' };
  expect(message).toBe(fill(sentences[locale][code], { ...details, requestId }).replace(': .', '.'));
  expect(message).toMatch(/\p{L}{2,}.*[^\s:]\.$/u);
  const sentence = sentences[locale][code];
  for (const text of textsIn(input)) {
    if (!sentence.includes(text) && !fields.some((field) => field.includes(text))) expect(message).not.toContain(text);
  }
}

function fieldsOf({ input }: CommandRow): string[] {
  return Object.keys((input as unknown as { entries: object }).entries);
}

/** What was answered `ok` and must be found on the disk at the end. */
const acknowledged: { conversationId: string; clientId: string; body: string }[] = [];

function remember(input: unknown, answer: Answer): void {
  const sent = input as { clientId?: string; body?: string };
  const data = answer.data as { entry?: { body: string }; conversation: { id: string } } | undefined;
  if (!data?.entry || sent.clientId === undefined || sent.body === undefined) return;
  expect(data.entry.body).toBe(sent.body);
  acknowledged.push({ conversationId: data.conversation.id, clientId: sent.clientId, body: sent.body });
}

const locales = fc.constantFrom<Locale>('es', 'en');

async function ask(row: CommandRow, input: unknown, locale: Locale): Promise<Answer> {
  const socket = sockets[row.namespaces[0] ?? '/visitor'][locale];
  if (!socket) throw new Error('not connected');
  const answer = socket.raw.timeout(5_000).emitWithAck(row.name, input);
  return fieldsOf(row).includes('waitMs') ? app.passTimeUntil(answer) : answer;
}

/** Mostly about something of one's own, or nothing would ever be stored. */
async function aboutOwn(row: CommandRow, input: unknown, isOwn: boolean): Promise<unknown> {
  if (!row.subject || !isOwn) return input;
  // Whoever is blocked says nothing more, and the others' inputs are about this visitor.
  const id = row.name === 'visitor:block' ? own.passersBy() : own.idOf(row.subject.noun);
  return { ...(input as object), [row.subject.field]: await id };
}

const onSockets = commandRows.filter((row) => row.namespaces.length > 0);
const schemaOf = ({ input }: CommandRow): v.GenericSchema => input;

describe(`inputs made from the schemas, seed ${seed}`, () => {
  it.each(onSockets)('$name: what is in order is answered', (row) =>
    fc.assert(
      fc.asyncProperty(validOf(schemaOf(row)), fc.boolean(), locales, async (made, isOwn, locale) => {
        const input = await aboutOwn(row, made, isOwn);
        const answer = await ask(row, input, locale);
        expectAnAnswer(answer, input, locale, fieldsOf(row));
        remember(input, answer);
      }),
      bounds,
    ),
  );

  it.each(onSockets)('$name: what is broken is refused, and where', (row) =>
    fc.assert(
      fc.asyncProperty(brokenOf(schemaOf(row)), locales, async (input, locale) => {
        const answer = await ask(row, input, locale);
        expectAnAnswer(answer, input, locale, fieldsOf(row));
        expect(['invalid', 'too_large']).toContain(answer.error?.code);
      }),
      bounds,
    ),
  );

  /** These the parser itself refuses, with the whole connection. */
  const reserved = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'];
  const names = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'message:', 'MESSAGE:SEND', ''));

  it.each(['/visitor', '/agent'] as const)('%s: unknown names', (namespace) =>
    fc.assert(
      fc.asyncProperty(names, junk, locales, async (name, input, locale) => {
        fc.pre(!reserved.includes(name) && !onSockets.some((row) => row.name === name));
        const answer: Answer = await sockets[namespace][locale]?.raw.timeout(5_000).emitWithAck(name, input);
        expectAnAnswer(answer, [name, input], locale, []);
        expect(answer.error?.code).toBe('unknown_command');
      }),
      bounds,
    ),
  );

  /** Query strings know nothing but texts. */
  const texts = fc.oneof(
    words(0, 100),
    junk.map((value) => JSON.stringify(value) ?? ''),
  );

  const bodyOf = (row: CommandRow): Arbitrary<string> =>
    fc.oneof(
      brokenOf(schemaOf(row)).map((value) => JSON.stringify(value) ?? ''),
      validOf(schemaOf(row)).map((value) => JSON.stringify(value).slice(0, -1)),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('{"a":1e999}', '[1,]', '{"__proto__":null}', '"\\ud800"', `${'['.repeat(9_000)}`, 'undefined'),
    );

  it.each(commandRows.filter((row) => row.method === 'POST'))('$name: bodies over HTTP', (row) =>
    fc.assert(
      fc.asyncProperty(bodyOf(row), locales, async (body, locale) => {
        const isForSites = row.isOfSite;
        const { status, text } = await sendRaw(app, {
          method: 'POST',
          path: isForSites ? `${row.path}?site=${app.siteKey}` : row.path,
          headers: {
            origin: app.url,
            'content-type': 'application/json',
            'accept-language': locale,
            ...(isForSites ? { authorization: `Bearer ${lucia.token}` } : { cookie: marta.cookie }),
          },
          body: [body],
        });
        expect(status).toBeLessThan(500);
        expectAnAnswer(JSON.parse(text), body, locale, fieldsOf(row));
      }),
      { ...bounds, numRuns: 15 },
    ),
  );

  it.each(commandRows.filter((row) => row.method === 'GET'))('$name: queries', (row) =>
    fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...fieldsOf(row), 'x'), texts), locales, async (query, locale) => {
        const search = new URLSearchParams(
          Object.entries(query).map(([key, text]): [string, string] => [key, text.slice(0, 500)]),
        );
        const isForSites = row.isOfSite;
        if (isForSites) search.set('site', app.siteKey);
        search.delete('waitMs');
        const { status, text } = await sendRaw(app, {
          path: `${row.path}?${search}`,
          headers: {
            'accept-language': locale,
            ...(isForSites ? { authorization: `Bearer ${lucia.token}` } : { cookie: marta.cookie }),
          },
        });
        expect(status).toBeLessThan(500);
        expectAnAnswer(JSON.parse(text), query, locale, fieldsOf(row));
      }),
      { ...bounds, numRuns: 15 },
    ),
  );
});

describe('afterwards', () => {
  it('every message that was acknowledged is stored exactly once, with the body that was sent', async () => {
    const stored = await openStoredRows(app);
    const { entries = [] } = await stored.all();
    await stored.close();
    expect(acknowledged.length).toBeGreaterThan(20);
    for (const { conversationId, clientId, body } of acknowledged) {
      const found = entries.filter((row) => row.client_id === clientId && row.conversation_id === conversationId);
      expect(found.map((row) => row.body)).toEqual([body]);
    }
  });

  it('nothing was a fault of the server, and nobody’s prototype is another', async () => {
    expect(app.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
    expect((await lucia.call('conversation:list', {})).ok).toBe(true);
    expect((await marta.call('inbox:open', {})).ok).toBe(true);
  });
});
