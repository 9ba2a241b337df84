import { changeTicketPage, lacksHistory } from '@ventanilla/shared/state/opened';
import type { AgentEvents } from '@ventanilla/shared/wire/agent';
import { nowMs } from './clock.ts';
import type { Failure } from './connection/failure.ts';
import { showChange, showEntry } from './conversations.ts';
import * as desk from './desk.ts';
import { changeRow, removeRow } from './model/directory.ts';
import { changeTickets, openTicket } from './tickets.ts';

/** What the server tells by itself. Hearing something twice, late or in another order leads to the same screen. */
export const newsFor = (endSession: (failure: Failure) => void): AgentEvents => ({
  'entry:added': ({ conversationId, entry }) => {
    const { value } = desk.typing;
    if (value?.conversationId === conversationId && value.authorId === entry.authorId) desk.typing.value = null;
    showEntry(conversationId, entry);
  },
  'conversation:changed': ({ conversation, position }) => showChange(conversation, position),
  'conversation:read': ({ conversationId, visitorReadSeq }) => {
    const opened = desk.opened.value;
    if (!opened?.detail || opened.id !== conversationId || opened.detail.visitorReadSeq >= visitorReadSeq) return;
    desk.opened.value = { ...opened, detail: { ...opened.detail, visitorReadSeq } };
  },
  'typing:changed': ({ conversationId, authorId, isTyping }) => {
    desk.typing.value = isTyping ? { conversationId, authorId, at: nowMs() } : null;
  },
  'ticket:changed': ({ ticket, position }) => {
    changeTickets([ticket], position);
    const page = desk.openedTicket.value;
    if (!page) return;
    desk.openedTicket.value = { ...page, ...changeTicketPage(page, ticket, position) };
    if (page.ticket && lacksHistory(desk.openedTicket.value)) void openTicket(page.number);
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
