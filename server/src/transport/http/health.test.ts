import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Front, openFront } from './front-for-tests.ts';

const token = 'a-token-of-the-operator';
let front: Front;
beforeAll(async () => {
  front = await openFront({ metricsToken: token });
});
afterAll(() => front.close());

describe('health', () => {
  test('live and ready', async () => {
    expect(await (await front.get('/health/live')).json()).toEqual({ status: 'live' });
    const ready = await front.get('/health/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ready' });
    expect(ready.headers.get('cache-control')).toBe('no-store');
  });

  test('a process that is ending is alive but not ready', async () => {
    front.drain.isDraining = true;
    expect((await front.get('/health/live')).status).toBe(200);
    expect((await front.get('/health/ready')).status).toBe(503);
    front.drain.isDraining = false;
  });

  test('without its database it is alive but not ready', async () => {
    const closed = await openFront();
    await closed.close();
    expect((await closed.get('/health/live')).status).toBe(200);
    const ready = await closed.get('/health/ready');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'unavailable' });
  });
});

describe('metrics', () => {
  test.each([
    ['127.0.0.1', {}],
    ['::1', {}],
    ['::ffff:127.0.0.1', {}],
    ['203.0.113.9', { Authorization: `Bearer ${token}` }],
    ['127.0.0.1', { Authorization: `Bearer ${token}`, 'X-Forwarded-For': '203.0.113.9' }],
  ])('are shown to %s with %o', async (address, headers) => {
    const response = await front.get('/metrics', headers, address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain');
    const text = await response.text();
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).toContain('ventanilla_append_batches_total');
  });

  test.each([
    ['203.0.113.9', {}],
    ['203.0.113.9', { 'X-Forwarded-For': '127.0.0.1' }],
    ['127.0.0.1', { 'X-Forwarded-For': '127.0.0.1' }],
    ['127.0.0.1', { Forwarded: 'for=203.0.113.9' }],
    ['127.0.0.1', { 'X-Real-IP': '203.0.113.9' }],
    ['203.0.113.9', { Authorization: 'Bearer wrong' }],
    ['203.0.113.9', { Authorization: `Bearer ${token}x` }],
    ['203.0.113.9', { Authorization: `Basic ${token}` }],
    ['203.0.113.9', { Authorization: 'Bearer ' }],
    ['', {}],
  ])('do not exist for %s with %o', async (address, headers) => {
    const response = await front.get('/metrics', headers as Record<string, string>, address);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  test('without a configured token none is right', async () => {
    const tokenless = await openFront({ metricsToken: '' });
    for (const given of ['Bearer ', 'Bearer undefined', 'Bearer']) {
      expect((await tokenless.get('/metrics', { Authorization: given }, '203.0.113.9')).status).toBe(404);
    }
    await tokenless.close();
  });
});
