import type { EntryRow } from '../../domain/rows.ts';
import type { Database } from '../database.ts';
import { StorageError } from '../storage-error.ts';
import type { AppendItem, AppendResult } from '../store.ts';
import { appendBatch, StartedElsewhere } from './append-batch.ts';
import { appendStatements } from './append-statements.ts';

export interface AppendQueue {
  append(items: readonly AppendItem[]): Promise<AppendResult[]>;
  /** Entries stored since opening. */
  entries(): number;
  /** Resolves when everything that was asked for is stored or refused. */
  drain(): Promise<void>;
}

interface Call {
  items: readonly AppendItem[];
  resolve(results: AppendResult[]): void;
  reject(error: unknown): void;
}

const itemsPerBatch = 500;
const callsWaiting = 20_000;
const attempts = 5;

/** Merges the calls made while a commit is on its way into the next transaction. */
export function createAppendQueue(database: Database): AppendQueue {
  const statements = appendStatements(database.schema, database.dialect);
  const waiting: Call[] = [];
  const placing = new Set<Promise<void>>();
  let draining: Promise<void> | null = null;
  let stored = 0;

  async function drain(): Promise<void> {
    while (waiting.length > 0) await store(takeBatch());
    draining = null;
  }

  function takeBatch(): Call[] {
    let size = 0;
    let calls = 0;
    for (const call of waiting) {
      if (calls > 0 && size + call.items.length > itemsPerBatch) break;
      size += call.items.length;
      calls += 1;
    }
    return waiting.splice(0, calls);
  }

  /** A call that contradicts the schema must not take its neighbours with it: then each is stored alone. */
  async function store(calls: readonly Call[]): Promise<void> {
    try {
      await storeTogether(calls);
    } catch (error) {
      const isWhole = error instanceof StorageError && error.failure !== 'constraint';
      if (isWhole || calls.length === 1) {
        for (const call of calls) call.reject(error);
        return;
      }
      for (const call of calls) await store([call]);
    }
  }

  async function storeTogether(calls: readonly Call[]): Promise<void> {
    const items = calls.flatMap((call) => call.items);
    const batch = await repeated(() => appendBatch(database, statements, items));
    stored += batch.entries.length;
    const answered = database.place({ entries: toBePlaced(batch), events: batch.events }).then(
      () => {
        let from = 0;
        for (const call of calls) {
          call.resolve(batch.results.slice(from, from + call.items.length));
          from += call.items.length;
        }
      },
      (error: unknown) => {
        for (const call of calls) call.reject(error);
      },
    );
    placing.add(answered);
    void answered.finally(() => placing.delete(answered));
  }

  return {
    async append(items) {
      if (items.length === 0) return [];
      if (waiting.length >= callsWaiting)
        throw new StorageError('busy', `More than ${callsWaiting} writes are waiting.`);
      return new Promise<AppendResult[]>((resolve, reject) => {
        waiting.push({ items, resolve, reject });
        draining ??= drain();
      });
    },
    entries: () => stored,
    async drain() {
      await draining;
      await Promise.all(placing);
    },
  };
}

/** Among duplicates too: their first sender may have died between commit and placing. */
function toBePlaced(batch: { entries: readonly EntryRow[]; results: readonly AppendResult[] }): EntryRow[] {
  const found = batch.results.flatMap((result) => (result.status === 'duplicate' ? result.entries : []));
  return [...batch.entries, ...found.filter((entry) => entry.position === 0)];
}

async function repeated<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const mayRepeat =
        error instanceof StartedElsewhere || (error instanceof StorageError && error.failure === 'repeat');
      if (!mayRepeat || attempt === attempts) throw error;
    }
  }
}
