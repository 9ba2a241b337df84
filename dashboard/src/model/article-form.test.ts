import { aMoment, anArticle } from '@ventanilla/shared/testing/builders';
import { expect, test } from 'vitest';
import { formOf, helpShare, isUnsaved, positionOf, translationState, unsavedOf } from './article-form.ts';

const article = anArticle();

test('only what changed is stored, and not what cannot be', () => {
  const form = formOf(article);
  expect(isUnsaved(article, form)).toBe(false);
  expect(unsavedOf(article, { ...form, title: '  ', position: 'x', category: ` ${article.category} ` })).toEqual({});
  expect(unsavedOf(article, { ...form, body: 'Nuevo', phrasings: ['luz roja'], position: '3' })).toEqual({
    body: 'Nuevo',
    phrasings: ['luz roja'],
    position: 3,
  });
});

test.each([
  ['0', 0],
  [' 12 ', 12],
  ['1001', null],
  ['-1', null],
  ['', null],
])('the place %j', (text, position) => {
  expect(positionOf(text)).toBe(position);
});

test('a translation older than its original is out of date', () => {
  const at = (publishedAt: number) =>
    ({ ...article.translations[0], publishedAt }) as (typeof article.translations)[number];
  expect(translationState(article, undefined)).toBe('untranslated');
  expect(translationState(article, at(0))).toBe('translationDraft');
  expect(translationState(article, at(aMoment - 10 * 86_400_000))).toBe('outOfDate');
  expect(translationState(article, at(aMoment))).toBe('upToDate');
});

test('too few votes say nothing', () => {
  expect(helpShare({ helpfulYes: 10, helpfulNo: 9 })).toBeNull();
  expect(helpShare({ helpfulYes: 15, helpfulNo: 5 })).toBe(0.75);
});
