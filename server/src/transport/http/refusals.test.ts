import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../../actions/app-error.ts';
import { type Front, openFront } from './front-for-tests.ts';
import { mountRefusals } from './refusals.ts';
import { mountSecurityHeaders } from './security-headers.ts';

let front: Front;
beforeAll(async () => {
  front = await openFront();
});
afterAll(() => front.close());

test('what is not there is refused in the reader’s language', async () => {
  const english = await front.get('/no/such/page', { 'Accept-Language': 'en' });
  expect(english.status).toBe(404);
  expect(await english.json()).toEqual({
    ok: false,
    error: {
      code: 'not_found',
      message: 'It does not exist, or is not within your reach.',
      requestId: expect.stringMatching(/^[0-9a-f]{16}$/),
    },
  });
  const spanish = (await (await front.get('/no/such/page')).json()) as { error: { message: string } };
  expect(spanish.error.message).toBe('No existe, o no está a tu alcance.');
});

test.each([
  ['POST', '/demo', 'GET, HEAD'],
  ['DELETE', '/dashboard/tickets', 'GET, HEAD'],
  ['PUT', '/w/abc.js', 'GET, HEAD'],
  ['POST', '/w/chunks/panel-b1.js', 'GET, HEAD'],
  ['GET', '/api/auth/sign-in/email', 'POST'],
  ['POST', '/api/v1/ticket/list', 'GET, HEAD'],
  ['GET', '/api/v1/message/send', 'POST'],
  ['OPTIONS', '/health/live', 'GET, HEAD'],
])('%s %s is told what the address takes', async (method, path, allow) => {
  const response = await front.app.request(path, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe(allow);
  expect(await response.json()).toMatchObject({ ok: false, error: { code: 'method_not_allowed' } });
});

test('every answer has the headers that keep it where it belongs', async () => {
  for (const path of ['/', '/demo', '/dashboard/', '/health/live', '/metrics', '/nothing', '/w/chunks/panel-b1.js']) {
    const { headers } = await front.get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).not.toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
  }
});

test('a failure of ours tells its reference and nothing else', async () => {
  const lines: Record<string, unknown>[] = [];
  const log = { ...front.deps.log, error: (line: Record<string, unknown>) => void lines.push(line) };
  const app = new Hono();
  mountSecurityHeaders(app);
  mountRefusals(app, { ...front.deps, log });
  app.get('/fails', () => {
    throw new Error('SELECT secret FROM table');
  });
  app.get('/refuses', () => {
    throw new AppError('rate_limited', { retryAfterMs: 5 });
  });

  const failed = await app.request('/fails', { headers: { 'Accept-Language': 'en' } });
  expect(failed.status).toBe(500);
  expect(failed.headers.get('x-content-type-options')).toBe('nosniff');
  const text = await failed.text();
  expect(text).not.toContain('SELECT');
  expect(text).toContain(String(lines[0]?.requestId));

  const refused = await app.request('/refuses');
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ error: { code: 'rate_limited', details: { retryAfterMs: 5 } } });
});
