import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { Entry } from '@ventanilla/shared/entities/entry';
import type { ConversationId } from '@ventanilla/shared/ids';
import type { ErrorCode } from '@ventanilla/shared/wire/errors';
import type { QueuePlace, SentAnswer, SyncAnswer } from '@ventanilla/shared/wire/visitor';
import { emptyThread, type Link, lastSeq, type Model, type Outgoing, type Thread } from './model.ts';

export type Change =
  | { type: 'link'; link: Link; at: number; refusal?: ErrorCode }
  | { type: 'storageBlocked' }
  | { type: 'restored'; outgoing: Outgoing[] }
  | { type: 'written'; outgoing: Outgoing }
  | { type: 'acknowledged'; outgoing: Outgoing; answer: SentAnswer }
  | { type: 'refused'; clientId: string; code: ErrorCode }
  | { type: 'retried'; outgoing: Outgoing }
  | { type: 'discarded'; clientId: string }
  | { type: 'listed'; conversations: VisitorConversation[] }
  | { type: 'synced'; answer: SyncAnswer }
  | { type: 'entryAdded'; conversationId: ConversationId; entry: Entry }
  /** `entries`: what comes before those that are here. */
  | { type: 'conversationChanged'; conversation: VisitorConversation; entries?: Entry[] }
  | { type: 'read'; conversationId: ConversationId; seq: number }
  | { type: 'agentRead'; conversationId: ConversationId; seq: number }
  | { type: 'placed'; conversationId: ConversationId; place: QueuePlace }
  /** `name` is '' when nobody writes any more. */
  | { type: 'writing'; conversationId: ConversationId; name: string };

/** Snapshot + changes = fresh snapshot (DL4), whatever is lost, doubled or out of order on the way. */
export function reduce(model: Model, change: Change): Model {
  switch (change.type) {
    case 'link':
      return {
        ...model,
        link: change.link,
        refusal: change.refusal ?? '',
        lostAt: change.link === 'lost' ? model.lostAt || change.at : change.link === 'online' ? 0 : model.lostAt,
      };
    case 'storageBlocked':
      return { ...model, isDurable: false };
    case 'restored':
      return { ...model, outgoing: [...change.outgoing, ...model.outgoing] };
    case 'written':
      return { ...model, outgoing: [...model.outgoing, change.outgoing] };
    case 'acknowledged':
      return acknowledge(model, change.outgoing, change.answer);
    case 'refused':
      return refuse(model, change.clientId, change.code);
    case 'retried':
      return putOutgoing(model, change.outgoing);
    case 'discarded':
      return withoutOutgoing(model, change.clientId);
    case 'listed':
      return change.conversations.reduce(putConversation, { ...model, isListed: true });
    case 'synced':
      return sync(model, change.answer);
    case 'entryAdded':
      return addEntry(answered(model, change.conversationId, change.entry), change.conversationId, change.entry);
    case 'conversationChanged':
      return putConversation(prepend(model, change.conversation.id, change.entries ?? []), change.conversation);
    case 'read':
      return mark(model, change.conversationId, 'readSeq', change.seq);
    case 'agentRead':
      return mark(model, change.conversationId, 'agentReadSeq', change.seq);
    case 'placed':
      return { ...model, places: { ...model.places, [change.conversationId]: change.place } };
    case 'writing':
      return { ...model, writers: { ...model.writers, [change.conversationId]: change.name } };
  }
}

function acknowledge(model: Model, { startId, clientId }: Outgoing, { conversation, entry }: SentAnswer): Model {
  const known = startId === '' ? model : { ...model, started: { ...model.started, [startId]: conversation.id } };
  return withoutOutgoing(putConversation(addEntry(known, conversation.id, entry), conversation), clientId);
}

function sync(model: Model, { conversation, entries, isSnapshot }: SyncAnswer): Model {
  const known = putConversation(model, conversation);
  const before = threadOf(known, conversation.id);
  const base: Thread = { ...before, entries: isSnapshot ? [] : before.entries, isLoaded: true };
  const thread = entries.reduce(append, base);
  const heardSeq = Math.max(thread.heardSeq, conversation.lastSeq);
  return withoutShown(putThread(known, conversation.id, { ...thread, heardSeq }), entries);
}

function addEntry(model: Model, conversationId: ConversationId, entry: Entry): Model {
  return withoutShown(putThread(model, conversationId, append(threadOf(model, conversationId), entry)), [entry]);
}

/** Takes the next entry; drops one that is there already; of one that comes too early it only remembers the number. */
function append(thread: Thread, entry: Entry): Thread {
  const last = lastSeq(thread);
  const isNext = entry.seq === last + 1 || (thread.isLoaded && thread.entries.length === 0);
  return {
    ...thread,
    entries: isNext ? [...thread.entries, entry] : thread.entries,
    heardSeq: Math.max(thread.heardSeq, entry.seq),
  };
}

/** An older version than the known one has nothing to say. Marks only go forward (DL8): ours may be ahead of the server's. */
function putConversation(model: Model, conversation: VisitorConversation): Model {
  const known = model.conversations.find(({ id }) => id === conversation.id);
  if (known && known.version > conversation.version) return model;
  const newest = {
    ...conversation,
    readSeq: Math.max(conversation.readSeq, known?.readSeq ?? 0),
    agentReadSeq: Math.max(conversation.agentReadSeq, known?.agentReadSeq ?? 0),
  };
  const others = model.conversations.filter(({ id }) => id !== conversation.id);
  const conversations = [...others, newest].sort((a, b) => b.createdAt - a.createdAt);
  const thread = model.threads[conversation.id];
  if (!thread) return { ...model, conversations };
  const heardSeq = Math.max(thread.heardSeq, conversation.lastSeq);
  return putThread({ ...model, conversations }, conversation.id, { ...thread, heardSeq });
}

function mark(model: Model, id: ConversationId, reader: 'readSeq' | 'agentReadSeq', seq: number): Model {
  const conversations = model.conversations.map((one) =>
    one.id === id ? { ...one, [reader]: Math.max(one[reader], seq) } : one,
  );
  return { ...model, conversations };
}

/** Whoever was writing has written. */
function answered(model: Model, id: ConversationId, { authorKind }: Entry): Model {
  return authorKind === 'agent' ? { ...model, writers: { ...model.writers, [id]: '' } } : model;
}

/** What is stored is no longer waiting, even before its acknowledgement arrives: nobody hears of it earlier (DL3). */
function withoutShown(model: Model, entries: Entry[]): Model {
  return entries.reduce(
    (before, { clientId }) => (clientId === '' ? before : withoutOutgoing(before, clientId)),
    model,
  );
}

function putOutgoing(model: Model, changed: Outgoing): Model {
  return { ...model, outgoing: model.outgoing.map((one) => (one.clientId === changed.clientId ? changed : one)) };
}

/** Whoever may not write in a conversation any more need not try again. */
function refuse(model: Model, clientId: string, refusal: ErrorCode): Model {
  const outgoing = model.outgoing.find((one) => one.clientId === clientId);
  if (!outgoing) return model;
  const isOver = refusal === 'not_writable';
  const conversations = model.conversations.map((one) =>
    isOver && one.id === outgoing.conversationId ? { ...one, isWritable: false } : one,
  );
  return putOutgoing({ ...model, conversations }, { ...outgoing, refusal });
}

/** Only what joins on without a gap. */
function prepend(model: Model, id: string, earlier: Entry[]): Model {
  const thread = threadOf(model, id);
  const first = thread.entries[0]?.seq ?? 0;
  const entries = earlier.filter(({ seq }) => seq < first);
  return entries.at(-1)?.seq === first - 1
    ? putThread(model, id, { ...thread, entries: [...entries, ...thread.entries] })
    : model;
}

function withoutOutgoing(model: Model, clientId: string): Model {
  return { ...model, outgoing: model.outgoing.filter((one) => one.clientId !== clientId) };
}

function threadOf(model: Model, id: string): Thread {
  return model.threads[id] ?? emptyThread;
}

function putThread(model: Model, id: string, thread: Thread): Model {
  return { ...model, threads: { ...model.threads, [id]: thread } };
}
