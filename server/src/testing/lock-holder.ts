import { openConnection } from '../storage/sqlite/connection.ts';

/** Another program that locks the database (its first argument) until it is ended, as a backup or somebody's shell might. */
const connection = await openConnection(process.argv[2] ?? '', 'readwrite', 5_000);
await connection.run('BEGIN EXCLUSIVE');
process.stdout.write('locked\n');
process.on('SIGTERM', async () => {
  await connection.run('ROLLBACK');
  await connection.close();
  process.exit(0);
});
setInterval(() => {}, 60_000);
