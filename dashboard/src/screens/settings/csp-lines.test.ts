import { expect, test } from 'vitest';
import { cspLines, isUnsafe } from './csp-lines.ts';

const textsFor = (url: string) => cspLines(url).map(({ text }) => text);

test('what a page has to allow names our origin and its sockets, and no more', () => {
  expect(textsFor('https://ayuda.alameda.example')).toEqual([
    'script-src https://ayuda.alameda.example',
    "script-src 'nonce-NONCE' 'strict-dynamic'",
    'connect-src https://ayuda.alameda.example wss://ayuda.alameda.example',
  ]);
  expect(textsFor('http://localhost:4100/')[2]).toBe('connect-src http://localhost:4100 ws://localhost:4100');
});

test.each([
  ['http://ayuda.alameda.example', true],
  ['http://192.168.1.20:4000', true],
  ['https://ayuda.alameda.example', false],
  ['http://localhost:4000', false],
  ['http://127.0.0.1:4000', false],
])('pages on https load nothing from %s: %s', (url, unsafe) => {
  expect(isUnsafe(url)).toBe(unsafe);
});
