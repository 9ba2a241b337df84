import { chmod, open } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageError } from '../storage-error.ts';
import { openConnection } from './connection.ts';

/** The data folder belongs to one process: it holds a lock file of its own until it closes it or dies. */
export interface FolderLock {
  release(): Promise<void>;
}

/** Throws `in_use` when another process, or another store of this one, has the folder. */
export async function lockFolder(dataFolder: string): Promise<FolderLock> {
  const file = join(dataFolder, 'ventanilla.lock');
  await makePrivateFile(file);
  const connection = await openConnection(file, 'readwrite', 0);
  try {
    await connection.run('BEGIN EXCLUSIVE');
  } catch (error) {
    await connection.close();
    if (!(error instanceof StorageError && error.failure === 'busy')) throw error;
    const sentence = `Another Ventanilla process is using the data folder ${dataFolder}. Stop that one, or give this one a folder of its own (VENTANILLA_DATA).`;
    throw new StorageError('in_use', sentence, error);
  }
  return { release: () => connection.close() };
}

/**
 * Makes an empty file only its owner can read, or narrows an existing one. It never opens an existing file: closing a
 * descriptor would drop the locks that SQLite holds on it in this process.
 */
export async function makePrivateFile(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', 0o600)).close();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  await chmod(file, 0o600);
}
