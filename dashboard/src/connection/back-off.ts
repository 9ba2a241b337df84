const firstMs = 500;
const longestMs = 5_000;

/** How long to wait before attempt `n` (0, 1, 2 …), ms: any time up to a limit that doubles, so that a crowd spreads out. */
export function backOffMs(attempt: number, chance: number): number {
  return chance * Math.min(longestMs, firstMs * 2 ** attempt);
}
