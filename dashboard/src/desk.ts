import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Agent, Group } from '@ventanilla/shared/entities/agent';
import type { ConversationDetail } from '@ventanilla/shared/entities/conversation';
import type { AgentEntry } from '@ventanilla/shared/entities/entry';
import type { Site } from '@ventanilla/shared/entities/site';
import type { ConversationId } from '@ventanilla/shared/ids';
import { emptyInbox, type Inbox } from '@ventanilla/shared/state/inbox';
import type { TicketPage } from '@ventanilla/shared/state/opened';
import type { Thread } from '@ventanilla/shared/state/thread';
import type { TicketFilter, TicketList } from '@ventanilla/shared/state/ticket-list';
import type { Failure } from './connection/failure.ts';
import type { Directory } from './model/directory.ts';
import { type InboxSections, sectionsOf } from './model/inbox-sections.ts';
import type { Outbox } from './model/outbox.ts';

/** Everything the screens show. Screens read it; `news`, `session` and the acts on conversations and tickets write it. */

/**
 * `opening`: not known yet whether anybody is signed in. `signedOut`: with who it was, '' if that was not known.
 * `refused`: no further attempt without the reader.
 */
export type Phase =
  | { kind: 'opening' }
  | { kind: 'open' }
  | { kind: 'signedOut'; failure: Failure | null; agentId: string }
  | { kind: 'refused'; failure: Failure };

export const phase = signal<Phase>({ kind: 'opening' });
/** Since when we are without the server, ms UTC; 0 while it answers. */
export const offlineSince = signal(0);

export const agentId = signal('');
export const agents = signal<Directory<Agent>>(new Map());
export const sites = signal<Directory<Site>>(new Map());
export const groups = signal<readonly Group[]>([]);
export const publicUrl = signal('');

export const me: ReadonlySignal<Agent | null> = computed(() => agents.value.get(agentId.value) ?? null);
export const isAdmin: ReadonlySignal<boolean> = computed(() => me.value?.role === 'admin');

export const inbox = signal<Inbox>(emptyInbox);
/** There is more at work than one answer holds. */
export const isInboxTruncated = signal(false);
export const sections: ReadonlySignal<InboxSections> = computed(() => sectionsOf(inbox.value, agentId.value));

/** The conversation on the screen, in the inbox or as a ticket's thread. */
export interface Opened {
  id: ConversationId;
  detail: ConversationDetail | null;
  thread: Thread<AgentEntry>;
  failure: Failure | null;
}
export const opened = signal<Opened | null>(null);

/** Somebody writes in a conversation, as of `at`; nobody says when they close their laptop. */
export const typing = signal<{ conversationId: ConversationId; authorId: string; at: number } | null>(null);

export const outbox = signal<Outbox>([]);

export interface OpenedTicket extends TicketPage {
  number: string;
  failure: Failure | null;
}
export const openedTicket = signal<OpenedTicket | null>(null);

export interface ShownTickets {
  filter: TicketFilter;
  list: TicketList;
  isLoading: boolean;
  failure: Failure | null;
}
export const shownTickets = signal<ShownTickets | null>(null);

/** One passing sentence about something the reader has just done. */
export const notice = signal('');

/** After signing out, nothing of it stays in the page. */
export function clearDesk(): void {
  agentId.value = '';
  agents.value = new Map();
  sites.value = new Map();
  groups.value = [];
  inbox.value = emptyInbox;
  isInboxTruncated.value = false;
  opened.value = null;
  openedTicket.value = null;
  shownTickets.value = null;
  outbox.value = [];
  typing.value = null;
  offlineSince.value = 0;
  notice.value = '';
}
