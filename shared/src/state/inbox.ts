import type { ConversationSummary } from '../entities/conversation.ts';
import type { ConversationId } from '../ids.ts';
import { addChanges, noRows, putRow, type Rows, replaceRows, rowOf } from './rows.ts';

/** DL9. The last snapshot, and whatever was heard since. */
export interface Inbox {
  isOpen: boolean;
  rows: Rows<ConversationSummary>;
}

export const emptyInbox: Inbox = { isOpen: false, rows: noRows };

/** A snapshot, or what has changed since `inbox.rows.position`. */
export function openInbox(
  { rows }: Inbox,
  answer: { conversations: ConversationSummary[]; position: number; isSnapshot: boolean },
): Inbox {
  const take = answer.isSnapshot ? replaceRows : addChanges;
  return { isOpen: true, rows: take(rows, answer.conversations, answer.position) };
}

/** `position` is that of the event; a command's answer has none. */
export function changeConversation(inbox: Inbox, conversation: ConversationSummary, position = 0): Inbox {
  const rows = putRow(inbox.rows, conversation, position);
  return rows === inbox.rows ? inbox : { ...inbox, rows };
}

export function conversationOf(inbox: Inbox, id: ConversationId): ConversationSummary | null {
  return rowOf(inbox.rows, id);
}
