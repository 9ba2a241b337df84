import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStore, type StoreOptions } from '../open-store.ts';
import type { Connection } from '../sqlite/connection.ts';

export type OpenedStore = Awaited<ReturnType<typeof openStore>>;

/** An empty database of one dialect, and a way past the store to plant what the schema forbids. */
export interface Place {
  dialect: 'sqlite' | 'postgres';
  /** May be called again after `close`; the rows stay. */
  open(options?: Partial<StoreOptions>): Promise<OpenedStore>;
  /** One statement on the open store's database, outside the store. */
  sql(text: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}
export type MakePlace = () => Promise<Place>;

export async function sqlitePlace(): Promise<Place> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'ventanilla-store-'));
  let writer: Connection | undefined;
  return {
    dialect: 'sqlite',
    open: (options) =>
      openStore({
        dataFolder,
        ...options,
        wrapConnection(connection, role) {
          const wrapped = options?.wrapConnection?.(connection, role) ?? connection;
          if (role === 'writer') writer = connection;
          return wrapped;
        },
      }),
    sql: async (text) => writer?.all(text) ?? [],
    remove: () => rm(dataFolder, { recursive: true, force: true }),
  };
}

export function postgresPlaces(url: string): MakePlace {
  return async () => {
    const name = `store_${randomBytes(6).toString('hex')}`;
    await query(url, `CREATE DATABASE ${name}`);
    const own = new URL(url);
    own.pathname = name;
    return {
      dialect: 'postgres',
      open: (options) => openStore({ dataFolder: '', url: own.href, ...options }),
      sql: (text) => query(own.href, text),
      remove: async () => void (await query(url, `DROP DATABASE ${name} WITH (FORCE)`)),
    };
  };
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
