import { expect, it } from 'vitest';
import { fitInto, sizeWords } from './sizes.ts';

it.each([
  [1, '1 kB'],
  [84_000, '84 kB'],
  [999_400, '999 kB'],
  [1_200_000, '1,2 MB'],
  [84_000_000, '84 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes, 'es')).toBe(words);
});

it('a picture keeps its shape, is never enlarged, and never vanishes', () => {
  const box = { width: 264, height: 200 };
  expect(fitInto({ width: 3000, height: 4000 }, box)).toEqual({ width: 150, height: 200 });
  expect(fitInto({ width: 4000, height: 1000 }, box)).toEqual({ width: 264, height: 66 });
  expect(fitInto({ width: 20, height: 10 }, box)).toEqual({ width: 20, height: 10 });
  expect(fitInto({ width: 10_000, height: 1 }, box)).toEqual({ width: 264, height: 1 });
});
