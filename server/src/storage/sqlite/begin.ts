import { setTimeout as pause } from 'node:timers/promises';
import { StorageError } from '../storage-error.ts';
import type { Connection } from './connection.ts';

const pauseMs = 50;
/** What SQLite itself waits at each attempt of the writer. */
export const writerBusyTimeoutMs = 50;
/** How long another program may keep the database locked before it is said that nothing can be stored. */
const longestPatienceMs = 30_000;

/** BEGIN IMMEDIATE, tried again while another program holds the database: what waits is late, not lost. Then throws `busy`. */
export async function beginImmediate(connection: Connection, patienceMs = longestPatienceMs): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += pauseMs + writerBusyTimeoutMs) {
    try {
      await connection.run('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!(error instanceof StorageError && error.failure === 'busy')) throw error;
      if (waitedMs >= patienceMs) {
        const seconds = Math.round(patienceMs / 1000);
        throw new StorageError('busy', `Another program has kept the database locked for ${seconds} s.`, error);
      }
      await pause(pauseMs);
    }
  }
}
