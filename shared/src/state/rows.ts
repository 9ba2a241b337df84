/** A thing that changes (TK8). In a conversation every entry moves `lastSeq`, every other change `version`. */
export interface Versioned {
  id: string;
  version: number;
  lastSeq?: number;
}

/** Both only go forward, and never against each other: so the pair says which of two states is the later one. */
export function isNewer(one: Versioned, other: Versioned): boolean {
  return one.version > other.version || (one.version === other.version && (one.lastSeq ?? 0) > (other.lastSeq ?? 0));
}

interface Known<R> {
  row: R;
  /** Of the news it comes from (DL9). */
  position: number;
}

/** The latest that is known of each thing in our scope. */
export interface Rows<R extends Versioned> {
  known: ReadonlyMap<R['id'], Known<R>>;
  /** Whatever happened up to here is in; so news from before it of a thing that is not here are news of what has left. */
  position: number;
}

export const noRows: Rows<never> = { known: new Map<never, never>(), position: 0 };

export function rowsOf<R extends Versioned>({ known }: Rows<R>): R[] {
  return [...known.values()].map(({ row }) => row);
}

export function rowOf<R extends Versioned>({ known }: Rows<R>, id: R['id']): R | null {
  return known.get(id)?.row ?? null;
}

/** Of whatever we have heard of: a server that is not as far has lost it. */
export function furthestPosition({ known, position }: Rows<Versioned>): number {
  return Math.max(position, ...[...known.values()].map((one) => one.position));
}

/** Idempotent and monotone: what is not newer than what we have changes nothing. A command's answer has no position. */
export function putRow<R extends Versioned>(rows: Rows<R>, row: R, position = 0): Rows<R> {
  const before = rows.known.get(row.id);
  if (!before && position < rows.position) return rows;
  if (before && !isLater(row, position, before.row, before.position)) return rows;
  const known = new Map(rows.known);
  return { ...rows, known: known.set(row.id, { row, position: Math.max(position, before?.position ?? 0) }) };
}

export function putRows<R extends Versioned>(rows: Rows<R>, changed: readonly R[], position: number): Rows<R> {
  return changed.reduce((before, row) => putRow(before, row, position), rows);
}

/** Whatever has changed since our position or an earlier one: with it we are as far as `position` ourselves. */
export function addChanges<R extends Versioned>(rows: Rows<R>, changed: readonly R[], position: number): Rows<R> {
  return { ...putRows(rows, changed, position), position: Math.max(rows.position, position) };
}

/**
 * A snapshot replaces everything that is not younger than it: news may overtake it on the way, and so may a later one. What is
 * not in it has left our scope.
 */
export function replaceRows<R extends Versioned>(rows: Rows<R>, snapshot: readonly R[], position: number): Rows<R> {
  if (position < rows.position) return putRows(rows, snapshot, position);
  const known = new Map<R['id'], Known<R>>(snapshot.map((row) => [row.id, { row, position }]));
  for (const [id, before] of rows.known) {
    const row = known.get(id)?.row;
    if (before.position > position || (row && isNewer(before.row, row))) known.set(id, before);
  }
  return { known, position };
}

/** What else is shown of a row, such as its person's name, has no version: there the later news count. */
function isLater(row: Versioned, position: number, known: Versioned, knownPosition: number): boolean {
  return isNewer(row, known) || (!isNewer(known, row) && position > knownPosition);
}
