import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { Entry } from '@ventanilla/shared/entities/entry';
import type { ConversationId } from '@ventanilla/shared/ids';
import { isNewer } from '@ventanilla/shared/state/rows';
import { emptyThread, hear, join } from '@ventanilla/shared/state/thread';
import type { ErrorCode } from '@ventanilla/shared/wire/errors';
import type { QueuePlace, SentAnswer, SyncAnswer } from '@ventanilla/shared/wire/visitor';
import type { Link, Model, Outgoing } from './model.ts';

export type Change =
  | { type: 'link'; link: Link; at: number; refusal?: ErrorCode }
  | { type: 'storageBlocked' }
  | { type: 'written'; outgoing: Outgoing }
  | { type: 'acknowledged'; outgoing: Outgoing; answer: SentAnswer }
  | { type: 'refused'; clientId: string; code: ErrorCode }
  | { type: 'retried'; outgoing: Outgoing }
  | { type: 'discarded'; clientId: string }
  /** `isBehind`: the server has less than was known here, so it was restored from a backup. */
  | { type: 'listed'; conversations: VisitorConversation[]; isBehind?: boolean }
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
      return change.conversations.reduce(putConversation, {
        ...model,
        ...(change.isBehind && { conversations: [], threads: {} }),
        isListed: true,
      });
    case 'synced':
      return sync(model, change.answer);
    case 'entryAdded':
      return addEntries(answered(model, change.conversationId, change.entry), change.conversationId, [change.entry]);
    case 'conversationChanged':
      return putConversation(
        change.entries ? addEntries(model, change.conversation.id, change.entries) : model,
        change.conversation,
      );
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
  return withoutOutgoing(putConversation(addEntries(known, conversation.id, [entry]), conversation), clientId);
}

function sync(model: Model, { conversation, entries, isSnapshot }: SyncAnswer): Model {
  return putConversation(addEntries(model, conversation.id, entries, isSnapshot), conversation);
}

/**
 * What is stored is no longer waiting, even before its acknowledgement arrives: nobody hears of it earlier (DL3). Only what
 * begins a conversation waits for it: until then nothing else says where it went, and it would be nowhere to be seen.
 */
function addEntries(model: Model, id: ConversationId, entries: readonly Entry[], isSnapshot = false): Model {
  const thread = join(model.threads[id] ?? emptyThread, entries, isSnapshot);
  return {
    ...model,
    threads: { ...model.threads, [id]: thread },
    outgoing: model.outgoing.filter(
      ({ clientId, conversationId, startId }) =>
        !(conversationId || model.started[startId]) || !entries.some((entry) => entry.clientId === clientId),
    ),
  };
}

/** An older version than the known one has nothing to say. Marks only go forward (DL8): ours may be ahead of the server's. */
function putConversation(model: Model, conversation: VisitorConversation): Model {
  const known = model.conversations.find(({ id }) => id === conversation.id);
  const newest = {
    ...(known && isNewer(known, conversation) ? known : conversation),
    readSeq: Math.max(conversation.readSeq, known?.readSeq ?? 0),
    agentReadSeq: Math.max(conversation.agentReadSeq, known?.agentReadSeq ?? 0),
  };
  // Of those of one instant, the server's order.
  const others = model.conversations.filter(({ id }) => id !== conversation.id);
  const conversations = [...others, newest].sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
  const thread = model.threads[conversation.id];
  const threads = thread ? { ...model.threads, [conversation.id]: hear(thread, newest.lastSeq) } : model.threads;
  return { ...model, conversations, threads };
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

function withoutOutgoing(model: Model, clientId: string): Model {
  return { ...model, outgoing: model.outgoing.filter((one) => one.clientId !== clientId) };
}
