import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { NewEvent } from '../../domain/decision.ts';
import { type Change, type Database, type Db, eventRow, type PlacedRows } from '../database.ts';
import type { Migration } from '../migrations.ts';
import type { Probe } from '../probe.ts';
import type { Schema } from '../schema/define.ts';
import { schema as postgresTables } from '../schema/postgres.ts';
import { StorageError } from '../storage-error.ts';
import { requireDurableCommits } from './durability.ts';
import { migratePostgres } from './migrate.ts';
import { asStorageError, postgresError } from './postgres-error.ts';
import { createSequencer } from './sequencer.ts';

export interface PostgresOptions {
  url: string;
  migrations: readonly Migration[];
  probe?: Probe;
}

const bounds = {
  max: 10,
  connectionTimeoutMillis: 10_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
};

export async function openPostgresDatabase(options: PostgresOptions): Promise<Database> {
  const pool = new pg.Pool({ ...bounds, connectionString: options.url, types: { getTypeParser } });
  // A connection that the server ends while it is idle is replaced at the next query.
  pool.on('error', () => undefined);
  try {
    await requireDurableCommits(pool);
    await migratePostgres(pool, options.migrations);
  } catch (error) {
    await pool.end();
    throw postgresError(error);
  }
  const sequencer = createSequencer(pool, options.probe);
  await sequencer.place();
  const statementNames = new Map<string, string>();
  let commits = 0;

  async function transaction<T>(job: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await asStorageError(pool.connect());
    let failure: Error | undefined;
    try {
      await asStorageError(client.query('BEGIN'));
      const value = await job(client);
      await options.probe?.('before-commit');
      await asStorageError(client.query('COMMIT'));
      commits += 1;
      await options.probe?.('after-commit');
      return value;
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      await client.query('ROLLBACK').then(
        () => {
          failure = undefined;
        },
        () => undefined,
      );
      throw postgresError(error);
    } finally {
      // A connection that cannot even roll back is not given to anybody else.
      client.release(failure);
    }
  }

  return {
    dialect: 'postgres',
    schema: sameSchema(postgresTables),
    db: neutral(drizzle(pool)),
    async change(job) {
      const recorded: { id: string; position: number }[] = [];
      const value = await transaction((client) => {
        const tx = neutral(drizzle(client));
        return job({
          tx,
          async record(events, version) {
            if (events.length > 0) await insertEvents(tx, events, version);
            recorded.push(...events.map((event) => ({ id: event.id, position: 0 })));
          },
        });
      });
      await placeRows({ entries: [], events: recorded });
      return value;
    },
    runBatch: (job) =>
      transaction((client) =>
        job(async (text, params) => {
          let name = statementNames.get(text);
          if (!name) {
            name = `v${statementNames.size}`;
            statementNames.set(text, name);
          }
          const query = { name, text, values: [...params], rowMode: 'array' as const };
          return (await asStorageError(client.query<unknown[]>(query))).rows;
        }),
      ),
    place: placeRows,
    commits: () => commits,
    close: () => pool.end(),
  };

  async function placeRows(rows: PlacedRows): Promise<void> {
    if (rows.entries.length === 0 && rows.events.length === 0) return;
    await sequencer.place();
    const ids = (list: readonly { id: string }[]) => JSON.stringify(list.map((row) => row.id));
    const { rows: placed } = await pool.query<{ id: string; position: number }>({
      name: 'positions',
      text: `SELECT id, position FROM entries WHERE id IN (SELECT json_array_elements_text($1::json))
        UNION ALL SELECT id, position FROM events WHERE id IN (SELECT json_array_elements_text($2::json))`,
      values: [ids(rows.entries), ids(rows.events)],
    });
    const positionOf = new Map(placed.map((row) => [row.id, row.position]));
    for (const row of [...rows.entries, ...rows.events]) {
      const position = positionOf.get(row.id) ?? 0;
      if (position === 0) throw new StorageError('other', `${row.id} was not placed.`);
      row.position = position;
    }
  }
}

async function insertEvents(tx: Change['tx'], events: readonly NewEvent[], version: number): Promise<void> {
  await tx.insert(sameSchema(postgresTables).events).values(events.map((event) => eventRow(event, version)));
}

/** int8 as a number, refused beyond 53 bits; everything else as `pg` gives it. */
function getTypeParser(oid: number, format?: string) {
  if (oid === pg.types.builtins.INT8 && format !== 'binary') {
    return (text: string) => {
      const value = Number(text);
      if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit into a number.`);
      return value;
    };
  }
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
}

/** The builders that `Db` names are the same in both dialects; the contract suite runs every query on both. */
function neutral(db: object): Db {
  return db as Db;
}

/** Made by the same `defineSchema`: same tables, same columns, same values. */
function sameSchema(tables: object): Schema {
  return tables as Schema;
}
