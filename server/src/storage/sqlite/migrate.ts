import { type Migration, pendingMigrations } from '../migrations.ts';
import { StorageError } from '../storage-error.ts';
import { beginImmediate } from './begin.ts';
import type { Connection } from './connection.ts';

/**
 * Brings the schema up to date in one transaction. Foreign keys are off from before BEGIN, where alone the pragma has an
 * effect: with them on, dropping a table that is being rebuilt deletes what refers to it. They are checked before COMMIT.
 */
export async function migrateSqlite(
  connection: Connection,
  migrations: readonly Migration[],
  patienceMs?: number,
): Promise<void> {
  await connection.run('PRAGMA foreign_keys = OFF');
  await beginImmediate(connection, patienceMs);
  try {
    await connection.exec(
      'CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY NOT NULL, hash text NOT NULL)',
    );
    const applied = await connection.all('SELECT name, hash FROM schema_migrations');
    for (const migration of pendingMigrations(migrations, applied)) {
      for (const statement of migration.statements) await connection.exec(statement);
      await connection.run('INSERT INTO schema_migrations (name, hash) VALUES (?, ?)', [
        migration.name,
        migration.hash,
      ]);
    }
    const [broken] = await connection.all('PRAGMA foreign_key_check');
    if (broken)
      throw new StorageError('constraint', `After the upgrade a row of ${broken['table']} refers to nothing.`);
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
  await connection.run('PRAGMA foreign_keys = ON');
}
