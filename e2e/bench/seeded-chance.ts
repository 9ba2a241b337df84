/** A whole number from 0 up to, not including, `below`. */
export type Chance = (below: number) => number;

/** The same numbers at every run: a linear congruential generator with the constants of "Numerical Recipes". */
export function seededChance(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return below > 0 ? (state >>> 8) % below : 0;
  };
}
