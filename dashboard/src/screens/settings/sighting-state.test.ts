import type { SiteSighting } from '@ventanilla/shared/entities/site';
import { aMoment } from '@ventanilla/shared/testing/builders';
import { expect, test } from 'vitest';
import { stateOf, telling } from './sighting-state.ts';

const origins = ['https://tienda.example', 'https://blog.example:8443'];
const seen = (part: Partial<SiteSighting>): SiteSighting => ({
  host: 'tienda.example',
  loadedAt: aMoment,
  reachedAt: 0,
  blockedAt: 0,
  directive: '',
  ...part,
});

test.each<[string, Partial<SiteSighting>]>([
  ['loaded', {}],
  ['loaded', { host: '' }],
  ['live', { reachedAt: aMoment - 1 }],
  ['live', { reachedAt: aMoment - 1, host: 'blog.example:8443' }],
  ['live', { reachedAt: aMoment, blockedAt: aMoment - 1, directive: 'connect-src' }],
  ['blocked', { reachedAt: aMoment - 2, blockedAt: aMoment - 1, directive: 'connect-src' }],
  ['foreign', { host: 'copia.example' }],
  ['gone', { loadedAt: aMoment - 8 * 86_400_000 }],
])('%s', (state, part) => {
  expect(stateOf(seen(part), origins, aMoment)).toBe(state);
});

test('trouble is told first, then what works, then what is only there', () => {
  const blocked = seen({ host: 'blog.example:8443', blockedAt: aMoment - 9_000, directive: 'connect-src' });
  const live = seen({ reachedAt: aMoment });
  expect(telling([live, blocked], origins, aMoment)).toBe(blocked);
  expect(telling([seen({ host: 'copia.example' }), live], origins, aMoment)).toBe(live);
  expect(telling([], origins, aMoment)).toBeNull();
});
