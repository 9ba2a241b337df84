import type {
  Acceptance,
  DecidedEvent,
  NewConversation,
  NewEntry,
  NewMail,
  TicketAware,
} from '../../domain/decision.ts';
import { dataWithFiles, filesIn } from '../../domain/file/file-ref.ts';
import type { ConversationHead, EntryRow, EventRow, FileRow, MailRow, TicketRow } from '../../domain/rows.ts';
import type { Database, RunStatement } from '../database.ts';
import type { AppendItem, AppendResult } from '../store.ts';
import type { AppendStatements, RowChange } from './append-statements.ts';

/** A batch that must be decided again: another process started one of its conversations at the same moment. */
export class StartedElsewhere extends Error {}

interface Head {
  /** Null for a conversation that this batch starts. */
  stored: ConversationHead | null;
  current: ConversationHead;
}

/** What a batch is about to write; filled item by item, written by a constant number of statements. */
interface Draft {
  heads: Map<string, Head>;
  byStart: Map<string, string>;
  byClientId: Map<string, EntryRow>;
  entries: EntryRow[];
  tickets: Map<string, { stored: TicketRow | null; current: TicketRow }>;
  events: EventRow[];
  files: Map<string, RowChange<FileRow>>;
  mails: MailRow[];
  addresses: Map<string, NonNullable<Acceptance['requesterAddress']>>;
  nextTicketNumber(): Promise<number>;
}

/** Decides and writes one batch inside a transaction; entries and events are placed on SQLite, and have position 0 on PostgreSQL. */
export async function appendBatch(
  database: Database,
  statements: AppendStatements,
  items: readonly AppendItem[],
): Promise<{ results: AppendResult[]; entries: EntryRow[]; events: EventRow[] }> {
  return database.runBatch(async (run) => {
    const heads = await loadHeads(run, statements, items);
    let firstNumber = 0;
    let lastNumber = 0;
    const draft: Draft = {
      ...heads,
      byClientId: await loadKnown(run, statements, items, heads),
      entries: [],
      tickets: new Map(),
      events: [],
      files: await loadFiles(run, statements, items),
      mails: [],
      addresses: new Map(),
      async nextTicketNumber() {
        if (firstNumber === 0) {
          lastNumber = await statements.lockTicketNumber(run);
          firstNumber = lastNumber + 1;
        }
        lastNumber += 1;
        return lastNumber;
      },
    };
    const results: AppendResult[] = [];
    for (const item of items) results.push(await appendItem(draft, item));
    if (firstNumber > 0) await statements.saveTicketNumber(run, lastNumber);
    if (database.dialect === 'sqlite') await takePositions(run, statements, draft);
    await write(run, statements, draft);
    return { results, entries: draft.entries, events: draft.events };
  });
}

async function loadHeads(run: RunStatement, statements: AppendStatements, items: readonly AppendItem[]) {
  const ids = unique(items.filter((item) => !item.start).map((item) => item.conversationId));
  const starts = items.flatMap((item) => item.start ?? []);
  const rows = await statements.heads(run, ids, starts);
  const heads = new Map<string, Head>(rows.map((row) => [row.id, { stored: row, current: row }]));
  const byStart = new Map(rows.map((row) => [startKey(row), row.id as string]));
  return { heads, byStart };
}

async function loadKnown(
  run: RunStatement,
  statements: AppendStatements,
  items: readonly AppendItem[],
  { byStart }: Pick<Draft, 'byStart'>,
): Promise<Draft['byClientId']> {
  const keys = items.flatMap((item) => {
    const conversationId = item.start ? byStart.get(startKey(item.start)) : item.conversationId;
    return item.clientId !== '' && conversationId ? [{ conversationId, clientId: item.clientId }] : [];
  });
  const entries = await statements.entriesByClientId(run, keys);
  return new Map(entries.map((entry) => [clientKey(entry.conversationId, entry.clientId), entry]));
}

async function loadFiles(
  run: RunStatement,
  statements: AppendStatements,
  items: readonly AppendItem[],
): Promise<Draft['files']> {
  const rows = await statements.files(run, unique(items.flatMap((item) => item.fileIds ?? [])));
  return new Map(rows.map((row) => [row.id, { before: row, after: row }]));
}

async function appendItem(draft: Draft, item: AppendItem): Promise<AppendResult> {
  const target = item.start ? (draft.byStart.get(startKey(item.start)) ?? item.start.id) : item.conversationId;
  const known = draft.heads.get(target);
  const head = known?.current ?? (item.start ? newHead(item.start) : null);
  if (!head) return { status: 'notFound' };
  if (known && item.mayTouch && !item.mayTouch(head)) return { status: 'notFound' };

  const existing = item.clientId === '' ? undefined : draft.byClientId.get(clientKey(head.id, item.clientId));
  if (existing && isSame(existing, item)) return { status: 'duplicate', conversation: head, entries: [existing] };
  if (existing) return { status: 'conflict', conversation: head, existing };

  const files = (item.fileIds ?? []).flatMap((id) => draft.files.get(id)?.after ?? []);
  const decision = item.decide(head, files);
  if (!decision.ok) {
    return { status: 'refused', reason: decision.reason, details: decision.details ?? {}, conversation: head };
  }

  if (known && isNothing(decision)) {
    return { status: 'stored', conversation: head, entries: [], ticket: null, events: [], hasMail: false };
  }

  const version = head.version + 1;
  const ticket = await decideTicket(draft, head, decision.ticket);
  const entries = numbered(head, decision.entries, item.clientId, ticket ?? head.ticket);
  const current: ConversationHead = {
    ...head,
    ...decision.patch,
    ...lastOf(head, entries),
    version,
    ticket: ticket ?? head.ticket,
  };
  const events = decision.events.map((event) => decidedEvent(event, current, ticket ?? head.ticket));

  for (const [index, entry] of entries.entries()) attach(draft, decision.entries[index]?.files ?? [], entry);
  draft.heads.set(head.id, { stored: known?.stored ?? null, current });
  draft.byStart.set(startKey(current), current.id);
  draft.entries.push(...entries);
  draft.events.push(...events);
  draft.mails.push(...(decision.mails ?? []).map((mail) => waitingMail(mail, current)));
  if (decision.requesterAddress) draft.addresses.set(decision.requesterAddress.id, decision.requesterAddress);
  for (const entry of entries) {
    if (entry.clientId !== '') draft.byClientId.set(clientKey(entry.conversationId, entry.clientId), entry);
  }
  const hasMail = (decision.mails ?? []).length > 0;
  return { status: 'stored', conversation: current, entries, ticket, events, hasMail };
}

/** What is as it was asked to be: a version without an entry or an event could not be caught up with (DL9). */
function isNothing({ entries, events, patch, ticket, mails = [], requesterAddress }: Acceptance): boolean {
  return entries.length + events.length + mails.length === 0 && !patch && !ticket && !requesterAddress;
}

/** From here on the files are this entry's, for later items of the batch too. */
function attach(draft: Draft, files: readonly FileRow[], entry: EntryRow): void {
  for (const file of files) {
    const before = draft.files.get(file.id)?.before ?? file;
    const after = { ...file, state: 'attached', conversationId: entry.conversationId, entryId: entry.id } as const;
    draft.files.set(file.id, { before, after });
  }
}

function waitingMail(mail: NewMail, { id: conversationId, siteId, visitorId }: ConversationHead): MailRow {
  const addressFolded = mail.address.toLowerCase();
  return { ...mail, conversationId, siteId, visitorId, addressFolded, state: 'waiting', attempts: 0 };
}

/** The ticket as this decision leaves it; null when it neither makes nor changes one. */
async function decideTicket(
  draft: Draft,
  head: ConversationHead,
  decided: Acceptance['ticket'],
): Promise<TicketRow | null> {
  if (!decided) return null;
  if ('make' in decided) {
    if (head.ticket) throw new Error(`Conversation ${head.id} already has a ticket (TK1).`);
    const number = await draft.nextTicketNumber();
    const { siteId, id: conversationId } = head;
    const ticket = { ...decided.make, number, siteId, conversationId, version: 1, updatedAt: decided.make.createdAt };
    draft.tickets.set(ticket.id, { stored: null, current: ticket });
    return ticket;
  }
  if (!head.ticket) throw new Error(`Conversation ${head.id} has no ticket to change.`);
  const ticket = { ...head.ticket, ...decided.patch, version: head.ticket.version + 1 };
  const known = draft.tickets.get(ticket.id);
  draft.tickets.set(ticket.id, { stored: known ? known.stored : head.ticket, current: ticket });
  return ticket;
}

function numbered(
  head: ConversationHead,
  entries: readonly NewEntry[],
  clientId: string,
  ticket: TicketRow | null,
): EntryRow[] {
  let publicSeq = head.lastPublicSeq;
  return entries.map((entry, index) => ({
    id: entry.id,
    conversationId: head.id,
    siteId: head.siteId,
    seq: head.lastSeq + index + 1,
    publicSeq: entry.isPublic ? ++publicSeq : 0,
    kind: entry.kind,
    authorKind: entry.authorKind,
    authorId: entry.authorId,
    clientId: index === 0 ? clientId : '',
    body: entry.body,
    data: dataWithFiles(withTicket(entry.data, ticket), entry.files ?? []),
    position: 0,
    createdAt: entry.at,
  }));
}

function lastOf(head: ConversationHead, entries: readonly EntryRow[]) {
  const last = entries.at(-1);
  const lastMessage = entries.findLast((entry) => entry.kind === 'message' && entry.publicSeq > 0);
  return {
    lastSeq: last?.seq ?? head.lastSeq,
    lastPublicSeq: entries.findLast((entry) => entry.publicSeq > 0)?.publicSeq ?? head.lastPublicSeq,
    lastAuthorKind: lastMessage?.authorKind ?? head.lastAuthorKind,
    lastEntryAt: last?.createdAt ?? head.lastEntryAt,
  };
}

function decidedEvent(event: DecidedEvent, head: ConversationHead, ticket: TicketRow | null): EventRow {
  const changed = event.subjectKind === 'ticket' ? (ticket?.version ?? 0) : head.version;
  const version = event.version ?? changed;
  return { ...event, before: event.before ?? {}, after: withTicket(event.after, ticket), version, position: 0 };
}

function withTicket(data: TicketAware | undefined, ticket: TicketRow | null) {
  if (typeof data !== 'function') return data ?? {};
  if (!ticket) throw new Error('This text needs a ticket, and there is none.');
  return data(ticket);
}

async function takePositions(run: RunStatement, statements: AppendStatements, draft: Draft): Promise<void> {
  const count = draft.entries.length + draft.events.length;
  if (count === 0) return;
  let position = await statements.takePositions(run, count);
  for (const row of [...draft.entries, ...draft.events]) row.position = ++position;
}

async function write(run: RunStatement, statements: AppendStatements, draft: Draft): Promise<void> {
  const heads = [...draft.heads.values()];
  const started = heads.filter((head) => !head.stored).map((head) => head.current);
  const inserted = await statements.insertConversations(run, started);
  if (inserted < started.length) throw new StartedElsewhere();
  await statements.updateConversations(
    run,
    heads.flatMap(({ stored, current }) =>
      stored && stored !== current
        ? [{ before: { ...stored, ticket: null }, after: { ...current, ticket: null } }]
        : [],
    ),
  );
  await statements.insertEntries(run, draft.entries);
  await statements.updateFiles(
    run,
    [...draft.files.values()].filter(({ before, after }) => before !== after),
  );
  const tickets = [...draft.tickets.values()];
  await statements.updateTickets(
    run,
    tickets.flatMap(({ stored, current }) => (stored ? [{ before: stored, after: current }] : [])),
  );
  await statements.insertTickets(
    run,
    tickets.flatMap(({ stored, current }) => (stored ? [] : [current])),
  );
  await statements.insertEvents(run, draft.events);
  await statements.setAddresses(run, [...draft.addresses.values()]);
  await statements.insertMails(run, draft.mails);
}

function newHead(start: NewConversation): ConversationHead {
  return {
    ...start,
    lastSeq: 0,
    lastPublicSeq: 0,
    lastAuthorKind: '',
    lastEntryAt: 0,
    lastReplySeq: 0,
    lastReplyBy: '',
    visitorReadSeq: 0,
    agentReadSeq: 0,
    rating: '',
    ratingComment: '',
    version: 0,
    ticket: null,
  };
}

function isSame(entry: EntryRow, { fingerprint, fileIds = [] }: AppendItem): boolean {
  return (
    entry.kind === fingerprint.kind &&
    entry.authorKind === fingerprint.authorKind &&
    entry.authorId === fingerprint.authorId &&
    entry.body === fingerprint.body &&
    filesIn(entry.data)
      .map((file) => file.id)
      .join() === fileIds.join()
  );
}

const startKey = ({ visitorId, startId }: { visitorId: string; startId: string }) => `${visitorId} ${startId}`;
const clientKey = (conversationId: string, clientId: string) => `${conversationId} ${clientId}`;
const unique = <T>(values: readonly T[]) => [...new Set(values)];
