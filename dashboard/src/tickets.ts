import { batch } from '@preact/signals';
import * as desk from './desk.ts';
import { call } from './live.ts';
import { emptyThread, openThread } from './model/thread.ts';
import { firstPage, nextPage, sameFilter, type TicketFilter } from './model/ticket-list.ts';

/** The first page of a list; asking again with the same filter keeps the old rows until the new ones are here. */
export async function listTickets(filter: TicketFilter): Promise<void> {
  const before = desk.shownTickets.value;
  const isSame = before !== null && sameFilter(before.filter, filter);
  desk.shownTickets.value = { filter, list: isSame ? before.list : null, isLoading: true, failure: null };
  const answer = await call('ticket:list', queryOf(filter, ''));
  const shown = desk.shownTickets.peek();
  if (shown?.filter !== filter) return;
  desk.shownTickets.value = answer.ok
    ? { filter, list: firstPage(answer.data), isLoading: false, failure: null }
    : { ...shown, isLoading: false, failure: answer.error };
}

export async function listMoreTickets(): Promise<void> {
  const before = desk.shownTickets.value;
  if (!before?.list || before.isLoading || before.list.next === '') return;
  desk.shownTickets.value = { ...before, isLoading: true, failure: null };
  const answer = await call('ticket:list', queryOf(before.filter, before.list.next));
  const shown = desk.shownTickets.peek();
  if (!shown?.list || shown.filter !== before.filter) return;
  desk.shownTickets.value = answer.ok
    ? { ...shown, list: nextPage(shown.list, answer.data), isLoading: false }
    : { ...shown, isLoading: false, failure: answer.error };
}

/** TK2: the ticket with its thread and its history. Its thread is the conversation on the screen. */
export async function openTicket(number: string): Promise<void> {
  if (desk.openedTicket.value?.number !== number) {
    desk.openedTicket.value = { number, ticket: null, followUp: '', history: [], failure: null };
  }
  const answer = await call('ticket:open', { number });
  const page = desk.openedTicket.value;
  if (page?.number !== number) return;
  if (!answer.ok) {
    desk.openedTicket.value = { ...page, failure: answer.error };
    return;
  }
  const { ticket, conversation, entries, followUp, history } = answer.data;
  const opened = desk.opened.value;
  const thread = opened?.id === conversation.id ? opened.thread : emptyThread;
  batch(() => {
    desk.openedTicket.value = { number, ticket, followUp, history, failure: null };
    desk.opened.value = {
      id: conversation.id,
      detail: conversation,
      thread: openThread(thread, entries),
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
