import { expect, it } from 'vitest';
import { isOwnOrigin, ownOrigins } from './own-origin.ts';

const local = { publicUrl: 'http://localhost:4000', isLoopbackUrl: true };
const published = { publicUrl: 'https://help.example.com', isLoopbackUrl: false };

it('takes the names of this machine as one origin while the public URL is loopback', () => {
  expect(ownOrigins(local)).toEqual(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000']);
  expect(isOwnOrigin(local, 'http://[::1]:4000')).toBe(true);
});

it('keeps an unusual loopback address beside the usual names', () => {
  expect(isOwnOrigin({ publicUrl: 'http://127.0.0.5', isLoopbackUrl: true }, 'http://127.0.0.5')).toBe(true);
  expect(isOwnOrigin({ publicUrl: 'http://127.0.0.5', isLoopbackUrl: true }, 'http://localhost')).toBe(true);
});

it('takes only the public URL once there is one', () => {
  expect(ownOrigins(published)).toEqual(['https://help.example.com']);
  expect(isOwnOrigin(published, 'https://help.example.com')).toBe(true);
});

it.each([
  undefined,
  null,
  '',
  'null',
  'http://localhost',
  'http://localhost:4001',
  'https://localhost:4000',
  'http://localhost:4000/',
  'http://localhost:4000.example.com',
  'http://LOCALHOST:4000',
  'http://localhost:4000, http://evil.example',
])('refuses %j', (origin) => {
  expect(isOwnOrigin(local, origin)).toBe(false);
});

it.each(['http://help.example.com', 'https://help.example.com.evil.example', 'http://localhost:4000'])(
  'refuses %j on a published installation',
  (origin) => {
    expect(isOwnOrigin(published, origin)).toBe(false);
  },
);
