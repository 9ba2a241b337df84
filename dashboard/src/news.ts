import type { AgentEvents } from '@ventanilla/shared/wire/agent';
import { nowMs } from './clock.ts';
import type { Failure } from './connection/failure.ts';
import { fillThread, showChange } from './conversations.ts';
import * as desk from './desk.ts';
import { changeRow, removeRow } from './model/directory.ts';
import { removeConversation } from './model/inbox.ts';
import { addEntry, emptyThread } from './model/thread.ts';
import { changeTicket } from './model/ticket-list.ts';
import { openTicket } from './tickets.ts';

/** What the server tells by itself. Hearing something twice, late or in another order leads to the same screen. */
export const newsFor = (endSession: (failure: Failure) => void): AgentEvents => ({
  'entry:added': ({ conversationId, entry }) => {
    const opened = desk.opened.value;
    if (opened?.id !== conversationId) return;
    desk.opened.value = { ...opened, thread: addEntry(opened.thread, entry) };
    if (desk.typing.value?.authorId === entry.authorId) desk.typing.value = null;
    void fillThread();
  },
  'conversation:changed': ({ conversation, position }) => showChange(conversation, position),
  'conversation:removed': ({ conversationId, position }) => {
    desk.inbox.value = removeConversation(desk.inbox.value, conversationId, position);
    const opened = desk.opened.value;
    if (opened?.id === conversationId) {
      desk.opened.value = { id: conversationId, detail: null, thread: emptyThread, failure: { code: 'not_found' } };
    }
  },
  'conversation:read': ({ conversationId, visitorReadSeq }) => {
    const opened = desk.opened.value;
    if (!opened?.detail || opened.id !== conversationId || opened.detail.visitorReadSeq >= visitorReadSeq) return;
    desk.opened.value = { ...opened, detail: { ...opened.detail, visitorReadSeq } };
  },
  'typing:changed': ({ conversationId, authorId, isTyping }) => {
    desk.typing.value = isTyping ? { conversationId, authorId, at: nowMs() } : null;
  },
  'ticket:changed': ({ ticket }) => {
    const shown = desk.shownTickets.value;
    if (shown?.list) {
      const list = changeTicket(shown.list, ticket, shown.filter, desk.agentId.value);
      if (list !== shown.list) desk.shownTickets.value = { ...shown, list };
    }
    const page = desk.openedTicket.value;
    if (page?.ticket?.id === ticket.id && page.ticket.version < ticket.version) {
      desk.openedTicket.value = { ...page, ticket };
      void openTicket(page.number);
    } else if (page && ticket.follows === page.number && page.followUp === '') void openTicket(page.number);
  },
  'agent:changed': ({ agent }) => {
    desk.agents.value = changeRow(desk.agents.value, agent);
  },
  'agent:removed': ({ agentId }) => {
    desk.agents.value = removeRow(desk.agents.value, agentId);
  },
  'site:changed': ({ site }) => {
    desk.sites.value = changeRow(desk.sites.value, site);
  },
  'command:refused': () => {
    // Every command of ours waits for its own answer, which says the same.
  },
  'session:ended': ({ error }) => endSession(error),
});
