import type { SiteSighting } from '@ventanilla/shared/entities/site';

/** What stands between a tag and the people on its pages, as far as anybody has told us. */
export type SightingState = 'live' | 'loaded' | 'blocked' | 'foreign' | 'gone';

const goneMs = 7 * 24 * 60 * 60 * 1000;

/** `loaded`: the loader came, and nobody has opened the window since. */
export function stateOf(sighting: SiteSighting, origins: readonly string[], nowMs: number): SightingState {
  const { host, loadedAt, reachedAt, blockedAt } = sighting;
  const lastAt = Math.max(loadedAt, reachedAt, blockedAt);
  if (nowMs - lastAt > goneMs) return 'gone';
  if (blockedAt > reachedAt) return 'blocked';
  if (host !== '' && origins.every((origin) => URL.parse(origin)?.host !== host)) return 'foreign';
  return reachedAt > 0 ? 'live' : 'loaded';
}

export function lastSeenAt({ loadedAt, reachedAt, blockedAt }: SiteSighting): number {
  return Math.max(loadedAt, reachedAt, blockedAt);
}

/** The one that says most about whether the tag works: trouble first, else the latest. */
export function telling(
  sightings: readonly SiteSighting[],
  origins: readonly string[],
  nowMs: number,
): SiteSighting | null {
  const rank: Record<SightingState, number> = { blocked: 0, live: 1, loaded: 2, foreign: 3, gone: 4 };
  const order = (one: SiteSighting) => rank[stateOf(one, origins, nowMs)];
  return [...sightings].sort((a, b) => order(a) - order(b) || lastSeenAt(b) - lastSeenAt(a))[0] ?? null;
}
