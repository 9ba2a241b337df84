import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

/*
 * The column types that both dialects share. Text sorts by code point, integers hold 53 bits, JSON is text (jsonb
 * reorders keys), and nothing is ever null.
 */

export const sqliteKit = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  check: sqlite.check,
  text: <N extends string>(name: N) => sqlite.text(name).notNull(),
  /** For tables of better-auth, which knows null. */
  nullableText: <N extends string>(name: N) => sqlite.text(name),
  integer: <N extends string>(name: N) => sqlite.integer(name).notNull(),
  boolean: <N extends string>(name: N) => sqlite.integer(name, { mode: 'boolean' }).notNull(),
  json: <T>(name: string) => sqliteJson(name).notNull().$type<T>(),
  /** An instant that better-auth holds as a `Date`; stored as ms UTC like every other. */
  date: <N extends string>(name: N) => sqliteDate(name),
};
export type Kit = typeof sqliteKit;

const json = {
  toDriver: (value: unknown) => JSON.stringify(value),
  fromDriver: (text: unknown): unknown => JSON.parse(String(text)),
};
const date = { toDriver: (value: Date) => value.getTime(), fromDriver: (ms: unknown) => new Date(Number(ms)) };

const sqliteJson = sqlite.customType<{ data: unknown; driverData: unknown }>({ dataType: () => 'text', ...json });
const sqliteDate = sqlite.customType<{ data: Date; driverData: unknown }>({ dataType: () => 'integer', ...date });

/** COLLATE "C": the same order as SQLite's, whatever the server's language. */
const pgText = pg.customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });
const pgJson = pg.customType<{ data: unknown; driverData: unknown }>({ dataType: () => 'text', ...json });
const pgDate = pg.customType<{ data: Date; driverData: unknown }>({ dataType: () => 'bigint', ...date });

export const postgresKit = asKit({
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  check: pg.check,
  text: (name: string) => pgText(name).notNull(),
  nullableText: (name: string) => pgText(name),
  integer: (name: string) => pg.bigint(name, { mode: 'number' }).notNull(),
  boolean: (name: string) => pg.boolean(name).notNull(),
  json: (name: string) => pgJson(name).notNull(),
  date: (name: string) => pgDate(name),
});

/** The columns differ only in what they write into SQL; the contract suite shows that they hold the same values. */
function asKit(kit: { [name in keyof Kit]: unknown }): Kit {
  return kit as Kit;
}
