import { expect, test } from 'vitest';
import { wordsOf } from './words.ts';

const folded = (text: string) => wordsOf(text).map((word) => word.folded);

test('[KB2] accents, case and punctuation do not matter', () => {
  expect(folded('¿Cómo RECUPERO mi contraseña?')).toEqual(['como', 'recupero', 'mi', 'contrasena']);
});

test('[KB2] a composed and a decomposed accent are the same', () => {
  expect(folded('facturación'.normalize('NFD'))).toEqual(folded('facturación'.normalize('NFC')));
});

test('an elision and a hyphen divide words', () => {
  expect(folded("l'application wi-fi")).toEqual(['l', 'application', 'wi', 'fi']);
});

test('offsets are those of the text as it was written', () => {
  const text = 'Ver la última\u0301 factura';

  expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Ver',
    'la',
    'última\u0301',
    'factura',
  ]);
});

test('scripts without spaces become pairs of neighbours', () => {
  expect(folded('返品方法')).toEqual(['返品', '品方', '方法']);
  expect(folded('SIMカード')).toEqual(['sim', 'カー', 'ート']);
  expect(folded('水')).toEqual(['水']);
});

test('a pair has the offsets of its characters', () => {
  const text = 'SIM 返品 𠮷野家';

  expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['SIM', '返品', '𠮷野', '野家']);
});

test('an endless word is looked at only in its beginning', () => {
  expect(folded('a'.repeat(10_000))).toEqual(['a'.repeat(40)]);
});

test.each(['', '   ', '¿?', '\u0301', '\ud800'])('%j has no words', (text) => {
  expect(folded(text)).toEqual([]);
});
