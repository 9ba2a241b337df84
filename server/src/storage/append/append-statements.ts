import type { Table } from 'drizzle-orm';
import type { Acceptance } from '../../domain/decision.ts';
import type {
  ConversationHead,
  ConversationRow,
  EntryRow,
  EventRow,
  FileRow,
  MailRow,
  TicketRow,
} from '../../domain/rows.ts';
import type { RunStatement } from '../database.ts';
import type { Schema } from '../schema/define.ts';
import { type Dialect, rowsOf, statementsFor, type TableStatements } from './table-statements.ts';

/** The statements of the append path; each is run once a batch, however many items it has. */
export interface AppendStatements {
  /** The conversations with these ids, and those that these visitors started with these start ids. */
  heads(run: RunStatement, ids: readonly string[], starts: readonly StartKey[]): Promise<ConversationHead[]>;
  entriesByClientId(run: RunStatement, keys: readonly ClientKey[]): Promise<EntryRow[]>;
  /** Locked until the transaction ends. */
  files(run: RunStatement, ids: readonly string[]): Promise<FileRow[]>;
  /** How many of them were new: fewer when another process started one of them at the same moment. */
  insertConversations(run: RunStatement, rows: readonly ConversationRow[]): Promise<number>;
  updateConversations(run: RunStatement, changes: readonly RowChange<ConversationRow>[]): Promise<void>;
  insertEntries(run: RunStatement, rows: readonly EntryRow[]): Promise<void>;
  updateFiles(run: RunStatement, changes: readonly RowChange<FileRow>[]): Promise<void>;
  insertTickets(run: RunStatement, rows: readonly TicketRow[]): Promise<void>;
  updateTickets(run: RunStatement, changes: readonly RowChange<TicketRow>[]): Promise<void>;
  insertEvents(run: RunStatement, rows: readonly EventRow[]): Promise<void>;
  /** Those that their ticket has already are left out. */
  insertMails(run: RunStatement, rows: readonly MailRow[]): Promise<void>;
  /** Of requesters whose address nobody has verified. */
  setAddresses(run: RunStatement, rows: readonly NonNullable<Acceptance['requesterAddress']>[]): Promise<void>;
  /** The highest ticket number ever given; locked until the transaction ends. */
  lockTicketNumber(run: RunStatement): Promise<number>;
  saveTicketNumber(run: RunStatement, number: number): Promise<void>;
  /** Takes `count` positions and returns the one before the first of them. */
  takePositions(run: RunStatement, count: number): Promise<number>;
}

export interface StartKey {
  visitorId: string;
  startId: string;
}
export interface ClientKey {
  conversationId: string;
  clientId: string;
}
export interface RowChange<Row> {
  before: Row;
  after: Row;
}

export function appendStatements(schema: Schema, dialect: Dialect): AppendStatements {
  const conversations = statementsFor(schema.conversations, dialect);
  const entries = statementsFor(schema.entries, dialect);
  const tickets = statementsFor(schema.tickets, dialect);
  const events = statementsFor(schema.events, dialect);
  const files = statementsFor(schema.files, dialect);
  const mails = statementsFor(schema.mails, dialect);
  const forUpdate = dialect === 'postgres' ? 'FOR UPDATE' : '';

  // In id order, so that two processes never wait for each other.
  const headsText = `SELECT ${conversations.columns} FROM conversations
    WHERE id IN (SELECT r.value ->> 0 FROM ${rowsOf(dialect, 1)})
    OR (visitor_id, start_id) IN (SELECT r.value ->> 0, r.value ->> 1 FROM ${rowsOf(dialect, 2)})
    ORDER BY id ${forUpdate}`;
  const headsByIdText = `SELECT ${conversations.columns} FROM conversations
    WHERE id IN (SELECT r.value ->> 0 FROM ${rowsOf(dialect, 1)}) ORDER BY id ${forUpdate}`;
  const ticketsText = `SELECT ${tickets.columns} FROM tickets
    WHERE conversation_id IN (SELECT r.value ->> 0 FROM ${rowsOf(dialect, 1)})`;
  const byClientIdText = `SELECT ${entries.columns} FROM entries
    WHERE (conversation_id, client_id) IN (SELECT r.value ->> 0, r.value ->> 1 FROM ${rowsOf(dialect, 1)})
    AND client_id <> ''`;
  const filesText = `SELECT ${files.columns} FROM files
    WHERE id IN (SELECT r.value ->> 0 FROM ${rowsOf(dialect, 1)}) ORDER BY id ${forUpdate}`;
  const insertConversationsText = `${conversations.insert}
    ON CONFLICT (visitor_id, start_id) DO NOTHING RETURNING id`;

  const insertMailsText = `${mails.insert} ON CONFLICT DO NOTHING`;
  const setAddressesText = `UPDATE requesters SET email = r.value ->> 1, email_folded = r.value ->> 2, version = version + 1
    FROM ${rowsOf(dialect, 1)} WHERE requesters.id = r.value ->> 0 AND email_verified_at = 0`;

  async function insertAll(run: RunStatement, text: string, rows: readonly (readonly unknown[])[]): Promise<void> {
    if (rows.length > 0) await run(text, [JSON.stringify(rows)]);
  }

  return {
    async heads(run, ids, starts) {
      const rows =
        starts.length === 0
          ? await run(headsByIdText, [JSON.stringify(ids.map((id) => [id]))])
          : await run(headsText, [
              JSON.stringify(ids.map((id) => [id])),
              JSON.stringify(starts.map((start) => [start.visitorId, start.startId])),
            ]);
      const heads = rows.map(conversations.row);
      if (heads.length === 0) return [];
      const made = await run(ticketsText, [JSON.stringify(heads.map((head) => [head.id]))]);
      const ticketOf = new Map(made.map(tickets.row).map((ticket) => [ticket.conversationId, ticket]));
      return heads.map((head) => ({ ...head, ticket: ticketOf.get(head.id) ?? null }));
    },
    async entriesByClientId(run, keys) {
      if (keys.length === 0) return [];
      const rows = await run(byClientIdText, [JSON.stringify(keys.map((key) => [key.conversationId, key.clientId]))]);
      return rows.map(entries.row);
    },
    async files(run, ids) {
      if (ids.length === 0) return [];
      return (await run(filesText, [JSON.stringify(ids.map((id) => [id]))])).map(files.row);
    },
    async insertConversations(run, rows) {
      if (rows.length === 0) return 0;
      const inserted = await run(insertConversationsText, [
        JSON.stringify(rows.map((row) => conversations.values(row))),
      ]);
      return inserted.length;
    },
    updateConversations: (run, changes) => updateAll(run, conversations, changes),
    insertEntries: (run, rows) =>
      insertAll(
        run,
        entries.insert,
        rows.map((row) => entries.values(row)),
      ),
    updateFiles: (run, changes) => updateAll(run, files, changes),
    insertTickets: (run, rows) =>
      insertAll(
        run,
        tickets.insert,
        rows.map((row) => tickets.values(row)),
      ),
    updateTickets: (run, changes) => updateAll(run, tickets, changes),
    insertEvents: (run, rows) =>
      insertAll(
        run,
        events.insert,
        rows.map((row) => events.values(row)),
      ),
    async lockTicketNumber(run) {
      const [row] = await run(`SELECT value FROM counters WHERE name = 'ticketNumber' ${forUpdate}`, []);
      return Number(row?.[0]);
    },
    async saveTicketNumber(run, number) {
      await run("UPDATE counters SET value = CAST($1 AS bigint) WHERE name = 'ticketNumber'", [number]);
    },
    insertMails: (run, rows) =>
      insertAll(
        run,
        insertMailsText,
        rows.map((row) => mails.values(row)),
      ),
    setAddresses: (run, rows) =>
      insertAll(
        run,
        setAddressesText,
        rows.map(({ id, email, emailFolded }) => [id, email, emailFolded]),
      ),
    async takePositions(run, count) {
      const [row] = await run(
        "UPDATE counters SET value = value + CAST($1 AS bigint) WHERE name = 'position' RETURNING value",
        [count],
      );
      return Number(row?.[0]) - count;
    },
  };
}

async function updateAll<T extends Table>(
  run: RunStatement,
  table: TableStatements<T>,
  changes: readonly RowChange<T['$inferSelect']>[],
): Promise<void> {
  if (changes.length === 0) return;
  const { text, names } = table.update(changedColumns(changes));
  await run(text, [JSON.stringify(changes.map(({ after }) => table.values(after, ['id', ...names])))]);
}

/** What differs in any of them, in the order of the columns: other columns, and their indexes, are left alone. */
function changedColumns<Row extends object>(changes: readonly RowChange<Row>[]): (keyof Row & string)[] {
  const [first] = changes;
  if (!first) return [];
  const names = Object.keys(first.before) as (keyof Row & string)[];
  return names.filter((name) => changes.some(({ before, after }) => before[name] !== after[name]));
}
