import { batch } from '@preact/signals';
import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import type { AgentEntry } from '@ventanilla/shared/entities/entry';
import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import type { ConversationId } from '@ventanilla/shared/ids';
import { changeConversation, conversationOf } from '@ventanilla/shared/state/inbox';
import { changeDetail, newestDetail } from '@ventanilla/shared/state/opened';
import { isNewer } from '@ventanilla/shared/state/rows';
import { emptyThread, hasGap, hear, join, lastSeq } from '@ventanilla/shared/state/thread';
import type { SettableStatus } from '@ventanilla/shared/vocabulary';
import type { AgentCommandName, CommandInput } from '@ventanilla/shared/wire/contract';
import { backOffMs } from './connection/back-off.ts';
import { type Answer, type Failure, isPassing } from './connection/failure.ts';
import * as desk from './desk.ts';
import { chance } from './ids.ts';
import { call } from './live.ts';

/** What the reader does with conversations, and what follows on the screen. */

/** Shows at once what is known, then what the server says. Asking again for the same one refreshes it. */
export async function openConversation(id: ConversationId): Promise<void> {
  if (desk.opened.value?.id !== id) desk.opened.value = { id, detail: null, thread: emptyThread, failure: null };
  const known = desk.opened.value?.id === id ? desk.opened.value.thread : emptyThread;
  const answer = await call('conversation:open', { conversationId: id, afterSeq: lastSeq(known) });
  const opened = desk.opened.value;
  if (opened?.id !== id) return;
  if (!answer.ok) {
    desk.opened.value = { ...opened, failure: answer.error };
    return;
  }
  const { conversation, entries, isSnapshot, position } = answer.data;
  batch(() => {
    desk.inbox.value = changeConversation(desk.inbox.value, conversation, position);
    // News of it may have overtaken the answer.
    const detail = changeDetail(newestDetail(opened.detail, conversation), conversationOf(desk.inbox.value, id));
    const thread = hear(join(opened.thread, entries, isSnapshot), detail.lastSeq);
    desk.opened.value = { id, detail, thread, failure: null };
  });
  void fillThread();
}

export function closeConversation(id: ConversationId): void {
  if (desk.opened.value?.id === id) desk.opened.value = null;
}

type Act = Extract<
  AgentCommandName,
  `conversation:${'take' | 'end' | 'discard' | 'restore' | 'handOver'}` | `visitor:${'block' | 'unblock'}`
>;

/** An act on a conversation shows what it led to. CV4: whoever takes it second is told who has it (`taken`). */
export async function actOn<N extends Act>(name: N, input: CommandInput<N>): Promise<Answer<unknown>> {
  const answer: Answer<{ conversation: ConversationSummary }> = await call(name, input);
  if (answer.ok) showChange(answer.data.conversation, 0);
  return answer;
}

export async function createTicket(id: ConversationId): Promise<Answer<{ number: string }>> {
  const answer = await call('ticket:create', { conversationId: id });
  return answer.ok ? { ok: true, data: showTicket(id, answer.data.ticket) } : answer;
}

export async function setTicketStatus(id: ConversationId, status: SettableStatus): Promise<Answer<unknown>> {
  const answer = await call('ticket:setStatus', { conversationId: id, status });
  return answer.ok ? { ok: true, data: showTicket(id, answer.data.ticket) } : answer;
}

function showTicket(id: ConversationId, ticket: TicketSummary): TicketSummary {
  const opened = desk.opened.value;
  if (opened?.id === id && opened.detail) desk.opened.value = { ...opened, detail: { ...opened.detail, ticket } };
  return ticket;
}

/** A newer state of a conversation, from an event or from an answer. */
export function showChange(conversation: ConversationSummary, position: number): void {
  batch(() => {
    desk.inbox.value = changeConversation(desk.inbox.value, conversation, position);
    const opened = desk.opened.value;
    if (opened?.detail && opened.id === conversation.id && isNewer(conversation, opened.detail)) {
      const thread = hear(opened.thread, conversation.lastSeq);
      desk.opened.value = { ...opened, detail: changeDetail(opened.detail, conversation), thread };
      // The comment of a rating, and what the page says, are too long for a list: they come with the whole conversation.
      const isDescribed = conversation.attributesAt !== opened.detail.attributesAt;
      if (conversation.rating !== '' || isDescribed) void openConversation(conversation.id);
    }
  });
  void fillThread();
}

export function showEntry(id: ConversationId, entry: AgentEntry): void {
  const opened = desk.opened.value;
  if (opened?.id !== id) return;
  desk.opened.value = { ...opened, thread: join(opened.thread, [entry]) };
  void fillThread();
}

const filling = new Set<ConversationId>();

/**
 * DL5: what is missing is asked for before what comes after it is shown; as long as that helps, or the server cannot answer
 * just now. The next connection begins with the whole conversation.
 */
export async function fillThread(): Promise<void> {
  const id = desk.opened.value?.id;
  if (!id || filling.has(id)) return;
  filling.add(id);
  let failures = 0;
  for (let last = -1; lacksMoreThan(id, last); ) {
    last = lastSeq(desk.opened.value?.thread ?? emptyThread);
    const failure = await catchUp(id);
    if (!failure || !mayPass(failure)) continue;
    last = -1;
    const pauseMs = Number(failure.details?.retryAfterMs) || backOffMs(failures++, chance());
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  filling.delete(id);
}

function lacksMoreThan(id: ConversationId, last: number): boolean {
  const opened = desk.opened.value;
  return opened?.id === id && hasGap(opened.thread) && lastSeq(opened.thread) > last;
}

function mayPass(failure: Failure): boolean {
  return desk.offlineSince.value === 0 && (failure.code === 'internal' || isPassing(failure));
}

/** Asks for whatever the thread on the screen does not have yet; resolves to why that did not work, if it did not. */
export async function catchUp(id: ConversationId): Promise<Failure | null> {
  const before = desk.opened.value;
  if (before?.id !== id) return null;
  const answer = await call('entry:list', { conversationId: id, afterSeq: lastSeq(before.thread) });
  const opened = desk.opened.value;
  if (!answer.ok) return answer.error;
  if (opened?.id !== id) return null;
  const { entries, isSnapshot } = answer.data;
  desk.opened.value = { ...opened, thread: join(opened.thread, entries, isSnapshot) };
  return null;
}

/** DL8. Monotone on the server; here only so that the same mark is not sent again and again. */
let marked = { id: '', seq: 0 };

export function markRead(id: ConversationId, seq: number): void {
  if (marked.id === id && marked.seq >= seq) return;
  marked = { id, seq };
  void call('entry:read', { conversationId: id, seq });
}
