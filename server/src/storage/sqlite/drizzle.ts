import { entityKind, fillPlaceholders, type Query, sql } from 'drizzle-orm';
import {
  BaseSQLiteDatabase,
  type PreparedQueryConfig,
  type SelectedFieldsOrdered,
  type SQLiteExecuteMethod,
  SQLitePreparedQuery,
  SQLiteSession,
  SQLiteTransaction,
} from 'drizzle-orm/sqlite-core';
import type { Connection, RunResult } from './connection.ts';
import { mapRow, UniqueNamesDialect } from './drizzle-internals.ts';
import type { Writer } from './writer.ts';

type NoRelations = Record<string, never>;
type Tables = Record<string, never>;
export type SqliteDb = BaseSQLiteDatabase<'async', RunResult, Tables, NoRelations>;

/** Where statements go: reads to any reader, writes to the one writer. */
export interface Connections {
  reader(): Connection;
  writer: Writer;
}

/** drizzle-orm over the `sqlite3` package. */
export function sqliteDrizzle(connections: Connections): SqliteDb {
  const dialect = new UniqueNamesDialect();
  return new BaseSQLiteDatabase('async', dialect, new Session(dialect, connections, null), undefined);
}

class Session extends SQLiteSession<'async', RunResult, Tables, NoRelations> {
  static override readonly [entityKind]: string = 'VentanillaSqliteSession';
  readonly ownDialect: UniqueNamesDialect;
  readonly connections: Connections;
  /** The open transaction's connection; null outside one. */
  readonly transactionConnection: Connection | null;

  constructor(dialect: UniqueNamesDialect, connections: Connections, transactionConnection: Connection | null) {
    super(dialect);
    this.ownDialect = dialect;
    this.connections = connections;
    this.transactionConnection = transactionConnection;
  }

  override prepareQuery(
    query: Query,
    fields: SelectedFieldsOrdered | undefined,
    method: SQLiteExecuteMethod,
    _isArrayMode: boolean,
    mapRows?: MapRows,
    metadata?: { type: 'select' | 'update' | 'delete' | 'insert'; tables: string[] },
  ): SQLitePreparedQuery<PreparedQueryConfig & { type: 'async' }> {
    const isRead = metadata ? metadata.type === 'select' : isSelect(query.sql);
    return new PreparedQuery(this, query, fields, method, mapRows, isRead);
  }

  override transaction<T>(
    run: (tx: SQLiteTransaction<'async', RunResult, Tables, NoRelations>) => Promise<T>,
  ): Promise<T> {
    return this.connections.writer.write((connection) => {
      const session = new Session(this.ownDialect, this.connections, connection);
      return run(new Transaction(this.ownDialect, session, 1));
    });
  }

  async on<T>(isRead: boolean, step: (connection: Connection) => Promise<T>): Promise<T> {
    if (this.transactionConnection) return step(this.transactionConnection);
    if (!isRead) return this.connections.writer.write(step, true);
    this.connections.writer.refuseInsideTransaction();
    return step(this.connections.reader());
  }
}

class Transaction extends SQLiteTransaction<'async', RunResult, Tables, NoRelations> {
  static override readonly [entityKind]: string = 'VentanillaSqliteTransaction';
  readonly ownDialect: UniqueNamesDialect;
  readonly ownSession: Session;
  readonly depth: number;

  constructor(dialect: UniqueNamesDialect, session: Session, depth: number) {
    super('async', dialect, session, undefined, depth);
    this.ownDialect = dialect;
    this.ownSession = session;
    this.depth = depth;
  }

  override async transaction<T>(
    run: (tx: SQLiteTransaction<'async', RunResult, Tables, NoRelations>) => Promise<T>,
  ): Promise<T> {
    const name = sql.raw(`nested_${this.depth}`);
    await this.run(sql`savepoint ${name}`);
    try {
      const value = await run(new Transaction(this.ownDialect, this.ownSession, this.depth + 1));
      await this.run(sql`release savepoint ${name}`);
      return value;
    } catch (error) {
      await this.run(sql`rollback to savepoint ${name}`);
      await this.run(sql`release savepoint ${name}`);
      throw error;
    }
  }
}

type MapRows = (rows: unknown[][]) => unknown;

class PreparedQuery extends SQLitePreparedQuery<PreparedQueryConfig & { type: 'async' }> {
  static override readonly [entityKind]: string = 'VentanillaSqlitePreparedQuery';
  /** Set by drizzle's select builder: which joined tables may be missing. */
  declare joinsNotNullableMap?: Record<string, boolean>;
  readonly ownSession: Session;
  readonly fields: SelectedFieldsOrdered | undefined;
  readonly mapRows: MapRows | undefined;
  readonly isRead: boolean;

  constructor(
    session: Session,
    query: Query,
    fields: SelectedFieldsOrdered | undefined,
    method: SQLiteExecuteMethod,
    mapRows: MapRows | undefined,
    isRead: boolean,
  ) {
    super('async', method, query);
    this.ownSession = session;
    this.fields = fields;
    this.mapRows = mapRows;
    this.isRead = isRead;
  }

  override run(values: Record<string, unknown> = {}): Promise<RunResult> {
    const params = fillPlaceholders(this.query.params, values);
    return this.ownSession.on(this.isRead, (connection) => connection.run(this.query.sql, params));
  }

  override async all(values: Record<string, unknown> = {}): Promise<unknown> {
    if (!this.fields && !this.mapRows) return this.objects(values);
    return this.mapAllResult(await this.values(values));
  }

  override async get(values: Record<string, unknown> = {}): Promise<unknown> {
    if (!this.fields && !this.mapRows) return (await this.objects(values))[0];
    return this.mapGetResult(await this.values(values));
  }

  override async values(values: Record<string, unknown> = {}): Promise<unknown[][]> {
    return (await this.objects(values)).map((row) => Object.values(row));
  }

  override mapAllResult(rows: unknown): unknown {
    const values = rows as unknown[][];
    if (this.mapRows) return this.mapRows(values);
    return values.map((row) => mapRow(this.fields ?? [], row, this.joinsNotNullableMap));
  }

  override mapGetResult(rows: unknown): unknown {
    const [first] = rows as unknown[][];
    if (!first) return undefined;
    if (this.mapRows) return this.mapRows([first]);
    return mapRow(this.fields ?? [], first, this.joinsNotNullableMap);
  }

  private objects(values: Record<string, unknown>): Promise<Record<string, unknown>[]> {
    const params = fillPlaceholders(this.query.params, values);
    return this.ownSession.on(this.isRead, (connection) => connection.all(this.query.sql, params));
  }
}

function isSelect(text: string): boolean {
  return (
    /^\s*(select|explain)\b/i.test(text) || (/^\s*with\b/i.test(text) && !/\b(insert|update|delete)\b/i.test(text))
  );
}
