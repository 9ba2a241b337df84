import { expect, test } from 'vitest';
import { cspLines } from './csp-lines.ts';

test('what a page has to allow names our origin and its sockets, and no more', () => {
  expect(cspLines('https://ayuda.alameda.example')).toEqual([
    { directive: 'script-src', sources: ['https://ayuda.alameda.example'] },
    { directive: 'connect-src', sources: ['https://ayuda.alameda.example', 'wss://ayuda.alameda.example'] },
  ]);
  expect(cspLines('http://localhost:4100/')[1]?.sources).toEqual(['http://localhost:4100', 'ws://localhost:4100']);
});
