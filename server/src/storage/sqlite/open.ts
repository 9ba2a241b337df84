import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Migration } from '../migrations.ts';
import type { Probe } from '../probe.ts';
import { StorageError } from '../storage-error.ts';
import { writerBusyTimeoutMs } from './begin.ts';
import { type Connection, openConnection } from './connection.ts';
import { lockFolder, makePrivateFile } from './lock.ts';
import { migrateSqlite } from './migrate.ts';
import { createWriter, type Writer } from './writer.ts';

export type WrapConnection = (connection: Connection, role: 'writer' | 'reader') => Connection;

export interface SqliteOptions {
  dataFolder: string;
  migrations: readonly Migration[];
  readers?: number;
  probe?: Probe;
  patienceMs?: number;
  /** Called once for each connection; tests make the disk fail here. */
  wrapConnection?: WrapConnection;
  onDiskFailure?(error: StorageError): void;
}

export interface SqliteDatabase {
  writer: Writer;
  reader(): Connection;
  close(): Promise<void>;
}

export const databaseFile = 'ventanilla.db';
/** "VENT": tells our file from any other SQLite database. */
const applicationId = 0x56454e54;
const readerBusyTimeoutMs = 5_000;

/** What must hold at every open; read back, because SQLite answers a pragma it does not obey without an error. */
const settings = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  journal_size_limit: 64 * 1024 * 1024,
  cache_size: -16_000,
} as const;

/** Opens, locks and migrates the database of a data folder; one writer, some readers. */
export async function openSqlite(options: SqliteOptions): Promise<SqliteDatabase> {
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 });
  const wrap = options.wrapConnection ?? ((connection) => connection);
  const file = join(options.dataFolder, databaseFile);
  const opened: { close(): Promise<void> }[] = [];
  const closeAll = async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  };
  try {
    const lock = await lockFolder(options.dataFolder);
    opened.push({ close: () => lock.release() });
    await makePrivateFile(file);
    const isNew = (await stat(file)).size === 0;
    const connection = wrap(await openConnection(file, 'readwrite', writerBusyTimeoutMs), 'writer');
    opened.push(connection);
    if (isNew) await establish(connection);
    await requireSetting(connection, 'application_id', applicationId, `${file} is not a database of Ventanilla.`);
    await requireSetting(connection, 'auto_vacuum', 2, `${file} was not made by Ventanilla.`);
    for (const [name, value] of Object.entries(settings)) {
      await connection.all(`PRAGMA ${name} = ${value}`);
      await requireSetting(connection, name, value, `SQLite does not obey ${name} = ${value}.`);
    }
    await migrateSqlite(connection, options.migrations, options.patienceMs);
    await requireSetting(connection, 'foreign_keys', 1, 'SQLite does not check foreign keys.');
    const readers: Connection[] = [];
    for (let i = 0; i < (options.readers ?? 2); i++) {
      const reader = wrap(await openConnection(file, 'readonly', readerBusyTimeoutMs), 'reader');
      opened.push(reader);
      await reader.run('PRAGMA query_only = ON');
      readers.push(reader);
    }
    const writer = createWriter(connection, { ...options, hasRoom: () => hasRoom(options.dataFolder) });
    let next = 0;
    return {
      writer,
      reader: () => readers[next++ % readers.length] ?? connection,
      async close() {
        await writer.close();
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Only an empty file takes `auto_vacuum`, and only before `journal_mode`. */
async function establish(connection: Connection): Promise<void> {
  await connection.run('PRAGMA auto_vacuum = INCREMENTAL');
  await connection.run(`PRAGMA application_id = ${applicationId}`);
}

/** As much as SQLite asks for at once. */
const segmentBytes = 64 * 1024;
/** No room on the disk, none left of a quota, none in a file that may not grow any further. SQLite knows only the first as full. */
const withoutRoom: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Tries it, where the log ends: no number says what a quota leaves. A disk that does not even answer this is not a full one. */
async function hasRoom(folder: string): Promise<boolean> {
  const probe = join(folder, `${databaseFile}-room`);
  try {
    const end = await stat(join(folder, `${databaseFile}-wal`)).then(
      ({ size }) => size,
      () => 0,
    );
    const file = await open(probe, 'w', 0o600);
    try {
      const { bytesWritten } = await file.write(new Uint8Array(segmentBytes), 0, segmentBytes, end);
      return bytesWritten === segmentBytes;
    } finally {
      await file.close();
    }
  } catch (error) {
    return !(error instanceof Error && 'code' in error && withoutRoom.has(String(error.code)));
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}

async function requireSetting(connection: Connection, name: string, value: unknown, refusal: string): Promise<void> {
  const [row] = await connection.all(`PRAGMA ${name}`);
  if (row?.[name] !== value) throw new StorageError('foreign_file', refusal);
}
