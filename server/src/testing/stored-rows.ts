import { join } from 'node:path';
import { openConnection, type SqlRow } from '../storage/sqlite/connection.ts';
import { databaseFile } from '../storage/sqlite/open.ts';
import type { RunningApp } from './running-app.ts';

export type Tables = Record<string, SqlRow[]>;

/** What is on the disk, read past the product by a connection of its own. */
export interface StoredRows {
  /** Another number whenever anything was written since it was last asked. */
  version(): Promise<number>;
  all(): Promise<Tables>;
  close(): Promise<void>;
}

export async function openStoredRows(app: RunningApp): Promise<StoredRows> {
  const connection = await openConnection(join(app.deps.config.dataFolder, databaseFile), 'readonly', 5_000);
  const names = await connection.all(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  return {
    async version() {
      const [row] = await connection.all('PRAGMA data_version');
      return Number(row?.data_version);
    },
    async all() {
      const tables: Tables = {};
      for (const { name } of names) tables[String(name)] = await connection.all(`SELECT * FROM "${name}"`);
      return tables;
    },
    close: () => connection.close(),
  };
}

/** Rows that are new or not as they were, by table. */
export function changedRows(before: Tables, after: Tables): Tables {
  const changed: Tables = {};
  for (const [name, rows] of Object.entries(after)) {
    const known = new Set((before[name] ?? []).map((row) => JSON.stringify(row)));
    const fresh = rows.filter((row) => !known.has(JSON.stringify(row)));
    if (fresh.length > 0) changed[name] = fresh;
  }
  return changed;
}
