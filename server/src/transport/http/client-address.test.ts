import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { addressHeader } from '../../identity/auth-library.ts';
import { clientAddressOf, mountClientAddress } from './client-address.ts';

const direct = { trustedProxies: [] };
const behind = { trustedProxies: ['10.0.0.1', 'fd00::1'] };

test.each([
  [direct, '203.0.113.9', '', '203.0.113.9'],
  [direct, '::ffff:203.0.113.9', '', '203.0.113.9'],
  [direct, '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  [direct, '127.0.0.1', '198.51.100.1', '127.0.0.1'],
  [behind, '10.0.0.1', '198.51.100.1', '198.51.100.1'],
  [behind, '::ffff:10.0.0.1', '198.51.100.1', '198.51.100.1'],
  [behind, '10.0.0.1', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
  [behind, '10.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.1', '198.51.100.1'],
  [behind, '10.0.0.1', '6.6.6.6, 198.51.100.1, fd00::1', '198.51.100.1'],
  [behind, '10.0.0.1', '198.51.100.1:4711', '198.51.100.1'],
  [behind, '10.0.0.1', '[2001:DB8::7]:4711', '2001:db8::7'],
  [behind, '10.0.0.1', '2001:db8::7', '2001:db8::7'],
  [behind, '10.0.0.1', '', '10.0.0.1'],
  [behind, '10.0.0.1', 'unknown', '10.0.0.1'],
  [behind, '10.0.0.1', '6.6.6.6, <script>', '10.0.0.1'],
  [behind, '203.0.113.9', '6.6.6.6', '203.0.113.9'],
])('behind %o, from %s with "%s" it is %s', (config, socket, forwarded, address) => {
  expect(clientAddressOf(config, socket, forwarded)).toBe(address);
});

test('what the client writes into our own header never reaches the identity library', async () => {
  const app = new Hono();
  mountClientAddress(app, { config: behind });
  app.get('/api/auth/get-session', (context) => context.text(context.req.raw.headers.get(addressHeader) ?? 'none'));
  const ask = async (headers: Record<string, string>, remoteAddress: string) =>
    (await app.request('/api/auth/get-session', { headers }, { incoming: { socket: { remoteAddress } } })).text();
  expect(await ask({ [addressHeader]: '6.6.6.6' }, '203.0.113.9')).toBe('203.0.113.9');
  expect(await ask({ 'X-Ventanilla-Address': '6.6.6.6', 'x-forwarded-for': '6.6.6.6' }, '203.0.113.9')).toBe(
    '203.0.113.9',
  );
  expect(await ask({ [addressHeader]: '6.6.6.6', 'x-forwarded-for': '198.51.100.1' }, '10.0.0.1')).toBe('198.51.100.1');
});
