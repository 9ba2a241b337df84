import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import type { ConversationId } from '@ventanilla/shared/ids';

/** What is known of one conversation: `null` once it has left our scope. `position`: of the news it comes from. */
interface Row {
  conversation: ConversationSummary | null;
  position: number;
}

/** DL9. The last snapshot, and whatever was heard since. */
export interface Inbox {
  isOpen: boolean;
  rows: ReadonlyMap<ConversationId, Row>;
}

export const emptyInbox: Inbox = { isOpen: false, rows: new Map() };

/** A snapshot replaces everything that is not younger than it: news may overtake it on the way. */
export function openInbox(inbox: Inbox, snapshot: { conversations: ConversationSummary[]; position: number }): Inbox {
  const rows = new Map<ConversationId, Row>();
  for (const conversation of snapshot.conversations) {
    rows.set(conversation.id, { conversation, position: snapshot.position });
  }
  for (const [id, row] of inbox.rows) if (isYounger(row, rows.get(id), snapshot.position)) rows.set(id, row);
  return { isOpen: true, rows };
}

/** Idempotent and monotone: what is not newer than what we have changes nothing. A command's answer has no position. */
export function changeConversation(inbox: Inbox, conversation: ConversationSummary, position = 0): Inbox {
  const row = inbox.rows.get(conversation.id);
  if (row?.conversation === null && row.position >= position) return inbox;
  if (row?.conversation && !isNewer(conversation, row.conversation)) return inbox;
  return withRow(inbox, conversation.id, { conversation, position: Math.max(position, row?.position ?? 0) });
}

export function removeConversation(inbox: Inbox, id: ConversationId, position: number): Inbox {
  const row = inbox.rows.get(id);
  if (row && (row.position > position || row.conversation === null)) return inbox;
  return withRow(inbox, id, { conversation: null, position });
}

export function conversationOf(inbox: Inbox, id: ConversationId): ConversationSummary | null {
  return inbox.rows.get(id)?.conversation ?? null;
}

/** A new entry moves `lastSeq`, a change of state moves `version`. */
export function isNewer(one: ConversationSummary, other: ConversationSummary): boolean {
  return one.version > other.version || (one.version === other.version && one.lastSeq > other.lastSeq);
}

function isYounger(row: Row, fresh: Row | undefined, position: number): boolean {
  if (row.position > position) return true;
  return Boolean(row.conversation && fresh?.conversation && isNewer(row.conversation, fresh.conversation));
}

function withRow(inbox: Inbox, id: ConversationId, row: Row): Inbox {
  return { ...inbox, rows: new Map(inbox.rows).set(id, row) };
}
