/** One conversation that somebody took: when, and how long it had waited. Both ms. */
export interface PickUp {
  at: number;
  waitedMs: number;
}

/** Fewer than this, and nothing honest can be said. */
const enough = 3;

/** The median of what people waited lately, ms; 0 while too few did to say. */
export function typicalWaitMs(pickUps: readonly PickUp[]): number {
  if (pickUps.length < enough) return 0;
  const waits = pickUps.map((pickUp) => pickUp.waitedMs).sort((a, b) => a - b);
  return waits[Math.floor(waits.length / 2)] ?? 0;
}

/**
 * When somebody at this place (1 = next) may expect to be taken, ms from now: the pace at which people were taken lately,
 * times the place. `pickUps` oldest first; 0 while too few were taken to know the pace.
 */
export function expectedWaitMs(place: number, pickUps: readonly PickUp[]): number {
  const [first] = pickUps;
  const last = pickUps.at(-1);
  if (pickUps.length < enough || !first || !last) return 0;
  // Somebody may have set the clock back in between.
  return Math.max(0, Math.round(((last.at - first.at) / (pickUps.length - 1)) * place));
}
