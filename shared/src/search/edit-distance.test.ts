import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

test.each([
  ['factura', 'factura', 0],
  ['factura', 'fctura', 1],
  ['factura', 'facctura', 1],
  ['factura', 'fachura', 1],
  ['factura', 'fcatura', 1],
  ['contraseña', 'cotnraseñas', 2],
])('from %s to %s: %i', (from, to, distance) => {
  expect(editDistance(from, to, 2)).toBe(distance);
});

test('what is further than asked is one more than asked', () => {
  expect(editDistance('factura', 'avería', 1)).toBe(2);
  expect(editDistance('a', 'abcdefgh', 2)).toBe(3);
});

test('there and back are equally far, and only the same word is at 0', () => {
  const word = fc.string({ maxLength: 8, unit: 'grapheme-ascii' });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
      expect(editDistance(a, b, 9) === 0).toBe(a === b);
    }),
  );
});
