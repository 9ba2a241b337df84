import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { Entry } from '@ventanilla/shared/entities/entry';
import type { ConversationId } from '@ventanilla/shared/ids';
import { emptyThread, lastSeq, type Thread } from '@ventanilla/shared/state/thread';
import type { Model, Outgoing } from '../../model/model.ts';

/** One conversation as the screen needs it; before the server knows it there are only outgoing words. */
export interface Talk {
  conversation: VisitorConversation | undefined;
  thread: Thread<Entry>;
  outgoing: Outgoing[];
}

export type Row =
  | { kind: 'day'; at: number }
  | { kind: 'new' }
  | { kind: 'line'; entry: Entry }
  /** `isLast`: the next row is somebody else's, so that time and state are said here. */
  | { kind: 'message'; entry: Entry; isOwn: boolean; isRead: boolean; isLast: boolean };

/** `key` is a conversation's id, or the start id under which it was begun on this page. */
export function talkOf({ conversations, threads, outgoing, started }: Model, key: string): Talk {
  const id = (started[key] ?? key) as ConversationId;
  return {
    conversation: conversations.find((one) => one.id === id),
    thread: threads[id] ?? emptyThread,
    outgoing: outgoing.filter((one) => one.conversationId === id || one.startId === key),
  };
}

/**
 * `dayOf` names the reader's calendar day of an instant. The first answer that was there and unread when its reader began to
 * look, `before`, has a line above it.
 */
export function timeline({ conversation, thread }: Talk, dayOf: (at: number) => string, before: Talk): Row[] {
  const rows: Row[] = [];
  let day = '';
  const readSeq = before.conversation?.readSeq ?? Infinity;
  const newest = Math.max(before.conversation?.lastSeq ?? 0, lastSeq(before.thread));
  const firstNew = thread.entries.find((entry) => entry.seq > readSeq && entry.authorKind === 'agent');
  thread.entries.forEach((entry, index) => {
    if (dayOf(entry.createdAt) !== day) {
      day = dayOf(entry.createdAt);
      rows.push({ kind: 'day', at: entry.createdAt });
    }
    if (entry === firstNew && entry.seq <= newest) rows.push({ kind: 'new' });
    if (entry.kind !== 'message') {
      if (entry.system) rows.push({ kind: 'line', entry });
      return;
    }
    const isRead = entry.seq <= (conversation?.agentReadSeq ?? 0);
    const next = thread.entries[index + 1];
    const isLast =
      next?.kind !== 'message' ||
      next.authorId !== entry.authorId ||
      next.seq <= (conversation?.agentReadSeq ?? 0) !== isRead ||
      dayOf(next.createdAt) !== day;
    rows.push({ kind: 'message', entry, isOwn: entry.authorKind === 'visitor', isRead, isLast });
  });
  return rows;
}
