import { expect, test } from 'vitest';
import type { SightingRow } from '../domain/rows.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { createLogger } from './logger.ts';
import { createSightings, pageHost } from './sightings.ts';

const site = 'sit_1';

function watched() {
  const clock = createTestClock(1_000_000);
  const saved: (readonly SightingRow[])[] = [];
  const sightings = createSightings(clock, createLogger('silent'), async (rows) => void saved.push(rows));
  return { clock, saved, sightings };
}

test('a busy page costs one write a minute', () => {
  const { clock, saved, sightings } = watched();
  for (let i = 0; i < 100; i++) sightings.note(site, 'tienda.example', { as: 'loaded' });
  clock.advance(59_000);
  sightings.note(site, 'tienda.example', { as: 'reached' });
  expect(saved).toEqual([]);
  clock.advance(1_000);
  sightings.note(site, 'blog.example', { as: 'blocked', directive: 'connect-src' });
  expect(saved).toMatchObject([
    [
      { host: 'tienda.example', loadedAt: 1_000_000, reachedAt: 1_059_000, blockedAt: 0 },
      { host: 'blog.example', loadedAt: 0, blockedAt: 1_060_000, directive: 'connect-src' },
    ],
  ]);
});

test('the last minute is there when somebody asks, and when the process ends', async () => {
  const { saved, sightings } = watched();
  sightings.note(site, 'blog.example', { as: 'loaded' });
  await sightings.settle(site);
  expect(saved).toHaveLength(1);
  await sightings.settle(site);
  expect(saved).toHaveLength(1);
  sightings.note(site, 'blog.example', { as: 'reached' });
  await sightings.settleAll();
  expect(saved).toHaveLength(2);
});

test('a system clock that is set back keeps nobody waiting for an hour', () => {
  const { clock, saved, sightings } = watched();
  sightings.note(site, 'tienda.example', { as: 'loaded' });
  clock.jump(-60 * 60_000);
  clock.advance(60_000);
  sightings.note(site, 'tienda.example', { as: 'loaded' });
  expect(saved).toHaveLength(1);
});

test('made-up hosts are not kept without end', async () => {
  const { saved, sightings } = watched();
  for (let i = 0; i < 1_000; i++) sightings.note(site, `${i}.example`, { as: 'loaded' });
  await sightings.settle(site);
  expect(saved.flat()).toHaveLength(20);
});

test.each([
  ['https://www.tienda.example', undefined, 'www.tienda.example'],
  ['null', 'https://Tienda.example:8443/cesta?x=1', 'tienda.example:8443'],
  [undefined, 'https://tienda.example/', 'tienda.example'],
  [undefined, 'javascript:alert(1)', ''],
  [undefined, 'not an address', ''],
  [undefined, undefined, ''],
])('the host of origin %s and referrer %s', (origin, referer, host) => {
  expect(pageHost(origin, referer)).toBe(host);
});
