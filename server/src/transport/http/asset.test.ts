import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { makeAsset, serveAsset } from './asset.ts';

const text = 'the same words again and again, '.repeat(50);
const asset = makeAsset(Buffer.from(text), 'text/javascript; charset=utf-8');
const picture = makeAsset(Buffer.from('not text'), 'image/png');
const app = new Hono();
app.get('/text', (context) => serveAsset(context, asset, { 'Cache-Control': 'no-cache' }));
app.get('/picture', (context) => serveAsset(context, picture, {}));

describe('encodings', () => {
  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['br;q=0.000, gzip;q=0.5', 'gzip'],
    ['br;q=1.0', 'br'],
    ['identity', null],
    ['br;q=0, gzip; q=0', null],
    ['', null],
    ['brotli', null],
  ])('%s is answered in %s', async (accept, encoding) => {
    const response = await app.request('/text', { headers: { 'Accept-Encoding': accept } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    const decode = { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? ''] ?? ((same: Buffer) => same);
    expect(decode(bytes).toString()).toBe(text);
  });

  test('what does not shrink is served as it is', async () => {
    const response = await app.request('/picture', { headers: { 'Accept-Encoding': 'br, gzip' } });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe('not text');
  });

  test('what the build has compressed is used', () => {
    const made = makeAsset(Buffer.from(text), 'text/css', { br: Buffer.from('b'), gzip: Buffer.from('gz') });
    expect(made.encoded.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['b', 'gz']);
  });
});

describe('what the client has already', () => {
  const ask = (known: string) => app.request('/text', { headers: { 'If-None-Match': known, 'Accept-Encoding': 'br' } });

  test.each([asset.etag, asset.etag.slice(2), `"other", ${asset.etag}`, '*'])('%s is not sent again', async (known) => {
    const response = await ask(known);
    expect(response.status).toBe(304);
    expect(await response.text()).toBe('');
    expect(response.headers.get('etag')).toBe(asset.etag);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
  });

  test.each(['', '"other"', 'W/', asset.etag.slice(3, -1)])('"%s" is something else', async (known) => {
    expect((await ask(known)).status).toBe(200);
  });
});

test('HEAD says what GET would, without a body', async () => {
  const headers = { 'Accept-Encoding': 'gzip' };
  const [get, head] = [
    await app.request('/text', { headers }),
    await app.request('/text', { method: 'HEAD', headers }),
  ];
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
  expect([...head.headers]).toEqual([...get.headers]);
});
