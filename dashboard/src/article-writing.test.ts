// @vitest-environment happy-dom
import { anArticle, anId } from '@ventanilla/shared/testing/builders';
import type { AgentCommandName } from '@ventanilla/shared/wire/contract';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  changeForm,
  closeArticle,
  keepMine,
  openArticle,
  publishArticle,
  takeTheirs,
  writing,
} from './article-writing.ts';
import type { Answer } from './connection/failure.ts';
import * as desk from './desk.ts';
import { useConnection } from './live.ts';
import { rememberedNames } from './remembered.ts';

const article = anArticle();
let calls: [AgentCommandName, unknown][];
let answers: Partial<Record<AgentCommandName, Answer<unknown>>>;

const says = (part: Partial<typeof article>) => ({ ok: true as const, data: { article: { ...article, ...part } } });
const names = () => calls.map(([name]) => name);
/** Past the rest of a hand that types. */
const rested = () => vi.advanceTimersByTimeAsync(2_000);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  localStorage.clear();
  calls = [];
  answers = { 'article:open': says({}) };
  desk.clearDesk();
  desk.agentId.value = anId('agent', 1);
  useConnection({
    call: async (name: AgentCommandName, input: unknown) => {
      calls.push([name, input]);
      return (answers[name] ?? { ok: false, error: { code: 'offline' } }) as never;
    },
    tryNow: () => undefined,
    close: () => undefined,
  });
});

afterEach(() => {
  closeArticle();
  useConnection(null);
  vi.useRealTimers();
});

test('what was typed is saved when the hand rests, once and only what changed', async () => {
  await openArticle(article.id);
  answers['article:save'] = says({ body: 'Dos', version: 4, hasChanges: true });
  changeForm({ body: 'Uno' });
  changeForm({ body: 'Dos' });
  expect(rememberedNames('draft-article:')).toHaveLength(1);
  await rested();
  expect(calls.slice(1)).toEqual([['article:save', { articleId: article.id, version: 3, body: 'Dos' }]]);
  expect(writing.value).toMatchObject({ state: 'saved', article: { version: 4 } });
  expect(rememberedNames('draft-article:')).toEqual([]);
});

test('what could not be stored is there after a reload, and goes up when the connection is back', async () => {
  await openArticle(article.id);
  changeForm({ body: 'Sin red' });
  desk.offlineSince.value = 1;
  await rested();
  expect(writing.value).toMatchObject({ state: 'failed', failure: { code: 'offline' } });
  answers['article:save'] = says({ body: 'Sin red', version: 4 });
  writing.value = null;
  await openArticle(article.id);
  expect(writing.peek()).toMatchObject({ form: { body: 'Sin red' } });
  await rested();
  expect(writing.value).toMatchObject({ state: 'saved', article: { version: 4 } });
});

test('[TK8] of two who write at once neither loses a word', async () => {
  await openArticle(article.id);
  const theirs = { ...article, body: 'Lo suyo', version: 4 };
  answers['article:save'] = { ok: false, error: { code: 'conflict', details: { article: theirs } } };
  changeForm({ body: 'Lo mío' });
  await rested();
  expect(writing.value).toMatchObject({ state: 'conflict', form: { body: 'Lo mío' }, theirs: { body: 'Lo suyo' } });
  changeForm({ body: 'Lo mío, mejor' });
  await rested();
  expect(names().filter((name) => name === 'article:save')).toHaveLength(1);
  answers['article:save'] = says({ body: 'Lo mío, mejor', version: 5 });
  keepMine();
  await rested();
  expect(calls.at(-1)).toEqual(['article:save', { articleId: article.id, version: 4, body: 'Lo mío, mejor' }]);
  expect(writing.value?.state).toBe('saved');
});

test('or one takes what the other wrote', async () => {
  await openArticle(article.id);
  const theirs = { ...article, body: 'Lo suyo', version: 4 };
  answers['article:save'] = { ok: false, error: { code: 'conflict', details: { article: theirs } } };
  changeForm({ body: 'Lo mío' });
  await rested();
  takeTheirs();
  expect(writing.value).toMatchObject({ state: 'saved', form: { body: 'Lo suyo' }, article: { version: 4 } });
});

test('what is published is what is seen: it is saved first', async () => {
  await openArticle(article.id);
  answers['article:save'] = says({ body: 'Final', version: 4, hasChanges: true });
  answers['article:publish'] = says({ body: 'Final', version: 5 });
  changeForm({ body: 'Final' });
  await publishArticle();
  expect(calls.slice(1).map(([name, input]) => [name, (input as { version: number }).version])).toEqual([
    ['article:save', 3],
    ['article:publish', 4],
  ]);
  expect(writing.value?.article).toMatchObject({ version: 5, hasChanges: false });
});

test('[TK8] what could not be stored meets what another made meanwhile, also after a reload', async () => {
  await openArticle(article.id);
  const theirs = { ...article, body: 'Lo suyo', version: 4 };
  answers['article:save'] = { ok: false, error: { code: 'conflict', details: { article: theirs } } };
  changeForm({ body: 'Lo mío' });
  await rested();
  answers['article:open'] = { ok: true, data: { article: theirs } };
  writing.value = null;
  await openArticle(article.id);
  expect(writing.value).toMatchObject({ state: 'conflict', form: { body: 'Lo mío' }, theirs: { body: 'Lo suyo' } });
  answers['article:save'] = says({ body: 'Lo mío', version: 5 });
  keepMine();
  await rested();
  expect(calls.at(-1)).toEqual(['article:save', { articleId: article.id, version: 4, body: 'Lo mío' }]);
  expect(rememberedNames('draft-article:')).toEqual([]);
});

test('what is on its way when the article is left is stored, and nothing is said to be unsent afterwards', async () => {
  await openArticle(article.id);
  answers['article:save'] = says({ body: 'Dos', version: 4, hasChanges: true });
  changeForm({ body: 'Dos' });
  closeArticle();
  await rested();
  expect(rememberedNames('draft-article:')).toEqual([]);
});

test('what was typed while the rest was being stored follows it after leaving', async () => {
  await openArticle(article.id);
  answers['article:save'] = says({ body: 'Uno', version: 4 });
  changeForm({ body: 'Uno' });
  vi.advanceTimersByTime(2_000);
  expect(writing.value?.state).toBe('saving');
  changeForm({ body: 'Uno y dos' });
  closeArticle();
  await rested();
  expect(calls.at(-1)).toEqual(['article:save', { articleId: article.id, version: 4, body: 'Uno y dos' }]);
});
