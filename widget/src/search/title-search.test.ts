import type { ArticleTitle } from '@ventanilla/shared/entities/article';
import { expect, it } from 'vitest';
import { searchIn as searchInEnglish } from './en.ts';
import { searchIn as searchInSpanish } from './es.ts';

function titled(...rows: [title: string, ...phrasings: string[]][]): ArticleTitle[] {
  return rows.map(([title, ...phrasings], i) => ({ id: `art_${i}`, title, phrasings }));
}

const search = await searchInSpanish(
  titled(
    ['La luz LOS del router está en rojo', 'no me llega señal'],
    ['Qué significan las luces del router'],
    ['Reiniciar el router sin perder la configuración'],
    ['Instalar el router nuevo paso a paso'],
    ['Entender mi primera factura'],
  ),
);
const found = (query: string) => search(query).map(({ title }) => title);

it('finds without accents, with a typing error, and while the last word is being typed (KB2)', () => {
  expect(found('esta en rojo')[0]).toBe('La luz LOS del router está en rojo');
  expect(found('factrua')).toEqual(['Entender mi primera factura']);
  expect(found('la primera fact')[0]).toBe('Entender mi primera factura');
  expect(found('no me llega la señal')[0]).toBe('La luz LOS del router está en rojo');
});

it('offers the likely answer as a card, and says where its title has the words', () => {
  const [hit] = search('luz los del router en rojo');
  expect(hit).toMatchObject({ confidence: 'card', excerpt: '', excerptRanges: [] });
  expect(hit?.titleRanges.map(({ start, end }) => hit.title.slice(start, end))).toContain('router');
});

it('a word that is in many titles is a list of them; what is nowhere is nothing', async () => {
  expect(search('router').map(({ confidence }) => confidence)).toEqual(['list', 'list', 'list', 'list']);
  expect(found('paraguas')).toEqual([]);
  expect((await searchInSpanish([]))('router')).toEqual([]);
});

it('searches English as English', async () => {
  const english = await searchInEnglish(titled(['Moving to another address'], ['Understanding your first bill']));
  const hits = english('bills');
  expect(hits.map(({ title }) => title)).toEqual(['Understanding your first bill']);
});

it('takes as many titles as there may be', async () => {
  const many = await searchInSpanish(titled(...Array.from({ length: 2_000 }, (_, i): [string] => [`Pregunta ${i}`])));
  expect(many('pregunta 1999')[0]?.title).toBe('Pregunta 1999');
});
