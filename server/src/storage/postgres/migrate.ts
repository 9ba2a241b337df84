import type pg from 'pg';
import { type Migration, pendingMigrations } from '../migrations.ts';
import { locks } from './locks.ts';

/** Brings the schema up to date in one transaction; of several processes that start at once, one does it. */
export async function migratePostgres(pool: pg.Pool, migrations: readonly Migration[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // An upgrade of a large table takes its time.
    await client.query('SET LOCAL statement_timeout = 0');
    await client.query('SELECT pg_advisory_xact_lock($1)', [locks.migrate]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY NOT NULL, hash text NOT NULL)',
    );
    const { rows: applied } = await client.query('SELECT name, hash FROM schema_migrations');
    for (const migration of pendingMigrations(migrations, applied)) {
      for (const statement of migration.statements) await client.query(statement);
      await client.query('INSERT INTO schema_migrations (name, hash) VALUES ($1, $2)', [
        migration.name,
        migration.hash,
      ]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
