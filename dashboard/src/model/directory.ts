/** People, sites and tickets alike: rows by id that only move forward. */
export type Directory<Row extends Versioned> = ReadonlyMap<string, Row>;

interface Versioned {
  id: string;
  version: number;
}

export function directoryOf<Row extends Versioned>(rows: readonly Row[]): Directory<Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** TK8. An older version than ours changes nothing; the same version may carry what is not versioned, like presence. */
export function changeRow<Row extends Versioned>(directory: Directory<Row>, row: Row): Directory<Row> {
  const known = directory.get(row.id);
  return known && known.version > row.version ? directory : new Map(directory).set(row.id, row);
}

export function removeRow<Row extends Versioned>(directory: Directory<Row>, id: string): Directory<Row> {
  if (!directory.has(id)) return directory;
  const rows = new Map(directory);
  rows.delete(id);
  return rows;
}
