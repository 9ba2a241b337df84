import type pg from 'pg';
import { StorageError } from '../storage-error.ts';

/** DL3. Acknowledged means on disk: throws `foreign_file` where the server, the database or the role says otherwise. */
export async function requireDurableCommits(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ synchronous_commit: string }>('SHOW synchronous_commit');
  if (rows[0]?.synchronous_commit !== 'off') return;
  throw new StorageError(
    'foreign_file',
    'PostgreSQL acknowledges what is not on disk yet (synchronous_commit = off). Set it to on for this database and this role, then start again.',
  );
}
