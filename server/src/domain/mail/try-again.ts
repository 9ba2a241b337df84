const firstMs = 60_000;
const longestMs = 6 * 60 * 60_000;
const patienceMs = 3 * 24 * 60 * 60_000;

/**
 * When a mail that could not be handed over is tried again: after 1, 4, 16 … minutes, at most 6 hours, for three days.
 * 0: no more. `attempts`: those made so far. Instants in ms UTC.
 */
export function nextAttemptAt({ attempts, createdAt }: { attempts: number; createdAt: number }, now: number): number {
  if (now - createdAt > patienceMs) return 0;
  return now + Math.min(longestMs, firstMs * 4 ** Math.max(0, attempts - 1));
}
