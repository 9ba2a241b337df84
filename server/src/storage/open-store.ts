import { createAppendQueue } from './append/append-queue.ts';
import { type AuthAdapter, authAdapter } from './auth-adapter.ts';
import type { Database } from './database.ts';
import { readMigrations } from './migrations.ts';
import type { Probe } from './probe.ts';
import { agentQueries } from './queries/agents.ts';
import { articleQueries, missQueries } from './queries/articles.ts';
import { conversationQueries } from './queries/conversations.ts';
import { entryQueries, readMarkQueries } from './queries/entries.ts';
import { eventQueries } from './queries/events.ts';
import { fileQueries } from './queries/files.ts';
import { healthQueries } from './queries/health.ts';
import { installationQueries } from './queries/installation.ts';
import { invitationQueries } from './queries/invitations.ts';
import { mailQueries, ticketLinkQueries } from './queries/mails.ts';
import { requesterQueries, visitorQueries } from './queries/people.ts';
import { sightingQueries } from './queries/sightings.ts';
import { groupQueries, siteQueries } from './queries/sites.ts';
import { ticketQueries } from './queries/tickets.ts';
import type { WrapConnection } from './sqlite/open.ts';
import type { StorageError } from './storage-error.ts';
import type { Store } from './store.ts';

export interface StoreOptions {
  /** `postgres://…`; without it SQLite in the data folder. */
  url?: string;
  dataFolder: string;
  /** Called at every step of a commit; tests stop the process there. */
  probe?: Probe;
  /** SQLite only: a wrapper round each connection; tests make the disk fail there. */
  wrapConnection?: WrapConnection;
  /** The disk broke its word (EIO, failed fsync): the process must stop answering and end. */
  onDiskFailure?(error: StorageError): void;
}

/** Opens the database, brings its schema up to date and returns the port; throws `StorageError` with a clear sentence. */
export async function openStore(options: StoreOptions): Promise<Store & { authAdapter: AuthAdapter }> {
  const database = await openDatabase(options);
  const queue = createAppendQueue(database);
  return {
    dialect: database.dialect,
    appendEntries: (items) => queue.append(items),
    sites: siteQueries(database),
    sightings: sightingQueries(database),
    groups: groupQueries(database),
    agents: agentQueries(database),
    visitors: visitorQueries(database),
    requesters: requesterQueries(database),
    conversations: conversationQueries(database),
    entries: entryQueries(database),
    readMarks: readMarkQueries(database),
    tickets: ticketQueries(database),
    events: eventQueries(database),
    invitations: invitationQueries(database),
    files: fileQueries(database),
    mails: mailQueries(database),
    ticketLinks: ticketLinkQueries(database),
    articles: articleQueries(database),
    misses: missQueries(database),
    installation: installationQueries(database),
    health: healthQueries(database),
    authAdapter: authAdapter(database),
    counts: () => ({ commits: database.commits(), entries: queue.entries() }),
    async close() {
      await queue.drain();
      await database.close();
    },
  };
}

async function openDatabase({ url, ...options }: StoreOptions): Promise<Database> {
  const database = url ? await openPostgres(url, options.probe) : await openSqlite(options);
  await seed(database);
  return database;
}

/** Only the driver of the dialect in use is loaded. */
async function openPostgres(url: string, probe: Probe | undefined): Promise<Database> {
  const { openPostgresDatabase } = await import('./postgres/database.ts');
  return openPostgresDatabase({ url, migrations: await readMigrations('postgres'), ...(probe && { probe }) });
}

async function openSqlite(options: Omit<StoreOptions, 'url'>): Promise<Database> {
  const { openSqliteDatabase } = await import('./sqlite/database.ts');
  return openSqliteDatabase({ ...options, migrations: await readMigrations('sqlite') });
}

/** What the counters begin with; the first ticket is number 1001. */
async function seed({ change, schema: { counters } }: Database): Promise<void> {
  const values = [
    { name: 'position', value: 0 },
    { name: 'ticketNumber', value: 1000 },
    { name: 'agents', value: 0 },
    { name: 'articles', value: 0 },
  ];
  await change(({ tx }) => tx.insert(counters).values(values).onConflictDoNothing());
}
