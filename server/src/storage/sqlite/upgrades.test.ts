import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Migration, readMigrations } from '../migrations.ts';
import { type Connection, openConnection, type SqlRow } from './connection.ts';
import { killedInUpgrade } from './killed-upgrade-for-tests.ts';
import { databaseFile, openSqlite } from './open.ts';

const migrations = await readMigrations('sqlite');
type Rows = Record<string, SqlRow[]>;

test('an upgrade from any earlier schema that is killed has not happened, and the next start brings everything along', {
  timeout: 60_000,
}, async () => {
  expect(migrations.length).toBeGreaterThanOrEqual(9);
  await Promise.all(migrations.slice(1).map((_, index) => upgradeFrom(index + 1)));
});

/** From the schema that so many migrations make, with rows in every table. */
async function upgradeFrom(version: number): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'ventanilla-upgrade-'));
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
  const file = join(dataFolder, databaseFile);
  const earlier = await openSqlite({ dataFolder, migrations: migrations.slice(0, version) });
  await earlier.writer.write(fill);
  await earlier.close();
  const before = await rowsIn(file);
  expect(Object.keys(before).length).toBeGreaterThanOrEqual(17);
  const { schema_migrations: migrated, ...kept } = before;
  expect(migrated).toHaveLength(version);
  for (const [table, rows] of Object.entries(kept)) expect(rows, table).toHaveLength(2);

  const steps = migrations.slice(version).flatMap(({ statements }: Migration) => statements).length;
  for (const step of new Set([1, Math.ceil(steps / 2), steps])) {
    expect(await killedInUpgrade(file, migrations, step), `from ${version}, step ${step}`).toBe('SIGKILL');
    expect(await rowsIn(file), `from ${version}, step ${step}`).toEqual(before);
  }

  const upgraded = await openSqlite({ dataFolder, migrations });
  await upgraded.close();
  const { schema_migrations: applied, ...after } = await rowsIn(file);
  expect(applied?.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
  expect(after, `from ${version}`).toMatchObject(kept);
}

/** Two rows for every table. What refers to another row has the same value as its id, so that everything refers to something. */
async function fill(connection: Connection): Promise<void> {
  await connection.run('PRAGMA defer_foreign_keys = ON');
  for (const table of await tablesOf(connection)) {
    if (table === 'schema_migrations') continue;
    const columns = await connection.all(`PRAGMA table_info("${table}")`);
    const names = columns.map(({ name }) => `"${name}"`).join();
    for (const n of [1, 2]) {
      const values = columns.map(({ name, type }) => special[String(name)] ?? (type === 'integer' ? n : `of ${n}`));
      await connection.run(`INSERT INTO "${table}" (${names}) VALUES (${values.map(() => '?').join()})`, values);
    }
  }
}

/** What the schema does not take otherwise: a conversation that has ended waits for nothing. */
const special: Record<string, string | number> = { state: 'ended', deadline_at: 0, deadline_reason: '' };

async function rowsIn(file: string): Promise<Rows> {
  const connection = await openConnection(file, 'readonly', 1_000);
  try {
    const rows: Rows = {};
    for (const table of await tablesOf(connection)) {
      rows[table] = await connection.all(`SELECT * FROM "${table}" ORDER BY rowid`);
    }
    return rows;
  } finally {
    await connection.close();
  }
}

async function tablesOf(connection: Connection): Promise<string[]> {
  const tables = await connection.all(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
  );
  return tables.map(({ name }) => String(name));
}
