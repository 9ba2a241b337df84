import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readMigrations } from '../migrations.ts';
import { type Connection, openConnection } from './connection.ts';
import { databaseFile, openSqlite, type SqliteOptions } from './open.ts';

let dataFolder: string;
const opened: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  dataFolder = join(await mkdtemp(join(tmpdir(), 'ventanilla-sqlite-')), 'data');
});

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await rm(join(dataFolder, '..'), { recursive: true, force: true });
});

async function open(options: Partial<SqliteOptions> = {}) {
  let writer: Connection | undefined;
  const database = await openSqlite({
    dataFolder,
    migrations: await readMigrations('sqlite'),
    ...options,
    wrapConnection(connection, role) {
      if (role === 'writer') writer = connection;
      return connection;
    },
  });
  opened.push(database);
  return { database, pragma: async (name: string) => (await writer!.all(`PRAGMA ${name}`))[0]?.[name] };
}

test('a new file and the second open of the same file have every setting', async () => {
  for (const _ of ['first', 'second']) {
    const { database, pragma } = await open();
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('secure_delete')).toBe(1);
    expect(await pragma('auto_vacuum')).toBe(2);
    expect(await pragma('application_id')).toBe(0x56454e54);
    expect(await pragma('journal_size_limit')).toBe(64 * 1024 * 1024);
    await database.close();
  }
});

test('only the owner can read what is in the data folder', async () => {
  await open();
  expect((await stat(dataFolder)).mode & 0o777).toBe(0o700);
  for (const suffix of ['', '-wal', '-shm']) {
    expect((await stat(join(dataFolder, databaseFile + suffix))).mode & 0o777).toBe(0o600);
  }
  expect((await stat(join(dataFolder, 'ventanilla.lock'))).mode & 0o777).toBe(0o600);
});

test("another program's database is refused and left as it was", async () => {
  await mkdir(dataFolder);
  const file = join(dataFolder, databaseFile);
  const other = await openConnection(file, 'readwrite', 0);
  await other.exec('CREATE TABLE mine (id)');
  await other.close();
  await expect(open()).rejects.toMatchObject({ failure: 'foreign_file', message: expect.stringContaining(file) });
  await expect(open()).rejects.toMatchObject({ failure: 'foreign_file' });
});

test('a file that is no database is refused', async () => {
  await mkdir(dataFolder);
  await writeFile(join(dataFolder, databaseFile), 'these are not the rows you are looking for'.repeat(100));
  await expect(open()).rejects.toMatchObject({ failure: 'foreign_file' });
});

test('a database of a newer version is refused', async () => {
  const { database } = await open();
  await database.writer.write((c) => c.run("INSERT INTO schema_migrations (name, hash) VALUES ('9999_later', 'x')"));
  await database.close();
  await expect(open()).rejects.toMatchObject({
    failure: 'foreign_file',
    message: expect.stringContaining('9999_later'),
  });
});

test('a second store on the same folder is refused in this process, and in another until it is killed', async () => {
  const { database } = await open();
  await expect(open()).rejects.toMatchObject({ failure: 'in_use', message: expect.stringContaining(dataFolder) });
  await database.close();

  const other = await holdInAnotherProcess();
  await expect(open()).rejects.toMatchObject({ failure: 'in_use' });
  other.kill('SIGKILL');
  await once(other, 'exit');
  await expect(open()).resolves.toBeDefined();
});

test('an open that meets the lock of another program waits for its end', async () => {
  await (await open()).database.close();
  const holder = spawn(process.execPath, [
    join(import.meta.dirname, '../../testing/lock-holder.ts'),
    join(dataFolder, databaseFile),
  ]);
  await once(createInterface({ input: holder.stdout }), 'line');
  let refusals = 0;
  const database = await openSqlite({
    dataFolder,
    migrations: await readMigrations('sqlite'),
    wrapConnection: (connection) => ({
      ...connection,
      run: (sql, params) =>
        connection.run(sql, params).catch((error: unknown) => {
          refusals += 1;
          holder.kill('SIGTERM');
          throw error;
        }),
    }),
  });
  opened.push(database);
  expect(refusals).toBeGreaterThan(0);
  await database.writer.write((connection) => connection.run('DELETE FROM schema_migrations WHERE 0'));
});

async function holdInAnotherProcess(): Promise<ChildProcess> {
  const lockModule = JSON.stringify(join(import.meta.dirname, 'lock.ts'));
  const script = `const { lockFolder } = await import(${lockModule}); globalThis.lock = await lockFolder(process.argv[1]);
    process.stdout.write('locked\\n'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(createInterface({ input: child.stdout }), 'line');
  return child;
}
