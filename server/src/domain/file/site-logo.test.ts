import { expect, test } from 'vitest';
import { png } from '../../testing/sample-files.ts';
import { isLogo } from './site-logo.ts';

const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const padded = (bytes: Uint8Array, size: number) => new Uint8Array([...bytes, ...new Uint8Array(size)]);

test.each([
  [true, 'a small picture', png(128, 128)],
  [false, 'one of more pixels than anybody sees', png(4_000, 16)],
  [false, 'one of too many bytes', padded(png(128, 128), 70_000)],
  [false, 'a drawing that may hold a script', svg],
  [false, 'a picture cut before it says its size', png(128, 128).slice(0, 12)],
  [false, 'nothing', new Uint8Array()],
])('%s: %s', (isOne, _what, bytes) => {
  expect(isLogo(bytes)).toBe(isOne);
});
