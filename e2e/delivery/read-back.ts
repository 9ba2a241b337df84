import { join } from 'node:path';
import { openConnection } from '@ventanilla/server/storage/sqlite/connection';
import { databaseFile } from '@ventanilla/server/storage/sqlite/open';
import pg from 'pg';
import type { Stored } from './evidence.ts';

/** Reads the database with a connection of its own: what is committed, whoever says so. */
export interface Reader {
  read(): Promise<Stored>;
  siteKey(): Promise<string>;
  close(): Promise<void>;
}

type Row = Record<string, unknown>;
type Query = (text: string) => Promise<Row[]>;

/** `url` is '' for SQLite in the data folder. */
export async function openReader(dataFolder: string, url: string): Promise<Reader> {
  if (url === '') {
    const connection = await openConnection(join(dataFolder, databaseFile), 'readonly', 5_000);
    return readerOf('BEGIN', (text) => connection.all(text), connection.close);
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return readerOf(
    'BEGIN ISOLATION LEVEL REPEATABLE READ',
    async (text) => (await client.query<Row>(text)).rows,
    () => client.end(),
  );
}

function readerOf(begin: string, query: Query, close: () => Promise<void>): Reader {
  return {
    /** One transaction: rows that were written together are seen together. */
    async read() {
      await query(begin);
      const entries = await query(
        'SELECT id, conversation_id, seq, public_seq, kind, client_id, body, position FROM entries',
      );
      const conversations = await query(
        'SELECT id, visitor_id, start_id, outcome, last_seq, last_public_seq, address FROM conversations',
      );
      const tickets = await query('SELECT id, conversation_id, number FROM tickets');
      const mails = await query(`SELECT id, ticket_id, address FROM mails WHERE kind = 'received'`);
      await query('COMMIT');
      return {
        entries: entries.map((row) => ({
          id: String(row.id),
          conversationId: String(row.conversation_id),
          seq: Number(row.seq),
          publicSeq: Number(row.public_seq),
          kind: String(row.kind),
          clientId: String(row.client_id),
          body: String(row.body),
          position: Number(row.position),
        })),
        conversations: conversations.map((row) => ({
          id: String(row.id),
          visitorId: String(row.visitor_id),
          startId: String(row.start_id),
          outcome: String(row.outcome),
          lastSeq: Number(row.last_seq),
          lastPublicSeq: Number(row.last_public_seq),
          address: String(row.address),
        })),
        tickets: tickets.map((row) => ({
          id: String(row.id),
          conversationId: String(row.conversation_id),
          number: Number(row.number),
        })),
        mails: mails.map((row) => ({
          id: String(row.id),
          ticketId: String(row.ticket_id),
          address: String(row.address),
        })),
      };
    },
    async siteKey() {
      const [row] = await query('SELECT key FROM sites ORDER BY created_at LIMIT 1');
      return String(row?.key);
    },
    close,
  };
}
