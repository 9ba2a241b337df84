import { batch } from '@preact/signals';
import { emptyTicketPage, newestDetail, openTicketPage } from '@ventanilla/shared/state/opened';
import { emptyThread, join } from '@ventanilla/shared/state/thread';
import {
  emptyTicketList,
  firstPage,
  nextPage,
  sameFilter,
  type TicketFilter,
} from '@ventanilla/shared/state/ticket-list';
import * as desk from './desk.ts';
import { call } from './live.ts';

/** The first page of a list; asking again with the same filter keeps the old rows until the new ones are here. */
export async function listTickets(filter: TicketFilter): Promise<void> {
  const before = desk.shownTickets.value;
  const isSame = before !== null && sameFilter(before.filter, filter);
  desk.shownTickets.value = { filter, list: isSame ? before.list : emptyTicketList, isLoading: true, failure: null };
  const answer = await call('ticket:list', queryOf(filter, ''));
  const shown = desk.shownTickets.peek();
  if (shown?.filter !== filter) return;
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
  if (!shown || shown.filter !== before.filter) return;
  desk.shownTickets.value = answer.ok
    ? { ...shown, list: nextPage(shown.list, answer.data), isLoading: false }
    : { ...shown, isLoading: false, failure: answer.error };
}

/** TK2: the ticket with its thread and its history. Its thread is the conversation on the screen. */
export async function openTicket(number: string): Promise<void> {
  if (desk.openedTicket.value?.number !== number) {
    desk.openedTicket.value = { ...emptyTicketPage, number, failure: null };
  }
  const answer = await call('ticket:open', { number });
  const page = desk.openedTicket.value;
  if (page?.number !== number) return;
  if (!answer.ok) {
    desk.openedTicket.value = { ...page, failure: answer.error };
    return;
  }
  const { conversation, entries } = answer.data;
  const opened = desk.opened.value;
  const before = opened?.id === conversation.id ? opened : { detail: null, thread: emptyThread };
  batch(() => {
    desk.openedTicket.value = { ...openTicketPage(page, answer.data), number, failure: null };
    desk.opened.value = {
      id: conversation.id,
      detail: newestDetail(before.detail, conversation),
      thread: join(before.thread, entries, true),
      failure: null,
    };
  });
}

export function closeTicket(number: string): void {
  if (desk.openedTicket.value?.number !== number) return;
  batch(() => {
    desk.openedTicket.value = null;
    desk.opened.value = null;
  });
}

function queryOf({ status, responsible, reason }: TicketFilter, after: string) {
  return { ...(status && { status }), ...(reason && { reason }), responsible, after };
}
