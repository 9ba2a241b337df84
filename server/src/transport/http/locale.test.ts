import { expect, test } from 'vitest';
import { localeOf } from './locale.ts';

test.each([
  ['en', 'en'],
  ['en-GB,es;q=0.8', 'en'],
  ['fr, es;q=0.4, en;q=0.9', 'en'],
  ['es-MX;q=0.9,en;q=0.8', 'es'],
  ['EN-us', 'en'],
])('%s is answered in %s', (header, locale) => {
  expect(localeOf(header, 'es')).toBe(locale);
});

test.each([undefined, null, '', '*', 'fr-FR', 'en;q=0', 'en;q=much', 'english', ';;;,,,', `${'x,'.repeat(200)}en`])(
  'without a word of ours, the fallback: %s',
  (header) => {
    expect(localeOf(header, 'es')).toBe('es');
  },
);
