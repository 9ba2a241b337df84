import type { ArticleHit } from '@ventanilla/shared/entities/article';
import type { Locale } from '@ventanilla/shared/vocabulary';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LoadChunk } from '../../embed.ts';
import { searchIn } from '../../search/es.ts';
import type { Ask } from '../ask.ts';
import { createFinder } from './finder.ts';

const title = 'Entender mi primera factura';
const answer: ArticleHit = {
  id: 'art_1',
  title,
  confidence: 'card',
  titleRanges: [],
  excerpt: 'La primera trae los días del alta.',
  excerptRanges: [],
};

let locale: Locale;
/** What was asked, in order; each answer comes when it is let go. */
let asked: { words: string; answer(data: object | undefined): Promise<void> }[];
let drawn: number;
let finder: ReturnType<typeof createFinder>;

beforeEach(() => {
  vi.useFakeTimers();
  locale = 'es';
  asked = [];
  drawn = 0;
  const ask = ((name: string, input: object) => {
    const { promise, resolve } = Promise.withResolvers<object | undefined>();
    asked.push({
      words: [name, ...Object.values(input)].join(' '),
      async answer(data) {
        resolve(data && { ok: true, data });
        await vi.advanceTimersByTimeAsync(0);
      },
    });
    return promise;
  }) as unknown as Ask;
  finder = createFinder({
    ask,
    load: (async () => ({ searchIn })) as unknown as LoadChunk,
    locale: () => locale,
    castVote: async (id) => id === 'art_1',
    draw: () => drawn++,
  });
});

afterEach(() => {
  vi.useRealTimers();
});

const words = () => asked.map((one) => one.words);
const search = (query: string, unfinished: string) => `article:search ${query} ${locale} ${unfinished}`;

async function prepared(): Promise<void> {
  const ready = finder.prepare();
  await asked[0]?.answer({ articles: [{ id: 'art_1', title, phrasings: [] }], isComplete: true });
  await ready;
  asked = [];
}

it('searches here at every key, there after a pause, and once more when the person has stopped', async () => {
  await prepared();
  finder.type('fact');
  expect(finder.finding()).toMatchObject({ state: 'here', hits: [{ title, confidence: 'list' }] });
  finder.type('factura');
  expect(words()).toEqual([]);
  await vi.advanceTimersByTimeAsync(150);
  expect(words()).toEqual([search('factura', 'yes')]);
  await asked[0]?.answer({ hits: [answer] });
  expect(finder.finding()).toMatchObject({ state: 'there', hits: [answer] });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(words()).toEqual([search('factura', 'yes'), search('factura', 'no')]);
  await asked[1]?.answer({ hits: [answer] });
  expect(finder.finding().state).toBe('done');
});

it('a question is finished once, whoever finishes it', async () => {
  finder.type('factura');
  finder.finish();
  finder.finish();
  await vi.advanceTimersByTimeAsync(10_000);
  finder.type('factura ');
  finder.finish();
  expect(words()).toEqual([search('factura', 'no')]);
  finder.type('');
  finder.finish();
  expect(words()).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

it('an answer that comes late, to what is no longer asked, is not shown', async () => {
  finder.type('luz');
  await vi.advanceTimersByTimeAsync(150);
  finder.type('factura');
  await asked[0]?.answer({ hits: [{ ...answer, title: 'Otra cosa' }] });
  expect(finder.finding()).toMatchObject({ query: 'factura', hits: [], state: 'here' });
});

it('what the server said of an article stays with it while one types on', async () => {
  await prepared();
  finder.type('factura');
  await vi.advanceTimersByTimeAsync(150);
  await asked[0]?.answer({ hits: [answer] });
  finder.type('facturas');
  expect(finder.finding()).toMatchObject({
    state: 'here',
    hits: [{ title, excerpt: answer.excerpt, excerptRanges: [] }],
  });
});

it('without the server what was found here stays, and titles are asked for again at the next focus', async () => {
  const failing = finder.prepare();
  await asked[0]?.answer(undefined);
  await failing;
  const again = finder.prepare();
  await asked[1]?.answer({ articles: [{ id: 'art_1', title, phrasings: [] }], isComplete: true });
  await again;
  await finder.prepare();
  expect(asked).toHaveLength(2);
  finder.type('factura');
  await vi.advanceTimersByTimeAsync(150);
  await asked[2]?.answer(undefined);
  expect(finder.finding()).toMatchObject({ state: 'failed', hits: [{ title }] });
});

it('titles that come while somebody types are searched at once', async () => {
  finder.type('factura');
  const before = drawn;
  await prepared();
  expect(finder.finding()).toMatchObject({ state: 'here', hits: [{ title }] });
  expect(drawn).toBe(before + 1);
});

it('in another language the same words are another question', async () => {
  await prepared();
  finder.type('factura');
  locale = 'en';
  finder.type('factura');
  expect(finder.finding()).toMatchObject({ locale: 'en', hits: [] });
  await vi.advanceTimersByTimeAsync(150);
  expect(words()).toEqual([search('factura', 'yes')]);
});

it('an article is fetched once; what could not be fetched is asked for again', async () => {
  const first = finder.read('art_1');
  await asked[0]?.answer(undefined);
  expect(await first).toBe('failed');
  const second = finder.read('art_1');
  await asked[1]?.answer({ article: { id: 'art_1', title } });
  expect(await second).toMatchObject({ title });
  expect(await finder.read('art_1')).toBe(await second);
  expect(words()).toEqual(['article:read art_1 es', 'article:read art_1 es']);
});

it('only a vote that was kept is shown', async () => {
  expect(await finder.vote('art_2', true)).toBe(false);
  expect(finder.voteOf('art_2')).toBeUndefined();
  await finder.vote('art_1', true);
  await finder.vote('art_1', false);
  expect(finder.voteOf('art_1')).toBe(false);
});
