import type { PersonRef } from '@ventanilla/shared/entities/agent';
import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import type { Inbox } from '@ventanilla/shared/state/inbox';
import { rowsOf } from '@ventanilla/shared/state/rows';

export interface InboxSections {
  /** Nobody has them: those that came back first, then the oldest. */
  queue: ConversationSummary[];
  /** Mine: first where the visitor's word is the last one, the oldest of them first; then the latest. */
  mine: ConversationSummary[];
  /** Tickets that only a group has: those that are due first. */
  nobodys: ConversationSummary[];
  /** Everybody else's, the latest first. */
  team: ConversationSummary[];
}

export function sectionsOf(inbox: Inbox, agentId: string): InboxSections {
  const sections: InboxSections = { queue: [], mine: [], nobodys: [], team: [] };
  for (const row of rowsOf(inbox.rows)) {
    if (isAtWork(row)) sections[sectionOf(row, agentId)].push(row);
  }
  sections.queue.sort((a, b) => Number(b.isFront) - Number(a.isFront) || a.queuedAt - b.queuedAt || order(a, b));
  sections.mine.sort((a, b) => Number(awaitsUs(b)) - Number(awaitsUs(a)) || turn(a, b) || order(a, b));
  sections.nobodys.sort((a, b) => dueAt(a) - dueAt(b) || order(a, b));
  sections.team.sort((a, b) => b.lastEntryAt - a.lastEntryAt || order(a, b));
  return sections;
}

/** The visitor's word is the last one, so somebody's turn it is: ours. */
export function awaitsUs(conversation: ConversationSummary): boolean {
  return conversation.lastAuthorKind === 'visitor';
}

/** CV2: a conversation that became a ticket is still spoken in until the ticket is closed. */
export function isWritable({ state, outcome, ticket }: ConversationSummary): boolean {
  return state !== 'ended' || (outcome === 'ticketed' && ticket !== null && ticket.status !== 'closed');
}

/** Who answers for it now: once it is a ticket, whoever has the ticket. */
export function holderOf({ state, assignee, ticket }: ConversationSummary): PersonRef | null {
  return state === 'ended' ? (ticket?.assignee ?? null) : assignee;
}

function isAtWork(conversation: ConversationSummary): boolean {
  if (conversation.state !== 'ended') return true;
  return isWritable(conversation) && conversation.ticket?.status !== 'solved';
}

function sectionOf(conversation: ConversationSummary, agentId: string): keyof InboxSections {
  if (conversation.state === 'queued') return 'queue';
  const holder = holderOf(conversation);
  if (holder === null) return 'nobodys';
  return holder.id === agentId ? 'mine' : 'team';
}

/** What is owed no answer comes after all that is. */
function dueAt({ ticket }: ConversationSummary): number {
  return ticket?.dueAt || Number.MAX_SAFE_INTEGER;
}

function turn(a: ConversationSummary, b: ConversationSummary): number {
  return awaitsUs(a) ? a.lastEntryAt - b.lastEntryAt : b.lastEntryAt - a.lastEntryAt;
}

function order(a: ConversationSummary, b: ConversationSummary): number {
  return a.id < b.id ? -1 : 1;
}
