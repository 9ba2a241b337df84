import sqlite3 from 'sqlite3';
import { StorageError, type StorageFailure } from '../storage-error.ts';

export type SqlValue = string | number | boolean | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;
export interface RunResult {
  lastID: number;
  changes: number;
}

/** One SQLite connection. Tests wrap it to make the disk fail; nothing else implements it. */
export interface Connection {
  all(sql: string, params?: readonly unknown[]): Promise<SqlRow[]>;
  run(sql: string, params?: readonly unknown[]): Promise<RunResult>;
  /** Several statements at once, without parameters. */
  exec(sql: string): Promise<void>;
  close(): Promise<void>;
}

const cachedStatements = 300;

/** Opens the file; `readwrite` makes it if it is not there. SQLite itself waits `busyTimeoutMs` for a lock. */
export async function openConnection(
  file: string,
  mode: 'readwrite' | 'readonly',
  busyTimeoutMs: number,
): Promise<Connection> {
  const flags = mode === 'readwrite' ? sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE : sqlite3.OPEN_READONLY;
  const database = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(file, flags, (error) =>
      error ? reject(storageError(error)) : resolve(opened),
    );
  });
  database.configure('busyTimeout', busyTimeoutMs);
  return connectionTo(database);
}

function connectionTo(database: sqlite3.Database): Connection {
  const statements = new Map<string, sqlite3.Statement>();
  let tail: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  /** One statement in flight per connection: waiting ones would otherwise occupy every thread of Node's pool. */
  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = tail.then(step, step);
    tail = turn.catch(() => undefined);
    return turn;
  }

  async function prepared(sql: string): Promise<sqlite3.Statement> {
    if (isClosed) throw new StorageError('closed', 'The database is closed.');
    const known = statements.get(sql);
    if (known) {
      statements.delete(sql);
      statements.set(sql, known);
      return known;
    }
    const statement = await new Promise<sqlite3.Statement>((resolve, reject) => {
      const made = database.prepare(sql, (error: Error | null) =>
        error ? reject(storageError(error)) : resolve(made),
      );
    });
    statements.set(sql, statement);
    const [oldest] = statements;
    if (statements.size > cachedStatements && oldest) {
      statements.delete(oldest[0]);
      await finalized(oldest[1]);
    }
    return statement;
  }

  return {
    all(sql, params = []) {
      return inTurn(async () => {
        const values = bindable(params);
        const statement = await prepared(sql);
        return new Promise<SqlRow[]>((resolve, reject) => {
          statement.all<SqlRow>(values, (error, rows) => (error ? reject(storageError(error)) : resolve(rows)));
        });
      });
    },
    run(sql, params = []) {
      return inTurn(async () => {
        const values = bindable(params);
        const statement = await prepared(sql);
        return new Promise<RunResult>((resolve, reject) => {
          statement.run(values, function (error) {
            if (error) reject(storageError(error));
            else resolve({ lastID: this.lastID, changes: this.changes });
          });
        });
      });
    },
    exec(sql) {
      return inTurn(
        () =>
          new Promise<void>((resolve, reject) => {
            database.exec(sql, (error) => (error ? reject(storageError(error)) : resolve()));
          }),
      );
    },
    close() {
      return inTurn(async () => {
        if (isClosed) return;
        isClosed = true;
        for (const statement of statements.values()) await finalized(statement);
        await new Promise<void>((resolve, reject) => {
          database.close((error) => (error ? reject(storageError(error)) : resolve()));
        });
      });
    },
  };
}

function finalized(statement: sqlite3.Statement): Promise<void> {
  return new Promise((resolve) => statement.finalize(() => resolve()));
}

/** The sqlite3 package stores a bigint as NULL, a Date as a float and an object as "[object Object]": none gets that far. */
function bindable(params: readonly unknown[]): unknown[] {
  for (const value of params) {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null || value instanceof Uint8Array)
      continue;
    if (
      typeof value === 'number' &&
      (Number.isSafeInteger(value) || !Number.isInteger(value)) &&
      Number.isFinite(value)
    )
      continue;
    const shown =
      typeof value === 'number' ? `the number ${value}` : value instanceof Date ? 'a Date' : `a ${typeof value}`;
    throw new TypeError(`SQLite cannot store ${shown}.`);
  }
  return [...params];
}

const failures: Record<string, StorageFailure> = {
  SQLITE_CONSTRAINT: 'constraint',
  SQLITE_FULL: 'full',
  SQLITE_IOERR: 'io',
  SQLITE_CORRUPT: 'io',
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_NOTADB: 'foreign_file',
};

function storageError(error: Error): StorageError {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const failure = Object.entries(failures).find(([prefix]) => code.startsWith(prefix));
  return new StorageError(failure?.[1] ?? 'other', error.message, error);
}
