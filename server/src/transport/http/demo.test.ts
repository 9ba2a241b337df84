import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Front, openFront } from './front-for-tests.ts';

let front: Front;
beforeAll(async () => {
  front = await openFront();
});
afterAll(() => front.close());

test('shows the widget of the first site under a strict policy', async () => {
  const response = await front.get('/demo');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const policy = response.headers.get('content-security-policy') ?? '';
  const nonce = /script-src 'nonce-([\w-]{43})' 'strict-dynamic';/.exec(policy)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`style-src 'nonce-${nonce}'`);
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toContain("frame-ancestors 'none'");
  const page = await response.text();
  expect(page).toContain(
    `<script async nonce="${nonce}" src="/w/${front.firstSite().key}.js" data-locale="es"></script>`,
  );
  for (const [, tag] of page.matchAll(/<(?:script|style)([^>]*)>/g)) expect(tag).toContain(`nonce="${nonce}"`);
  expect(page).not.toMatch(/ (style|on\w+)=/);
});

test('a nonce is used once', async () => {
  const policies = [await front.get('/demo'), await front.get('/demo')].map((response) =>
    response.headers.get('content-security-policy'),
  );
  expect(policies[0]).not.toBe(policies[1]);
});

test.each([
  ['/demo', 'es-ES', 'es'],
  ['/demo', 'en-GB,es;q=0.5', 'en'],
  ['/demo?lang=en', 'es', 'en'],
  ['/demo?lang=es', 'en', 'es'],
  ['/demo?lang="><script>', 'en', 'en'],
])('%s for a reader of %s is in %s', async (path, languages, locale) => {
  const page = await (await front.get(path, { 'Accept-Language': languages })).text();
  expect(page).toContain(`<html lang="${locale}">`);
  expect(page).toContain(locale === 'es' ? 'Escríbenos' : 'Write to us');
});

test.each([
  [false, 404],
  [true, 200],
])('once others can reach us it is there only if the operator wants it: %s', async (isDemo, status) => {
  const outside = await openFront({ publicUrl: 'https://desk.example.com', isLoopbackUrl: false, isDemo });
  const response = await outside.get('/demo');
  await outside.close();
  expect(response.status).toBe(status);
  if (isDemo) {
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'self' wss://desk.example.com");
  } else {
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'not_found' } });
  }
});
