import { explainFailure } from '../explain-failure.ts';
import { serve } from '../serve.ts';
import type { Connection } from '../storage/sqlite/connection.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { Fault } from './fault.ts';

/**
 * The product as `main.ts` starts it, with a fault that waits for SIGUSR2: this process dies at a step between the packet
 * and the answer, or its disk breaks. Its first argument is the fault as JSON.
 */
const fault: Fault = JSON.parse(process.argv[2] ?? '{}');
let isArmed = false;

function probe(label: string): void {
  if (isArmed && 'dieAt' in fault && fault.dieAt === label) process.kill(process.pid, 'SIGKILL');
}

function wrapConnection(connection: Connection): Connection {
  return {
    ...connection,
    async run(sql, params) {
      if (!isArmed || sql !== 'COMMIT' || !('failedFsync' in fault)) return connection.run(sql, params);
      if (fault.failedFsync === 'everything written') await connection.run(sql, params);
      throw new StorageError('io', 'SQLITE_IOERR_FSYNC: disk I/O error');
    },
  };
}

process.on('SIGUSR2', () => {
  isArmed = true;
  process.stdout.write('armed\n');
});
serve({ probe, storage: { probe, wrapConnection } }).catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
});
