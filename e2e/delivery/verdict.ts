import type { Evidence, StoredEntry, View } from './evidence.ts';
import type { Written } from './history.ts';

/** What must never happen, each counted; all are 0 or the promise is broken. */
export const counterNames = [
  'acknowledgedButLost',
  'writtenButGone',
  'storedTwice',
  'storedElsewhere',
  'storedButNeverSent',
  'toldButNotStored',
  'contentChanged',
  'gapOrDoubleSeq',
  'outOfOrderPerTab',
  'wrongInAView',
  'viewsDiffer',
  'shownAsSentNotAcknowledged',
  'stillWaiting',
  'ticketTwice',
  'ticketLost',
  'mailTwice',
  'mailLost',
] as const;
export type CounterName = (typeof counterNames)[number];
export type Counters = Record<CounterName, number>;

export interface Verdict {
  counters: Counters;
  /** The first few of each, for whoever has to find out why. */
  examples: Partial<Record<CounterName, unknown[]>>;
}

const examplesKept = 5;

export function judge(evidence: Evidence): Verdict {
  const counters = Object.fromEntries(counterNames.map((name) => [name, 0])) as Counters;
  const examples: Verdict['examples'] = {};
  const count: Count = (name, example) => {
    counters[name] += 1;
    examples[name] ??= [];
    const kept = examples[name];
    if (kept.length < examplesKept) kept.push(example);
  };
  const byClientId = Map.groupBy(evidence.stored.entries, ({ clientId }) => clientId);
  judgeWritten(evidence, byClientId, count);
  judgeStored(evidence, byClientId, count);
  judgeOrder(evidence, byClientId, count);
  judgeViews(evidence, count);
  judgeTickets(evidence, count);
  judgeMails(evidence, count);
  return { counters, examples };
}

export function isGreen({ counters }: Pick<Verdict, 'counters'>): boolean {
  return counterNames.every((name) => counters[name] === 0);
}

type Count = (name: CounterName, example: unknown) => void;
type ByClientId = Map<string, StoredEntry[]>;

/** From the writers' side: what they were told, and what they may rely on. */
function judgeWritten({ history, shownAsUnsent, waiting }: Evidence, byClientId: ByClientId, count: Count): void {
  for (const written of history.written.values()) {
    const rows = byClientId.get(written.clientId) ?? [];
    if (written.outcome === 'ok' && !isKept(written, rows)) count('acknowledgedButLost', { written, rows });
    if (written.outcome === 'ok' && !history.heard.has(written.clientId)) count('shownAsSentNotAcknowledged', written);
    const isAccountedFor = rows.length > 0 || shownAsUnsent.has(written.clientId) || written.outcome === 'fail';
    if (written.isTaken && !isAccountedFor) count('writtenButGone', written);
  }
  for (const clientId of waiting) count('stillWaiting', history.written.get(clientId));
}

function isKept({ acknowledged }: Written, rows: StoredEntry[]): boolean {
  if (!acknowledged) return rows.length > 0;
  return rows.some(
    ({ id, conversationId, seq, publicSeq }) =>
      id === acknowledged.entryId &&
      conversationId === acknowledged.conversationId &&
      (publicSeq === acknowledged.seq || seq === acknowledged.seq),
  );
}

/** From the database's side: every word is somebody's, once, as it was written. */
function judgeStored({ history, stored }: Evidence, byClientId: ByClientId, count: Count): void {
  const said = stored.entries.filter(({ kind }) => kind === 'message' || kind === 'note');
  const homes = new Map(stored.conversations.flatMap(({ id, startId }) => [[startId, id] as const, [id, id] as const]));
  for (const row of said) {
    const written = history.written.get(row.clientId);
    if (!written) {
      count('storedButNeverSent', row);
      continue;
    }
    if (written.body !== row.body || written.kind !== row.kind) count('contentChanged', { written, row });
    if (homes.get(written.key) !== row.conversationId) count('storedElsewhere', { written, row });
  }
  const ids = new Set(stored.entries.map(({ id }) => id));
  for (const id of history.heardEntries) if (!ids.has(id)) count('toldButNotStored', id);
  for (const [clientId, rows] of byClientId) {
    if (clientId !== '' && rows.length > 1) count('storedTwice', rows);
  }
  for (const [, rows] of Map.groupBy(said, ({ body }) => body)) {
    if (new Set(rows.map(({ clientId }) => clientId)).size > 1) count('storedTwice', rows);
  }
  const startOf = ({ visitorId, startId }: Evidence['stored']['conversations'][number]) => `${visitorId} ${startId}`;
  for (const [, same] of Map.groupBy(stored.conversations, startOf)) if (same.length > 1) count('storedTwice', same);
}

function judgeOrder({ history, stored }: Evidence, byClientId: ByClientId, count: Count): void {
  const byConversation = Map.groupBy(stored.entries, ({ conversationId }) => conversationId);
  for (const conversation of stored.conversations) {
    const rows = (byConversation.get(conversation.id) ?? []).toSorted((a, b) => a.seq - b.seq);
    const shared = rows.filter(({ publicSeq }) => publicSeq > 0);
    const isCounted =
      rows.every(({ seq }, index) => seq === index + 1) &&
      shared.every(({ publicSeq }, index) => publicSeq === index + 1) &&
      conversation.lastSeq === rows.length &&
      conversation.lastPublicSeq === shared.length;
    if (!isCounted) count('gapOrDoubleSeq', { conversation, seqs: rows.map(({ seq, publicSeq }) => [seq, publicSeq]) });
  }
  for (const [position, rows] of Map.groupBy(stored.entries, (row) => row.position)) {
    // PostgreSQL gives a line its place right after the commit.
    if (position === 0) for (const row of rows) count('stillWaiting', row);
    else if (rows.length > 1) count('gapOrDoubleSeq', { position, rows });
  }
  const highest = new Map<string, { written: Written; row: StoredEntry }>();
  for (const written of history.written.values()) {
    const [row] = byClientId.get(written.clientId) ?? [];
    if (!row) continue;
    const key = `${written.page} ${row.conversationId}`;
    const before = highest.get(key);
    if (before && before.row.seq > row.seq) count('outOfOrderPerTab', { before, after: { written, row } });
    else highest.set(key, { written, row });
  }
}

function judgeTickets({ stored }: Evidence, count: Count): void {
  const byConversation = Map.groupBy(stored.tickets, ({ conversationId }) => conversationId);
  const byNumber = Map.groupBy(stored.tickets, ({ number }) => number);
  for (const same of [...byConversation.values(), ...byNumber.values()]) {
    for (const ticket of same.slice(1)) count('ticketTwice', ticket);
  }
  for (const conversation of stored.conversations) {
    if (conversation.outcome === 'ticketed' && !byConversation.has(conversation.id)) count('ticketLost', conversation);
  }
}

/** TK3: who has said where is told of their ticket there, once. */
function judgeMails({ stored }: Evidence, count: Count): void {
  const keyOf = (ticketId: string, address: string) => `${ticketId} ${address.toLowerCase()}`;
  const told = Map.groupBy(stored.mails, ({ ticketId, address }) => keyOf(ticketId, address));
  for (const same of told.values()) for (const mail of same.slice(1)) count('mailTwice', mail);
  const addresses = new Map(stored.conversations.map(({ id, address }) => [id, address]));
  for (const ticket of stored.tickets) {
    const address = addresses.get(ticket.conversationId) ?? '';
    if (address !== '' && !told.has(keyOf(ticket.id, address))) count('mailLost', { ticket, address });
  }
}

/** Each view on its own against the database; then all of one conversation and stream against each other. */
function judgeViews({ stored, views, lists }: Evidence, count: Count): void {
  const byConversation = Map.groupBy(stored.entries, ({ conversationId }) => conversationId);
  for (const view of views) {
    const rows = byConversation.get(view.conversationId) ?? [];
    const faults = faultsOf(view, rows);
    for (const fault of faults) count('wrongInAView', { page: view.page, conversationId: view.conversationId, fault });
  }
  for (const [, same] of Map.groupBy(views, ({ conversationId, stream }) => `${conversationId} ${stream}`)) {
    const [first, ...others] = same;
    for (const other of others) {
      if (first && tailOf(first, other) !== tailOf(other, first))
        count('viewsDiffer', { pages: [first.page, other.page], conversationId: first.conversationId });
    }
  }
  for (const difference of lists) count('viewsDiffer', difference);
}

/** From where a view begins it has every line, once, in order, up to the last; a whole one begins with the first. */
function faultsOf({ stream, isWhole, lines }: View, rows: StoredEntry[]): unknown[] {
  const seqOf = (row: StoredEntry) => (stream === 'public' ? row.publicSeq : row.seq);
  const expected = rows.filter((row) => seqOf(row) > 0).toSorted((a, b) => seqOf(a) - seqOf(b));
  const from = isWhole ? 0 : (lines[0]?.seq ?? 1) - 1;
  const faults: unknown[] = [];
  const visible = expected.slice(from);
  for (let index = 0; index < Math.max(visible.length, lines.length); index++) {
    const row = visible[index];
    const line = lines[index];
    if (row && line && line.seq === seqOf(row) && line.id === row.id && line.body === row.body) continue;
    faults.push({ stored: row, shown: line });
  }
  return faults;
}

/** What `view` shows from where both have begun. */
function tailOf(view: View, other: View): string {
  const from = Math.max(view.lines[0]?.seq ?? 0, other.lines[0]?.seq ?? 0);
  return view.lines
    .filter(({ seq }) => seq >= from)
    .map(({ seq, id }) => `${seq} ${id}`)
    .join();
}
