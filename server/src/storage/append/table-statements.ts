import { type Column, getTableColumns, getTableName, type Table } from 'drizzle-orm';

/*
 * Statements over many rows at once, written from the schema: the rows travel as one JSON array of arrays, so the text,
 * and with it the prepared statement, is the same for one row and for five hundred.
 */

export type Dialect = 'sqlite' | 'postgres';
/** Each set of columns is a prepared statement of its own; beyond this many, all columns are written. */
const updateVariants = 100;

type ColumnName<T extends Table> = keyof T['$inferSelect'] & string;

/** The rows of parameter `$n`; a row's values are `r.value ->> 0`, `->> 1` … */
export function rowsOf(dialect: Dialect, n: number): string {
  return dialect === 'sqlite' ? `json_each($${n}) AS r` : `json_array_elements($${n}::json) AS r(value)`;
}

export interface TableStatements<T extends Table> {
  /** Every column, for `select` and for `returning`. */
  columns: string;
  insert: string;
  /** Sets these columns by `id`; the values come in the order `id`, then the `names` it returns: all if need be. */
  update(changed: readonly ColumnName<T>[]): { text: string; names: readonly ColumnName<T>[] };
  values(row: T['$inferSelect'], names?: readonly ColumnName<T>[]): unknown[];
  /** From the values of `columns`. */
  row(values: readonly unknown[]): T['$inferSelect'];
}

export function statementsFor<T extends Table>(table: T, dialect: Dialect): TableStatements<T> {
  const columns: Record<string, Column> = getTableColumns(table);
  const names = Object.keys(columns) as ColumnName<T>[];
  const column = (name: string) => columns[name] as Column;
  const quoted = (name: string) => `"${column(name).name}"`;
  const value = (name: string, index: number) => {
    const type = column(name).dataType;
    const text = `r.value ->> ${index}`;
    return type === 'number' ? `CAST(${text} AS bigint)` : type === 'boolean' ? `CAST(${text} AS boolean)` : text;
  };
  const tableName = `"${getTableName(table)}"`;
  const updates = new Map<string, string>();

  return {
    columns: names.map((name, index) => `${tableName}.${quoted(name)} AS c${index}`).join(', '),
    insert: `INSERT INTO ${tableName} (${names.map(quoted).join(', ')}) SELECT ${names.map(value).join(', ')} FROM ${rowsOf(dialect, 1)} WHERE true`,
    update(changed) {
      const wanted = updates.size < updateVariants || updates.has(changed.join()) ? changed : names.slice(1);
      const key = wanted.join();
      const sets = wanted.map((name, index) => `${quoted(name)} = ${value(name, index + 1)}`).join(', ');
      const text =
        updates.get(key) ??
        `UPDATE ${tableName} SET ${sets} FROM ${rowsOf(dialect, 1)} WHERE ${tableName}.id = r.value ->> 0`;
      updates.set(key, text);
      return { text, names: wanted };
    },
    values: (row, wanted = names) => wanted.map((name) => column(name).mapToDriverValue(Reflect.get(row, name))),
    row(values) {
      const row = names.map((name, index) => [name, column(name).mapFromDriverValue(values[index])]);
      return Object.fromEntries(row) as T['$inferSelect'];
    },
  };
}
