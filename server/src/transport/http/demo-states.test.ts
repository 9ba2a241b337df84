import { demoStates } from '@ventanilla/shared/demo-states';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Front, openFront } from './front-for-tests.ts';

let front: Front;
beforeAll(async () => {
  front = await openFront();
});
afterAll(() => front.close());

test('every state is there once, in a frame that our own pages alone may make', async () => {
  const response = await front.get('/demo/states?locale=en&scheme=dark&width=panel');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  expect(response.headers.get('x-frame-options')).toBeNull();
  const page = await response.text();
  const frames = [...page.matchAll(/<iframe src="\/demo\/states\?state=(\w+)&amp;locale=en&amp;scheme=dark/g)];
  expect(frames.map(([, state]) => state)).toEqual(demoStates);
  expect(page).toContain('A queue of seven');
  expect(page).toContain('--frame: 520px');
});

test('one of them has an address of its own, and runs the widget as it was built, under a strict policy', async () => {
  const response = await front.get('/demo/states?state=queue&locale=es&scheme=dark');
  const policy = response.headers.get('content-security-policy') ?? '';
  const nonce = /script-src 'nonce-([\w-]{43})' 'strict-dynamic';/.exec(policy)?.[1] ?? '';
  expect(policy).toContain("require-trusted-types-for 'script'");
  const page = await response.text();
  expect(page).toContain('<html lang="es" data-scheme="dark">');
  expect(page).toContain(`<script type="module" nonce="${nonce}" src="/w/chunks/states-b1.js"></script>`);
  expect(page).toContain('<title>Una cola de siete</title>');
});

test.each([
  ['?state=nowhere', 'en', 'en', 'light'],
  ['?locale="><script>', 'es', 'es', 'light'],
  ['?scheme="><script>', 'es', 'es', 'light'],
])('what nobody knows is left out: %s', async (query, languages, locale, scheme) => {
  const page = await (await front.get(`/demo/states${query}`, { 'Accept-Language': languages })).text();
  expect(page).toContain(`<html lang="${locale}" data-scheme="${scheme}">`);
  expect(page).not.toContain('"><script>');
});

test('once others can reach us it is there only if the operator wants it', async () => {
  const outside = await openFront({ publicUrl: 'https://desk.example.com', isLoopbackUrl: false, isDemo: false });
  const { status } = await outside.get('/demo/states');
  await outside.close();
  expect(status).toBe(404);
});
