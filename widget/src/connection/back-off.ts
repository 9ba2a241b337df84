/** How long to wait before try number `failures` + 1, ms: all of it is jitter, so that a restart meets no wave of clients. */
export function backOffMs(failures: number, chance: number): number {
  return chance * Math.min(5_000, 500 * 2 ** failures);
}
