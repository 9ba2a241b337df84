import { Column, is, SQL, sql } from 'drizzle-orm';
import type { SelectedFieldsOrdered } from 'drizzle-orm/sqlite-core';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core/dialect';
import * as drizzleUtils from 'drizzle-orm/utils';

/*
 * What drizzle-orm 0.45 has at run time and leaves out of its types. Every use of it is here; the driver's tests fail when
 * a new version moves it.
 */

export type RowMapper = (
  fields: SelectedFieldsOrdered,
  row: readonly unknown[],
  isNullable: Record<string, boolean> | undefined,
) => Record<string, unknown>;

type BuildSelection = (fields: SelectedFieldsOrdered, options?: { isSingleTable?: boolean }) => SQL;

/** Turns one row of values into the shape that a builder promised. */
export const mapRow: RowMapper = internals(drizzleUtils, 'mapResultRow');

/** The sqlite3 package returns rows as objects, so every column of a result needs a name of its own. */
export class UniqueNamesDialect extends SQLiteAsyncDialect {}

const buildSelection: BuildSelection = internals(SQLiteAsyncDialect.prototype, 'buildSelection');

Object.defineProperty(UniqueNamesDialect.prototype, 'buildSelection', {
  value(this: SQLiteAsyncDialect, fields: SelectedFieldsOrdered, options?: { isSingleTable?: boolean }) {
    return buildSelection.call(this, uniquelyNamed(fields), options);
  },
});

function uniquelyNamed(fields: SelectedFieldsOrdered): SelectedFieldsOrdered {
  const taken = new Set<string>();
  return fields.map((selected, index) => {
    const { field } = selected;
    const name = is(field, Column) ? field.name : is(field, SQL.Aliased) ? field.fieldAlias : undefined;
    if (name !== undefined && !taken.has(name)) {
      taken.add(name);
      return selected;
    }
    const value = is(field, SQL.Aliased) ? field.sql : is(field, SQL) ? field : sql`${field}`;
    return { ...selected, field: value.as(`_c${index}`) };
  });
}

/** Throws at start when drizzle-orm no longer has it; that it has the wanted type is what the driver's tests show. */
function internals<T>(holder: object, name: string): T {
  const found: unknown = Reflect.get(holder, name);
  if (typeof found !== 'function') throw new Error(`drizzle-orm has no ${name} any more.`);
  return found as T;
}
