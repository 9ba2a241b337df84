import { describe, expect, test } from 'vitest';
import { english } from './english.ts';

describe('[KB2] the forms of a word have one stem', () => {
  test.each([
    'invoice invoices invoiced invoicing',
    'connect connects connected connecting connection connections',
    'pay pays paying',
    'copy copies copied',
    'stop stopped stopping stops',
    'activate activated activating activation',
    'useful usefully usefulness',
    'organize organizer organization',
  ])('%s', (forms) => {
    expect([...new Set(forms.split(' ').map(english.stem))]).toHaveLength(1);
  });
});

test.each([
  ['consignment', 'consign'],
  ['consistency', 'consist'],
  ['consolation', 'consol'],
  ['knightly', 'knight'],
  ['knocked', 'knock'],
  ['knots', 'knot'],
  ['generously', 'generous'],
  ['communism', 'communism'],
  ['hopping', 'hop'],
  ['hoping', 'hope'],
  ['agreed', 'agre'],
  ['relational', 'relat'],
  ['electricity', 'electr'],
  ['formalize', 'formal'],
  ['apology', 'apolog'],
  ['cries', 'cri'],
  ['ties', 'tie'],
  ['gas', 'gas'],
  ['gaps', 'gap'],
  ['news', 'news'],
  ['dying', 'die'],
  ['succeeded', 'succeed'],
  ['controlling', 'control'],
])('%s becomes %s, as published', (word, stem) => {
  expect(english.stem(word)).toBe(stem);
});

test.each(['', 'y', 'tv', 'sms', '返品'])('%j stays as it is', (word) => {
  expect(english.stem(word)).toBe(word);
});
