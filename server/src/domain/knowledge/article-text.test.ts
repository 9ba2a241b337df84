import { readQuestion } from '@ventanilla/shared/search/question';
import { spanish } from '@ventanilla/shared/search/spanish';
import { describe, expect, it } from 'vitest';
import { plainText, readingMinutes } from './article-text.ts';
import { articleBits, mayRead, readerBits } from './audience.ts';
import { excerptOf } from './excerpt.ts';
import { missText } from './miss-text.ts';
import { parseArticle } from './parse-article.ts';
import { slugOf } from './slug.ts';

describe('a text without its signs', () => {
  it('has each block on a line of its own', () => {
    const body =
      '## Prueba esto\n1. Apaga **ya**.\n2. Mira:\n   - `LOS`\n\n[Aquí](https://a.example) más.\n```\na\n\nb\n```';
    expect(plainText(parseArticle(body))).toBe('Prueba esto\nApaga ya.\nMira:\nLOS\nAquí más.\na\nb');
    expect(plainText([])).toBe('');
  });

  it('is read in minutes, at least one', () => {
    expect(readingMinutes('')).toBe(1);
    expect(readingMinutes('palabra '.repeat(620))).toBe(3);
  });
});

describe('an excerpt', () => {
  const text =
    'Paga tu factura desde casa. Apaga el router y saca el cable.\nEnciende el router y espera tres minutos.';
  const asked = (query: string, isUnfinished = false) => readQuestion(query, isUnfinished, spanish);
  const shown = ({ excerpt, ranges }: ReturnType<typeof excerptOf>) => [
    excerpt,
    ...ranges.map(({ start, end }) => excerpt.slice(start, end)),
  ];

  it('begins with the sentence that fits best, and shows which words fit', () => {
    expect(shown(excerptOf(text, asked('router apagado')))).toEqual([
      'Apaga el router y saca el cable. Enciende el router y espera tres minutos.',
      'Apaga',
      'router',
      'router',
    ]);
    expect(shown(excerptOf(text, asked('esperando minutos el')))).toEqual([
      'Enciende el router y espera tres minutos.',
      'espera',
      'minutos',
    ]);
  });

  it('is the beginning when nothing fits', () => {
    expect(shown(excerptOf(text, asked('el la de')))).toEqual([text.replace('\n', ' ')]);
    expect(shown(excerptOf('', asked('x')))).toEqual(['']);
  });

  it('knows a word that is not finished, and one that was meant', () => {
    expect(shown(excerptOf(text, asked('fac', true)))[1]).toBe('factura');
    expect(shown(excerptOf(text, asked('facutra'), ['factura']))[1]).toBe('factura');
  });

  it('is one short line, cut between words', () => {
    const [excerpt = ''] = shown(excerptOf('palabras '.repeat(50), asked('x')));
    expect(excerpt).toMatch(/^(palabras )+palabras…$/);
    expect(excerpt.length).toBeLessThanOrEqual(161);
    expect(shown(excerptOf('x'.repeat(500), asked('y')))).toEqual([`${'x'.repeat(159)}…`]);
  });
});

describe('[KB1] who may read', () => {
  it.each([
    ['anyone', true, false, false],
    ['identified', true, true, false],
    ['agent', true, true, true],
  ] as const)('%s', (reader, ...wanted) => {
    const audiences = ['public', 'signed_in', 'staff'] as const;
    expect(audiences.map((audience) => mayRead(reader, audience))).toEqual(wanted);
    expect(audiences.map((audience) => (readerBits(reader) & articleBits(audience)) > 0)).toEqual(wanted);
  });
});

describe('[KB3] what is kept of a question', () => {
  it.each([
    ['¿Cambiar CLAVE  wifi?', 'cambiar clave wifi'],
    ['  Cámbiár clave wifi', 'cambiar clave wifi'],
    ['soy ana@correo.example y no va', 'soy y no va'],
    ['mi número es 612 34 56 78 y 600-123-123', 'mi numero es y'],
    ['factura 2024-001 12345678Z', 'factura'],
    ['error E42', 'error e42'],
    ['https://a.example/?token=abc falla', 'falla'],
    ['?? 12', ''],
    ['si', ''],
  ])('%s', (query, kept) => {
    expect(missText(query)).toBe(kept);
  });

  it('is short', () => {
    expect(missText('palabra '.repeat(40)).length).toBeLessThanOrEqual(100);
  });
});

describe('a title in an address', () => {
  it.each([
    ['¿Qué significan las luces del router?', 'que-significan-las-luces-del-router'],
    ['Wi-Fi & TV: 4K', 'wi-fi-tv-4k'],
    ['漢字', ''],
    ['a'.repeat(200), 'a'.repeat(40)],
    ['palabra '.repeat(30), 'palabra-'.repeat(9).concat('palabra')],
  ])('%s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });
});
