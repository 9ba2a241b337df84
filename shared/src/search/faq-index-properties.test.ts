import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Article, createIndex, type FaqIndex } from './faq-index.ts';
import { spanish } from './spanish.ts';

const vocabulary =
  'cómo cambiar cambio contraseña contraseñas factura facturas facturación router móvil móviles línea líneas tarifa tarifas ' +
  'dirección mi la de no pagar pago pagos avería averías instalación técnico año niño ESIM Wi-Fi 503 返品方法 l’été';
const word = fc.constantFrom(...vocabulary.split(' '));
const sentence = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
const article = fc.record<Article>({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  title: sentence,
  phrasings: fc.array(sentence, { maxLength: 2 }),
  body: fc.array(sentence, { maxLength: 3 }).map((sentences) => sentences.join('. ')),
  audience: fc.integer({ min: 0, max: 7 }),
});
const edit = fc.record({ article, isRemoved: fc.boolean() });
const options = fc.record({
  audience: fc.integer({ min: 0, max: 7 }),
  limit: fc.integer({ min: 0, max: 6 }),
  isUnfinished: fc.boolean(),
});
/** What people type: whole words, the beginning of one, and anything else. */
const question = fc
  .array(
    word.chain((whole) => fc.integer({ min: 1, max: whole.length }).map((end) => whole.slice(0, end))),
    {
      maxLength: 5,
    },
  )
  .map((words) => words.join(' '));

function indexOf(articles: Iterable<Article>): FaqIndex {
  const index = createIndex(spanish);
  for (const each of articles) index.put(each);
  return index;
}

test('an index that was edited answers as one that was built anew', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), question, options, (edits, asked, how) => {
      const edited = createIndex(spanish);
      const left = new Map<string, Article>();
      for (const { article: each, isRemoved } of edits) {
        if (isRemoved) {
          edited.remove(each.id);
          left.delete(each.id);
        } else {
          edited.put(each);
          left.set(each.id, each);
        }
        // Searching between edits must leave nothing behind.
        edited.search(asked, how);
      }

      expect(edited.search(asked, how)).toEqual(indexOf(left.values()).search(asked, how));
    }),
  );
});

test('[KB2] a question without its accents and capitals is answered the same', () => {
  const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  fc.assert(
    fc.property(fc.array(article, { maxLength: 8 }), question, options, (articles, asked, how) => {
      const index = indexOf(articles);

      expect(index.search(plain(asked), how)).toEqual(index.search(asked, how));
    }),
  );
});

test('[KB2] articles without accents and capitals are found the same', () => {
  const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  fc.assert(
    fc.property(fc.array(article, { maxLength: 8 }), question, options, (articles, asked, how) => {
      const unaccented = articles.map((each) => ({
        ...each,
        title: plain(each.title),
        phrasings: each.phrasings.map(plain),
        body: plain(each.body),
      }));
      const scores = (index: FaqIndex) => index.search(asked, how).map(({ id, score }) => ({ id, score }));

      expect(scores(indexOf(unaccented))).toEqual(scores(indexOf(articles)));
    }),
  );
});

test('[KB1] whatever is asked, hits are the reader’s own, no more than asked for, best first, with ranges in the title', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(fc.array(article, { maxLength: 8 }), anything, question, options, (articles, noise, asked, how) => {
      const byId = new Map(articles.map((each) => [each.id, each]));
      const hits = indexOf(articles).search(`${noise} ${asked}`, how);

      expect(hits.length).toBeLessThanOrEqual(how.limit);
      expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a));
      for (const { id, ranges } of hits) {
        const { audience, title } = byId.get(id)!;
        expect(audience & how.audience).not.toBe(0);
        for (const { start, end } of ranges) expect(title.slice(start, end)).toMatch(/^[\p{L}\p{N}]/u);
      }
    }),
  );
});
