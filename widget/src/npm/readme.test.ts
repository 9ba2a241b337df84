import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Events, Options, Verbs } from './types.ts';

/* What people read and what the compiler knows are the same; the implementation is typed by the same lists. */

const verbs: Record<keyof Verbs, true> = {
  boot: true,
  destroy: true,
  shutdown: true,
  identify: true,
  setAttributes: true,
  open: true,
  close: true,
  toggle: true,
  newMessage: true,
  search: true,
  showArticle: true,
  showTicket: true,
  show: true,
  hide: true,
  setLocale: true,
  setColorScheme: true,
  setAccent: true,
  on: true,
};
const events: Record<keyof Events, true> = {
  ready: true,
  open: true,
  close: true,
  unread: true,
  messageReceived: true,
  conversationStarted: true,
  ticketCreated: true,
  rated: true,
};
const options: Record<keyof Options | 'defer', string> = {
  locale: 'data-locale',
  position: 'data-position',
  colorScheme: 'data-color-scheme',
  accent: 'data-accent',
  zIndex: 'data-z-index',
  hideLauncher: 'data-hide-launcher',
  defer: 'data-defer',
  nonce: 'nonce',
};

const readme = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8');

/** Cells of the table whose head begins with this. */
function table(head: string): string[][] {
  const [, rest = ''] = readme.split(`\n| ${head} |`);
  const [rows = ''] = rest.split('\n\n');
  return rows
    .split('\n')
    .slice(2)
    .map((row) => row.split(' | ').map((cell) => cell.replace(/^\| /, '')));
}

const names = (cell = '', pattern: RegExp) => [...cell.matchAll(pattern)].map(([, name]) => name);

it('the README lists the verbs, and no other', () => {
  expect(table('call').flatMap(([call]) => names(call, /`(?:ventanilla\()?'(\w+)'/g))).toEqual(Object.keys(verbs));
});

it('the README lists the events, and no other', () => {
  expect(table('event').flatMap(([event]) => names(event, /`(\w+)`/g))).toEqual(Object.keys(events));
});

it('the README lists the options, each with its attribute, and no other', () => {
  const rows = table('option').map(([option, tag]) => [...names(option, /`(\w+)`/g), ...names(tag, /`([\w-]+)`/g)]);
  expect(Object.fromEntries(rows)).toEqual(options);
});
