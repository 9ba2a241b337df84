/** Of several measurements of the same. */
export interface Spread {
  min: number;
  median: number;
  max: number;
}

/** One figure of the page: without us, with us, and how much two visits of the page without us differ. */
export interface Compared {
  without: Spread;
  with: Spread;
  /** With − without, and the second − the first without; of each round. */
  more: Spread;
  moreBetweenEqual: Spread;
  /** With ÷ without, and the second ÷ the first without; of rounds where neither is 0. */
  ratio: Spread | null;
  ratioBetweenEqual: Spread | null;
}

/** One round is A B B A: the same figure of four visits, in this order. */
export type Round = readonly [a: number, b: number, b2: number, a2: number];

export function spreadOf(values: readonly number[], digits = 1): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const at = (index: number) => sorted[index] ?? 0;
  const round = (value: number) => Number(value.toFixed(digits));
  return {
    min: round(at(0)),
    median: round((at(Math.floor(middle)) + at(Math.ceil(middle))) / 2),
    max: round(at(sorted.length - 1)),
  };
}

export function compare(rounds: readonly Round[], digits = 1): Compared {
  const ratio = (pairs: [over: number, under: number][]) => {
    const known = pairs.filter(([over, under]) => over > 0 && under > 0);
    return known.length > 0
      ? spreadOf(
          known.map(([over, under]) => over / under),
          2,
        )
      : null;
  };
  return {
    without: spreadOf(
      rounds.flatMap(([a, , , a2]) => [a, a2]),
      digits,
    ),
    with: spreadOf(
      rounds.flatMap(([, b, b2]) => [b, b2]),
      digits,
    ),
    more: spreadOf(
      rounds.map(([a, b, b2, a2]) => (b + b2 - a - a2) / 2),
      digits,
    ),
    moreBetweenEqual: spreadOf(
      rounds.map(([a, , , a2]) => a2 - a),
      digits,
    ),
    ratio: ratio(rounds.map(([a, b, b2, a2]) => [b + b2, a + a2])),
    ratioBetweenEqual: ratio(rounds.map(([a, , , a2]) => [a2, a])),
  };
}
