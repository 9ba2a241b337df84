import { describe, expect, test } from 'vitest';
import { english } from './english.ts';
import { type Article, createIndex, type FaqIndex, type SearchOptions } from './faq-index.ts';
import { plainLanguage } from './language.ts';
import { spanish } from './spanish.ts';

const everyone = 1;
const signedIn = 2;
const staff = 4;

function article(id: string, title: string, more: Partial<Article> = {}): Article {
  return { id, title, phrasings: [], body: '', audience: everyone, ...more };
}

function spanishIndex(): FaqIndex {
  const index = createIndex(spanish);
  index.put(article('password', 'Cómo cambiar la contraseña', { phrasings: ['He olvidado mi clave de acceso'] }));
  index.put(
    article('invoice', 'Dónde ver mis facturas', { body: 'En Mi cuenta puedes descargar cada factura en PDF.' }),
  );
  index.put(article('router', 'El router no se enciende', { body: 'Comprueba el cable y espera dos minutos.' }));
  index.put(article('move', 'Llevar la línea a otra dirección', { body: 'Avísanos quince días antes de la mudanza.' }));
  return index;
}

function search(index: FaqIndex, question: string, options: Partial<SearchOptions> = {}) {
  return index.search(question, { audience: everyone, limit: 10, isUnfinished: false, ...options });
}

const first = (index: FaqIndex, question: string, options: Partial<SearchOptions> = {}) =>
  search(index, question, options)[0]?.id;

describe('[KB1] search never shows beyond the reader’s audience', () => {
  const index = createIndex(spanish);
  index.put(article('public', 'Cambiar la tarifa'));
  index.put(article('private', 'Cambiar la tarifa de empresa', { audience: signedIn }));
  index.put(article('internal', 'Cambiar la tarifa sin permanencia', { audience: staff }));
  index.put(article('nobody', 'Cambiar la tarifa vieja', { audience: 0 }));

  test.each([
    [everyone, ['public']],
    [everyone | signedIn, ['private', 'public']],
    [everyone | signedIn | staff, ['internal', 'private', 'public']],
    [0, []],
  ])('with the bits %i', (audience, ids) => {
    const found = search(index, 'cambiar tarifa empresa permanencia', { audience }).map(({ id }) => id);

    expect(found.toSorted()).toEqual(ids);
  });

  test('not even by a word that only a hidden article has', () => {
    expect(search(index, 'permanencia')).toEqual([]);
  });
});

describe('[KB2] search forgives', () => {
  test.each([
    ['case', 'CAMBIAR LA CONTRASEÑA', 'password'],
    ['accents', 'como cambiar la contrasena', 'password'],
    ['word order', 'la contraseña ¿cómo cambiar?', 'password'],
    ['inflection', 'cambio de contraseñas', 'password'],
    ['a letter that is missing', 'cambiar contrseña', 'password'],
    ['a letter too many', 'cambiar conttraseña', 'password'],
    ['another letter', 'cambiar comtraseña', 'password'],
    ['two letters swapped', 'cambiar cotnraseña', 'password'],
    ['an error in another form of the word', 'descargar la factrua', 'invoice'],
    ['a short word with an error', 'ruter', 'router'],
  ])('%s', (_, question, id) => {
    expect(first(spanishIndex(), question)).toBe(id);
  });

  test('in English too', () => {
    const index = createIndex(english);
    index.put(article('password', 'How do I reset my password?'));
    index.put(article('refund', 'How are refunds paid?'));

    expect(first(index, 'RESETTING pasword')).toBe('password');
    expect(first(index, 'refunding')).toBe('refund');
  });

  test('in a language without spaces', () => {
    const index = createIndex(plainLanguage);
    index.put(article('return', '商品の返品方法'));
    index.put(article('pay', 'お支払い方法について'));

    expect(first(index, '返品したい')).toBe('return');
    expect(first(index, '支払い')).toBe('pay');
  });

  test('no word that exists', () => {
    const index = createIndex(spanish);
    index.put(article('casa', 'Internet en casa'));
    index.put(article('caso', 'Seguimiento de mi caso abierto'));
    index.put(article('cosa', 'Cualquier cosa'));

    expect(search(index, 'coso').map(({ id }) => id)).toContain('cosa');
    expect(search(index, 'caja').map(({ id }) => id)).toEqual(['casa', 'caso']);
    expect(search(index, 'internet').map(({ id }) => id)).toEqual(['casa']);
  });
});

describe('the last word', () => {
  test('is completed while it is being typed', () => {
    expect(first(spanishIndex(), 'cambiar la contra', { isUnfinished: true })).toBe('password');
    expect(first(spanishIndex(), 'ro', { isUnfinished: true })).toBe('router');
  });

  test('is a word of its own when it is finished, or when a space follows', () => {
    expect(search(spanishIndex(), 'ro')).toEqual([]);
    expect(search(spanishIndex(), 'ro ', { isUnfinished: true })).toEqual([]);
  });
});

describe('confidence', () => {
  test('the question of the title, or of another phrasing, is a card', () => {
    expect(search(spanishIndex(), '¿cómo cambiar la contraseña?')[0]).toMatchObject({
      id: 'password',
      confidence: 'card',
    });
    expect(search(spanishIndex(), 'olvidé mi clave de acceso')[0]).toMatchObject({
      id: 'password',
      confidence: 'card',
    });
  });

  test('half of a question is worth a list', () => {
    expect(search(spanishIndex(), 'nueva dirección de mi línea')[0]).toMatchObject({ id: 'move', confidence: 'list' });
  });

  test('a word of a body alone is not to be offered', () => {
    expect(search(spanishIndex(), 'esperar quince minutos')[0]).toMatchObject({ confidence: 'none' });
  });
});

describe('the words that matched', () => {
  const marked = (question: string, isUnfinished = false) => {
    const index = createIndex(spanish);
    const title = 'Cómo descargar las últimas facturas';
    index.put(article('invoice', title));
    return search(index, question, { isUnfinished })[0]?.ranges.map(({ start, end }) => title.slice(start, end));
  };

  test('are told in the title as it is written', () => {
    expect(marked('descarga de la ultima factura')).toEqual(['descargar', 'últimas', 'facturas']);
  });

  test('are not those that say little on their own', () => {
    expect(marked('cómo se descargan las facturas')).toEqual(['descargar', 'facturas']);
  });

  test('also when they were guessed', () => {
    expect(marked('fatcura')).toEqual(['facturas']);
    expect(marked('desc', true)).toEqual(['descargar']);
  });

  test('are one range where pairs overlap', () => {
    const index = createIndex(plainLanguage);
    index.put(article('return', '商品の返品方法'));

    expect(search(index, '返品方')[0]?.ranges).toEqual([{ start: 3, end: 6 }]);
  });
});

describe('articles come and go', () => {
  test('a new text takes the place of the old one', () => {
    const index = spanishIndex();
    index.put(article('router', 'Configurar el descodificador'));

    expect(search(index, 'router')).toEqual([]);
    expect(first(index, 'descodificador')).toBe('router');
  });

  test('a removed article is not found, and removing it again does nothing', () => {
    const index = spanishIndex();
    index.remove('router');
    index.remove('router');

    expect(search(index, 'router')).toEqual([]);
    expect(first(index, 'facturas')).toBe('invoice');
  });

  test('an empty index and an empty question find nothing', () => {
    expect(search(createIndex(spanish), 'factura')).toEqual([]);
    expect(search(spanishIndex(), ' ¿? ')).toEqual([]);
  });

  test('among many articles the likest title wins over much text', () => {
    const index = createIndex(spanish);
    const body = 'La tarifa incluye llamadas y la tarifa cambia cada mes. '.repeat(20);
    for (let i = 0; i < 500; i++) index.put(article(`long-${i}`, `Condiciones ${i} de la tarifa`, { body }));
    index.put(article('change', 'Cambiar de tarifa'));

    expect(first(index, 'quiero cambiar de tarifa')).toBe('change');
    expect(search(index, 'quiero cambiar de tarifa', { limit: 3 })).toHaveLength(3);
  });
});

test('articles of the same score stand by id', () => {
  const index = createIndex(spanish);
  for (const id of ['b', 'c', 'a']) index.put(article(id, 'Cambiar de tarifa'));

  expect(search(index, 'tarifa').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('words such as constructor and __proto__ are words', () => {
  const index = createIndex(plainLanguage);
  index.put(article('code', 'The constructor of __proto__', { body: 'hasOwnProperty toString' }));

  expect(first(index, 'constructor')).toBe('code');
  expect(search(index, 'valueOf')).toEqual([]);
});

test('of an endless question only the end counts', () => {
  const noise = Array.from({ length: 5_000 }, (_, i) => `palabra${i}`).join(' ');

  expect(search(spanishIndex(), `router ${noise}`)).toEqual([]);
  expect(first(spanishIndex(), `${noise} router`)).toBe('router');
});
