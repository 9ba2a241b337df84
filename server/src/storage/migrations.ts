import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageError } from './storage-error.ts';

/** One generated file of `migrations/<dialect>`. */
export interface Migration {
  name: string;
  hash: string;
  statements: readonly string[];
}

/** In the order in which they are applied. */
export async function readMigrations(dialect: 'sqlite' | 'postgres'): Promise<Migration[]> {
  const folder = join(import.meta.dirname, 'migrations', dialect);
  const journal: unknown = JSON.parse(await readFile(join(folder, 'meta', '_journal.json'), 'utf8'));
  return Promise.all(
    namesIn(journal).map(async (name) => {
      const text = await readFile(join(folder, `${name}.sql`), 'utf8');
      const statements = text.split('--> statement-breakpoint').filter((statement) => statement.trim() !== '');
      return { name, hash: createHash('sha256').update(text).digest('hex'), statements };
    }),
  );
}

/** What is still to be applied. Throws when the database knows more, or something else, than this version does. */
export function pendingMigrations(
  migrations: readonly Migration[],
  applied: readonly Record<string, unknown>[],
): readonly Migration[] {
  for (const row of applied) {
    const known = migrations.find((migration) => migration.name === row['name']);
    if (!known) {
      throw new StorageError(
        'foreign_file',
        `The database was made by a newer version of Ventanilla (${row['name']}).`,
      );
    }
    if (known.hash !== row['hash']) throw new StorageError('foreign_file', `Migration ${known.name} has changed.`);
  }
  const names = new Set(applied.map((row) => row['name']));
  return migrations.filter((migration) => !names.has(migration.name));
}

function namesIn(journal: unknown): string[] {
  const entries = journal !== null && typeof journal === 'object' && 'entries' in journal ? journal.entries : [];
  if (!Array.isArray(entries)) return [];
  return entries.map((entry: unknown) =>
    entry !== null && typeof entry === 'object' && 'tag' in entry ? String(entry.tag) : '',
  );
}
