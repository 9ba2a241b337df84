import { expect, test } from 'vitest';
import { Vocabulary } from './vocabulary.ts';

function vocabularyOf(...words: string[]): Vocabulary {
  const vocabulary = new Vocabulary();
  for (const word of words) vocabulary.add(word);
  return vocabulary;
}

test('completions come by use, then by letters', () => {
  const vocabulary = vocabularyOf('factura', 'facil', 'fax', 'factura', 'pago');

  expect(vocabulary.completions('fac')).toEqual(['factura', 'facil']);
  expect(vocabulary.completions('f')).toEqual(['factura', 'facil', 'fax']);
  expect(vocabulary.completions('x')).toEqual([]);
});

test('there are at most 40 completions', () => {
  const words = Array.from({ length: 100 }, (_, i) => `w${i}`);

  expect(vocabularyOf(...words).completions('w')).toHaveLength(40);
});

test('[KB2] neighbours are one error away, two from 8 letters', () => {
  const vocabulary = vocabularyOf('router', 'contrasena', 'rout');

  expect(vocabulary.neighbours('ruoter')).toEqual([{ text: 'router', distance: 1 }]);
  expect(vocabulary.neighbours('ruotre')).toEqual([]);
  expect(vocabulary.neighbours('cotnrasea')).toEqual([{ text: 'contrasena', distance: 2 }]);
});

test('a word of fewer than 4 letters has no neighbours', () => {
  expect(vocabularyOf('pin', 'pina').neighbours('pim')).toEqual([]);
});

test('a word is there until its last use is gone', () => {
  const vocabulary = new Vocabulary();
  const first = vocabulary.add('factura');
  const second = vocabulary.add('factura');

  vocabulary.remove(first);
  expect(vocabulary.completions('fac')).toEqual(['factura']);

  vocabulary.remove(second);
  expect(vocabulary.completions('fac')).toEqual([]);
  expect(vocabulary.neighbours('facturas')).toEqual([]);
});
