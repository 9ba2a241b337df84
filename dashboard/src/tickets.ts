import { batch } from '@preact/signals';
import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import { conversationOf } from '@ventanilla/shared/state/inbox';
import {
  changeDetail,
  changeTicketPage,
  emptyTicketPage,
  lacksHistory,
  newestDetail,
  openTicketPage,
} from '@ventanilla/shared/state/opened';
import { emptyThread, hear, join, lastSeq } from '@ventanilla/shared/state/thread';
import {
  changeTicket,
  emptyTicketList,
  firstPage,
  nextPage,
  sameFilter,
  type TicketFilter,
} from '@ventanilla/shared/state/ticket-list';
import type { CommandInput } from '@ventanilla/shared/wire/contract';
import type { Answer } from './connection/failure.ts';
import { fillThread } from './conversations.ts';
import * as desk from './desk.ts';
import { call } from './live.ts';

export type TicketTriage = Omit<CommandInput<'ticket:triage'>, 'conversationId' | 'version'>;

/** Counts first pages that were asked for: of several on their way the last one counts. */
let asked = 0;

/** The first page of a list; asking again with the same filter keeps the old rows until the new ones are here. */
export async function listTickets(filter: TicketFilter): Promise<void> {
  const before = desk.shownTickets.value;
  const isSame = before !== null && sameFilter(before.filter, filter);
  desk.shownTickets.value = { filter, list: isSame ? before.list : emptyTicketList, isLoading: true, failure: null };
  const mine = ++asked;
  const answer = await call('ticket:list', queryOf(filter, ''));
  const shown = desk.shownTickets.peek();
  if (mine !== asked || shown?.filter !== filter) return;
  desk.shownTickets.value = answer.ok
    ? { filter, list: firstPage(shown.list, answer.data), isLoading: false, failure: null }
    : { ...shown, isLoading: false, failure: answer.error };
}

export async function listMoreTickets(): Promise<void> {
  const before = desk.shownTickets.value;
  if (!before || before.isLoading || before.list.next === '') return;
  desk.shownTickets.value = { ...before, isLoading: true, failure: null };
  const answer = await call('ticket:list', queryOf(before.filter, before.list.next));
  const shown = desk.shownTickets.peek();
  // The list may have been asked for again meanwhile: then this page does not follow on what is shown.
  if (shown?.filter !== before.filter || shown.list.shown !== before.list.shown) return;
  desk.shownTickets.value = answer.ok
    ? { ...shown, list: nextPage(shown.list, answer.data), isLoading: false }
    : { ...shown, isLoading: false, failure: answer.error };
}

/** TK2: the ticket with its thread and its history. Its thread is the conversation on the screen. */
export async function openTicket(number: string): Promise<void> {
  if (desk.openedTicket.value?.number !== number) {
    desk.openedTicket.value = { ...emptyTicketPage, number, failure: null };
  }
  // Where the page is open already its thread is here, and only what follows is asked for (DL4).
  const isOpen = desk.openedTicket.value?.ticket?.conversationId === desk.opened.value?.id;
  const known = isOpen ? desk.opened.value?.thread : undefined;
  const answer = await call('ticket:open', { number, afterSeq: lastSeq(known ?? emptyThread) });
  const page = desk.openedTicket.value;
  if (page?.number !== number) return;
  if (!answer.ok) {
    desk.openedTicket.value = { ...page, failure: answer.error };
    return;
  }
  const { conversation, entries, isSnapshot } = answer.data;
  const opened = desk.opened.value;
  const before = opened?.id === conversation.id ? opened : { detail: null, thread: emptyThread };
  const shown = { ...openTicketPage(page, answer.data), number, failure: null };
  // News of the conversation may have overtaken the answer.
  const heard = conversationOf(desk.inbox.value, conversation.id);
  const detail = changeDetail(newestDetail(before.detail, conversation), heard);
  const thread = hear(join(before.thread, entries, isSnapshot), detail.lastSeq);
  batch(() => {
    desk.openedTicket.value = shown;
    desk.opened.value = { id: conversation.id, detail, thread, failure: null };
  });
  void fillThread();
  if (lacksHistory(shown)) void openTicket(number);
}

/** TK8. A change on a state that is not the latest one is refused; then the latest is asked for. */
export async function triageTicket(ticket: TicketSummary, change: TicketTriage): Promise<Answer<unknown>> {
  const { conversationId, version, number } = ticket;
  const answer = await call('ticket:triage', { conversationId, version, ...change });
  if (answer.ok) showTicket(answer.data.ticket);
  else if (answer.error.code === 'conflict') void openTicket(number);
  return answer;
}

function showTicket(ticket: TicketSummary): void {
  changeTickets([ticket], 0);
  const page = desk.openedTicket.value;
  if (page) desk.openedTicket.value = { ...page, ...changeTicketPage(page, ticket) };
}

/** Newer states, from an event or from catching up. */
export function changeTickets(tickets: readonly TicketSummary[], position: number): void {
  const shown = desk.shownTickets.value;
  if (!shown || tickets.length === 0) return;
  const list = tickets.reduce((before, ticket) => changeTicket(before, ticket, position), shown.list);
  desk.shownTickets.value = { ...shown, list };
}

export function closeTicket(number: string): void {
  if (desk.openedTicket.value?.number !== number) return;
  batch(() => {
    desk.openedTicket.value = null;
    desk.opened.value = null;
  });
}

/** Questions left open are not asked. */
function queryOf({ status, reason, type, priority, ...rest }: TicketFilter, after: string) {
  return {
    ...rest,
    ...(status && { status }),
    ...(reason && { reason }),
    ...(type && { type }),
    ...(priority && { priority }),
    after,
  };
}
