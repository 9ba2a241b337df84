import type { ConversationId } from '@ventanilla/shared/ids';
import { AppError } from '../../actions/app-error.ts';
import type { AgentCaller } from '../../actions/caller.ts';
import { agentConversation } from '../../actions/conversation/agent-conversation.ts';
import type { Written } from '../../actions/conversation/append.ts';
import { discardConversation } from '../../actions/conversation/discard-conversation.ts';
import { endConversation } from '../../actions/conversation/end-conversation.ts';
import { handOverConversation } from '../../actions/conversation/hand-over-conversation.ts';
import { listPastConversations } from '../../actions/conversation/list-past-conversations.ts';
import { openConversation } from '../../actions/conversation/open-conversation.ts';
import { restoreConversation } from '../../actions/conversation/restore-conversation.ts';
import { takeConversation } from '../../actions/conversation/take-conversation.ts';
import { listEntries } from '../../actions/entry/list-entries.ts';
import { readEntry } from '../../actions/entry/read-entry.ts';
import { openInbox } from '../../actions/inbox/open-inbox.ts';
import { reply } from '../../actions/message/reply.ts';
import { addNote } from '../../actions/note/add-note.ts';
import { createTicket } from '../../actions/ticket/create-ticket.ts';
import { listTickets } from '../../actions/ticket/list-tickets.ts';
import { openTicket } from '../../actions/ticket/open-ticket.ts';
import { setTicketStatus } from '../../actions/ticket/set-ticket-status.ts';
import { triageTicket } from '../../actions/ticket/triage-ticket.ts';
import { tellTyping } from '../../actions/typing/tell-typing.ts';
import { blockVisitor, unblockVisitor } from '../../actions/visitor/block-visitor.ts';
import type { Deps } from '../../deps.ts';
import { ticketNumber } from '../../directory.ts';
import type { HandlerTable } from '../handlers.ts';
import { presentDetail, presentPast, presentSummary } from '../present/conversation.ts';
import { presentAgentEntry } from '../present/entry.ts';
import { inboxFacts } from '../present/inbox-facts.ts';
import { presentHistory, presentRequester, presentTicket, readTicketNumber } from '../present/ticket.ts';

/** What an agent does with conversations and tickets. */
export const agentHandlers = {
  'inbox:open': async (deps, caller, data) => {
    const { conversations, ...answer } = await openInbox(deps, caller, data);
    return {
      ...answer,
      conversations: conversations.map((row) => presentSummary(deps.directory, row, inboxFacts(row))),
    };
  },
  'conversation:open': async (deps, caller, data) => {
    const opened = await openConversation(deps, caller, data);
    return {
      conversation: presentDetail(deps.directory, opened.conversation, inboxFacts(opened.conversation)),
      entries: opened.entries.map((row) => presentAgentEntry(deps.directory, row)),
      isSnapshot: opened.isSnapshot,
      position: opened.position,
    };
  },
  'conversation:past': async (deps, caller, data) => ({
    conversations: (await listPastConversations(deps, caller, data)).map(presentPast),
  }),
  'entry:list': async (deps, caller, data) => {
    const listed = await listEntries(deps, caller, data);
    return {
      entries: listed.entries.map((row) => presentAgentEntry(deps.directory, row)),
      isSnapshot: listed.isSnapshot,
    };
  },
  'entry:read': readEntry,
  'conversation:take': async (deps, caller, data) => ({
    conversation: await presentWritten(deps, caller, await takeConversation(deps, caller, data)),
  }),
  'conversation:end': async (deps, caller, data) => ({
    conversation: await presentWritten(deps, caller, await endConversation(deps, caller, data)),
  }),
  'conversation:discard': async (deps, caller, data) => ({
    conversation: await presentWritten(deps, caller, await discardConversation(deps, caller, data)),
  }),
  'conversation:restore': async (deps, caller, data) => ({
    conversation: await presentWritten(deps, caller, await restoreConversation(deps, caller, data)),
  }),
  'visitor:block': async (deps, caller, data) => {
    await blockVisitor(deps, caller, data);
    return { conversation: await presentRow(deps, caller, data.conversationId) };
  },
  'visitor:unblock': async (deps, caller, data) => {
    await unblockVisitor(deps, caller, data);
    return { conversation: await presentRow(deps, caller, data.conversationId) };
  },
  'conversation:handOver': async (deps, caller, data) => ({
    conversation: await presentWritten(deps, caller, await handOverConversation(deps, caller, data)),
  }),
  'message:reply': async (deps, caller, data) => {
    const result = await reply(deps, caller, data);
    if ('newer' in result) {
      throw new AppError('conflict', { entries: result.newer.map((row) => presentAgentEntry(deps.directory, row)) });
    }
    return presentReplied(deps, caller, result);
  },
  'typing:tell': tellTyping,
  'note:add': async (deps, caller, data) => presentReplied(deps, caller, await addNote(deps, caller, data)),
  'ticket:create': async (deps, caller, data) => presentTicketOf(deps, caller, await createTicket(deps, caller, data)),
  'ticket:setStatus': async (deps, caller, data) =>
    presentTicketOf(deps, caller, await setTicketStatus(deps, caller, data)),
  'ticket:triage': async (deps, caller, data) => presentTicketOf(deps, caller, await triageTicket(deps, caller, data)),
  'ticket:list': async (deps, caller, data) => {
    const { tickets, ...page } = await listTickets(deps, caller, data);
    return { tickets: tickets.map((row) => presentTicket(deps.directory, row, presentRequester(row))), ...page };
  },
  'ticket:open': async (deps, caller, data) => {
    const opened = await openTicket(deps, caller, readTicketNumber(deps.directory, data.number), data.afterSeq);
    return {
      ticket: presentTicket(deps.directory, opened.ticket, presentRequester(opened.ticket)),
      conversation: presentDetail(deps.directory, opened.conversation, inboxFacts(opened.conversation)),
      entries: opened.entries.map((row) => presentAgentEntry(deps.directory, row)),
      isSnapshot: opened.isSnapshot,
      followUp: opened.followUp ? ticketNumber(deps.directory, opened.followUp.number) : '',
      history: presentHistory(deps.directory, opened.history),
      position: opened.position,
    };
  },
} satisfies Partial<HandlerTable>;

/** The row as the inbox shows it, read again so that the answer is what a fresh snapshot would say. */
function presentWritten(deps: Deps, caller: AgentCaller, { conversation }: Written) {
  return presentRow(deps, caller, conversation.id);
}

async function presentRow(deps: Deps, caller: AgentCaller, id: ConversationId) {
  const row = await agentConversation(deps, caller, id);
  return presentSummary(deps.directory, row, inboxFacts(row));
}

async function presentTicketOf(deps: Deps, caller: AgentCaller, written: Written) {
  const { ticket } = await presentWritten(deps, caller, written);
  if (!ticket) throw new Error('a ticket was written but is not there');
  return { ticket };
}

async function presentReplied(deps: Deps, caller: AgentCaller, written: Written) {
  const [entry] = written.entries;
  if (!entry) throw new Error('words were stored without an entry');
  return { conversation: await presentWritten(deps, caller, written), entry: presentAgentEntry(deps.directory, entry) };
}
