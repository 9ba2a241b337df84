/** The only row of a query that can find one at most; null when it found none. */
export function first<Row>(rows: readonly Row[]): Row | null {
  return rows[0] ?? null;
}
