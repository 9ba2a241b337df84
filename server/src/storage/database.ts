import type { NewEvent } from '../domain/decision.ts';
import type { EventRow } from '../domain/rows.ts';
import type { Schema } from './schema/define.ts';
import type { SqliteDb } from './sqlite/drizzle.ts';

/** Neutral between the dialects: only builders that are awaited, none that names how the rows come back. */
export type Db = Pick<
  SqliteDb,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count' | '$with' | 'with'
>;

/** What queries stand on; one for each dialect. */
export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  readonly schema: Schema;
  /** For reading outside a transaction. */
  readonly db: Db;
  /** One transaction: what it changes and what it records about it are stored together. */
  change<T>(job: (change: Change) => Promise<T>): Promise<T>;
  /** The hot path's own transaction: prepared statements, values by place. */
  runBatch<T>(job: (run: RunStatement) => Promise<T>): Promise<T>;
  /** Gives these rows their `position` where the transaction itself could not; nobody may hear of them before. */
  place(rows: PlacedRows): Promise<void>;
  commits(): number;
  close(): Promise<void>;
}

export interface Change {
  tx: Db;
  /** `version` is the subject's after this change (DL9). */
  record(events: readonly NewEvent[], version: number): Promise<void>;
}

/** Rows as arrays of values. Parameters are `$1`, `$2` … in both dialects. */
export type RunStatement = (text: string, params: readonly unknown[]) => Promise<readonly unknown[][]>;

export interface PlacedRows {
  entries: readonly { id: string; position: number }[];
  events: readonly { id: string; position: number }[];
}

/** An event as it is stored, not yet placed. */
export function eventRow(event: NewEvent, version: number): EventRow {
  return { ...event, before: event.before ?? {}, after: event.after ?? {}, version, position: 0 };
}
