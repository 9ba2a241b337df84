import { AsyncLocalStorage } from 'node:async_hooks';
import type { Probe } from '../probe.ts';
import { StorageError } from '../storage-error.ts';
import { beginImmediate } from './begin.ts';
import type { Connection } from './connection.ts';

/** The only way to write: one connection, one transaction at a time, many jobs to a commit. */
export interface Writer {
  /**
   * Runs the job inside a transaction shared with whatever else waits, and resolves only after its COMMIT. A job of one
   * statement undoes itself (`isSingleStatement`); others get a savepoint, so that one that throws takes nobody with it.
   */
  write<T>(job: (connection: Connection) => Promise<T>, isSingleStatement?: boolean): Promise<T>;
  /** Throws inside a job: there, `tx` is to be used, not `db`. */
  refuseInsideTransaction(): void;
  commits(): number;
  /** Resolves when everything that was asked for is written or refused; nothing more is taken. */
  close(): Promise<void>;
}

export interface WriterOptions {
  /** How long BEGIN is retried while another program holds the database. */
  patienceMs?: number;
  probe?: Probe;
  /** False when the disk can take nothing more: then a failed write is a full disk, whatever SQLite calls it. */
  hasRoom?(): Promise<boolean>;
  /** The disk did not keep its word (EIO, failed fsync): the process must refuse everything and end. */
  onDiskFailure?(error: StorageError): void;
}

interface Job {
  run(connection: Connection): Promise<unknown>;
  isSingleStatement: boolean;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

const jobsPerCommit = 64;
const jobsWaiting = 20_000;

export function createWriter(connection: Connection, options: WriterOptions = {}): Writer {
  const queue: Job[] = [];
  const inside = new AsyncLocalStorage<{ isOpen: boolean }>();
  let draining: Promise<void> | null = null;
  let isClosed = false;
  let commits = 0;

  /** A batch fails whole: after anything but a constraint SQLite may already have rolled back what was done before. */
  async function commitTogether(jobs: readonly Job[]): Promise<void> {
    const watched = watch(connection);
    const done: { job: Job; value: unknown }[] = [];
    const refused: { job: Job; error: unknown }[] = [];
    try {
      await beginImmediate(connection, options.patienceMs);
      for (const job of jobs) {
        const outcome = await runInSavepoint(job, watched, jobs.length > 1 && !job.isSingleStatement);
        if (watched.failure()) throw watched.failure();
        if (outcome.ok) done.push({ job, value: outcome.value });
        else refused.push({ job, error: outcome.error });
      }
      await options.probe?.('before-commit');
      if (done.length > 0) await connection.run('COMMIT');
      else await connection.run('ROLLBACK');
    } catch (failed) {
      await connection.run('ROLLBACK').catch(() => undefined);
      const error = await named(failed);
      for (const job of jobs) job.reject(error);
      if (error instanceof StorageError && error.failure === 'io') options.onDiskFailure?.(error);
      return;
    }
    if (done.length > 0) {
      commits += 1;
      await options.probe?.('after-commit');
    }
    for (const { job, error } of refused) job.reject(error);
    for (const { job, value } of done) job.resolve(value);
  }

  /** SQLite says EIO where its index of the log finds no room to grow; that is no reason to end. */
  async function named(error: unknown): Promise<unknown> {
    if (!(error instanceof StorageError && error.failure === 'io')) return error;
    const hasRoom = await (options.hasRoom?.() ?? true);
    return hasRoom ? error : new StorageError('full', error.message, error);
  }

  async function runInSavepoint(job: Job, watched: WatchedConnection, hasSavepoint: boolean): Promise<Outcome> {
    if (hasSavepoint) await connection.run('SAVEPOINT job');
    const transaction = { isOpen: true };
    try {
      const value = await inside.run(transaction, async () => await job.run(watched));
      if (hasSavepoint) await connection.run('RELEASE job');
      return { ok: true, value };
    } catch (error) {
      if (hasSavepoint && !watched.failure()) {
        await connection.run('ROLLBACK TO job');
        await connection.run('RELEASE job');
      }
      return { ok: false, error };
    } finally {
      transaction.isOpen = false;
    }
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) await commitTogether(queue.splice(0, jobsPerCommit));
    draining = null;
  }

  function refuseInsideTransaction(): void {
    if (inside.getStore()?.isOpen) throw new Error('Inside a transaction use its own `tx`, not `db`.');
  }

  return {
    async write<T>(job: (connection: Connection) => Promise<T>, isSingleStatement = false) {
      refuseInsideTransaction();
      if (isClosed) throw new StorageError('closed', 'The database is closed.');
      if (queue.length >= jobsWaiting) throw new StorageError('busy', `More than ${jobsWaiting} writes are waiting.`);
      return new Promise<T>((resolve, reject) => {
        queue.push({ run: job, isSingleStatement, resolve: resolve as (value: unknown) => void, reject });
        draining ??= drain();
      });
    },
    refuseInsideTransaction,
    commits: () => commits,
    async close() {
      isClosed = true;
      await draining;
    },
  };
}

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

interface WatchedConnection extends Connection {
  /** The first failure of the database itself, even if the job swallowed it. */
  failure(): StorageError | null;
}

function watch(connection: Connection): WatchedConnection {
  let failure: StorageError | null = null;
  async function noted<T>(statement: Promise<T>): Promise<T> {
    try {
      return await statement;
    } catch (error) {
      if (error instanceof StorageError && error.failure !== 'constraint') failure ??= error;
      throw error;
    }
  }
  return {
    all: (sql, params) => noted(connection.all(sql, params)),
    run: (sql, params) => noted(connection.run(sql, params)),
    exec: (sql) => noted(connection.exec(sql)),
    close: () => connection.close(),
    failure: () => failure,
  };
}
