// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { chooseLanguage, loadTexts, sentenceOf, texts } from './language.ts';

test('areas follow the language, also those that come while it changes', async () => {
  await chooseLanguage('es');
  expect(texts.value.inbox.title).toBe('Bandeja');
  await Promise.all([loadTexts('settings'), chooseLanguage('en')]);
  expect(texts.value.inbox.title).toBe('Inbox');
  expect(texts.value.settings.title).toBe('Settings');
  await chooseLanguage('es');
  expect(texts.value.settings.title).toBe('Ajustes');
});

test('a failure is said before its own sentence is here', async () => {
  await chooseLanguage('es');
  expect(sentenceOf({ code: 'forbidden' })).toBe(texts.value.problem.other);
  await loadTexts('errors');
  expect(sentenceOf({ code: 'forbidden' })).toContain('cuenta');
});
