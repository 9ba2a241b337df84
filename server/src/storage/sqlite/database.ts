import { eq, sql } from 'drizzle-orm';
import { type Change, type Database, eventRow } from '../database.ts';
import { schema } from '../schema/sqlite.ts';
import { sqliteDrizzle } from './drizzle.ts';
import { openSqlite, type SqliteOptions } from './open.ts';

const { counters, events } = schema;

export async function openSqliteDatabase(options: SqliteOptions): Promise<Database> {
  const sqlite = await openSqlite(options);
  const db = sqliteDrizzle(sqlite);
  return {
    dialect: 'sqlite',
    schema,
    db,
    change: (job) => db.transaction((tx) => job({ tx, record: (rows, version) => record(tx, rows, version) })),
    runBatch: (job) =>
      sqlite.writer.write((connection) =>
        job(async (text, params) => (await connection.all(text, params)).map((row) => Object.values(row))),
      ),
    // Its one writer places every row in the transaction that stores it.
    place: async () => undefined,
    commits: () => sqlite.writer.commits(),
    close: () => sqlite.close(),
  };
}

const record = async (tx: Change['tx'], rows: Parameters<Change['record']>[0], version: number): Promise<void> => {
  if (rows.length === 0) return;
  const [counter] = await tx
    .update(counters)
    .set({ value: sql`${counters.value} + ${rows.length}` })
    .where(eq(counters.name, 'position'))
    .returning();
  const before = (counter?.value ?? 0) - rows.length;
  const placed = rows.map((event, index) => ({ ...eventRow(event, version), position: before + index + 1 }));
  await tx.insert(events).values(placed);
};
