// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { chooseLanguage } from './language.ts';
import { sizeWords } from './size-words.ts';

test.each([
  [0, '1 kB'],
  [218_000, '213 kB'],
  [1_258_291, '1,2 MB'],
  [10 * 1024 * 1024, '10 MB'],
])('%i bytes are %s', async (bytes, words) => {
  await chooseLanguage('es');
  expect(sizeWords(bytes)).toBe(words);
});
