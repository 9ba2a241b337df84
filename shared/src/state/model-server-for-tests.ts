import type { ConversationSummary, VisitorConversation } from '../entities/conversation.ts';
import type { AgentEntry } from '../entities/entry.ts';
import type { HistoryEvent, TicketSummary } from '../entities/ticket.ts';
import type { ConversationId } from '../ids.ts';
import {
  aConversation,
  aHistoryEvent,
  aMoment,
  anEntry,
  anId,
  aTicket,
  aVisitorConversation,
} from '../testing/builders.ts';
import type { TicketStatus } from '../vocabulary.ts';

/** Small, so that gaps, pages and "too old" come up all the time. */
const pageSize = 4;
const ticketsPerPage = 2;
const changesPerAnswer = 3;

export type News =
  | { type: 'entry'; conversationId: ConversationId; entry: AgentEntry; position: number }
  | { type: 'changed'; conversation: ConversationSummary; ofVisitor: VisitorConversation; position: number }
  | { type: 'ticket'; ticket: TicketSummary; position: number };

interface Talk {
  summary: ConversationSummary;
  entries: AgentEntry[];
  history: HistoryEvent[];
  isHidden: boolean;
  changedAt: number;
}

export type ModelServer = ReturnType<typeof createModelServer>;

/** What the server would store and tell, as plain arrays: the history that a property is checked against. */
export function createModelServer() {
  const talks: Talk[] = [];
  const tickets: TicketSummary[] = [];
  const news: News[] = [];
  let position = 0;
  let scopeChangedAt = 0;
  let listedAt = 0;

  const publicOf = ({ entries }: Talk) => entries.filter(({ publicSeq }) => publicSeq > 0);

  function asVisitorHasIt(talk: Talk): VisitorConversation {
    const { id, state, subject, version, createdAt } = talk.summary;
    return aVisitorConversation({ id, state, subject, version, createdAt, lastSeq: publicOf(talk).length });
  }

  /** One commit: it moves the position, and whoever may hear it is told. */
  function commit(talk: Talk, part: Partial<ConversationSummary>, entry?: AgentEntry, ticket?: TicketSummary): void {
    position += 1;
    if (entry) talk.entries.push(entry);
    if (ticket) {
      const index = tickets.findIndex(({ id }) => id === ticket.id);
      tickets.splice(index < 0 ? tickets.length : index, index < 0 ? 0 : 1, ticket);
    }
    const hasChanged = Object.keys(part).length > 0;
    talk.summary = { ...talk.summary, ...part, lastSeq: talk.entries.length };
    if (hasChanged) talk.summary.version += 1;
    talk.changedAt = position;
    if (ticket) talk.history.push(aHistoryEvent({ id: anId('event', position), at: position }));
    if (talk.isHidden) return;
    if (entry) news.push({ type: 'entry', conversationId: talk.summary.id, entry, position });
    news.push({ type: 'changed', conversation: talk.summary, ofVisitor: asVisitorHasIt(talk), position });
    if (ticket) news.push({ type: 'ticket', ticket, position });
  }

  /** The position is read before what it stands for, so an answer may hold more than it says. */
  const asOf = (lag: number, afterPosition = 0) => Math.max(afterPosition, scopeChangedAt, position - lag);
  const inScope = () => talks.filter(({ isHidden }) => !isHidden);
  const isAtWork = ({ summary: { state, ticket } }: Talk) =>
    state !== 'ended' || (ticket !== null && ticket.status !== 'closed');
  const ticketsInScope = () =>
    tickets.filter(({ conversationId }) => inScope().some(({ summary }) => summary.id === conversationId));

  return {
    news,
    talks: () => talks.map(({ summary }) => summary.id),
    start(): void {
      const number = talks.length + 1;
      const id = anId('conversation', number);
      const summary = aConversation({ id, state: 'queued', assignee: null, lastSeq: 0, version: 0, createdAt: number });
      const talk: Talk = { summary, entries: [], history: [], isHidden: false, changedAt: 0 };
      talks.push(talk);
      commit(talk, { subject: `${number}` }, anEntry({ id: anId('entry', position + 1), seq: 1 }));
    },
    say(index: number, kind: 'message' | 'note'): void {
      const talk = talks[index];
      if (!talk) return;
      const publicSeq = kind === 'note' ? 0 : publicOf(talk).length + 1;
      const seq = talk.entries.length + 1;
      commit(talk, {}, anEntry({ id: anId('entry', position + 1), seq, publicSeq, kind }));
    },
    /** A fact that is shown and has no version, like the name of who asks. */
    rename(index: number, name: string): void {
      const talk = talks[index];
      if (talk) {
        talk.summary = { ...talk.summary, requester: { ...talk.summary.requester, name } };
        commit(talk, {});
      }
    },
    setState(index: number, state: 'queued' | 'active' | 'ended'): void {
      const talk = talks[index];
      if (talk) commit(talk, { state });
    },
    setTicket(index: number, status: TicketStatus): void {
      const talk = talks[index];
      if (!talk) return;
      const before = talk.summary.ticket;
      const { id: conversationId } = talk.summary;
      const base = before ?? aTicket({ id: anId('ticket', tickets.length + 1), conversationId, version: 0 });
      const ticket = { ...base, status, updatedAt: aMoment + position, version: base.version + 1 };
      commit(talk, { ticket }, undefined, ticket);
    },
    /** Leaves what the agent may see, or comes back into it: the connection ends, nothing is told. */
    setHidden(index: number, isHidden: boolean): void {
      const talk = talks[index];
      if (!talk || talk.isHidden === isHidden) return;
      position += 1;
      talk.isHidden = isHidden;
      scopeChangedAt = position;
      if (!isHidden) commit(talk, {});
    },
    /** What everybody must see in the end. */
    truth: (fits: (ticket: TicketSummary) => boolean) => ({
      conversations: inScope()
        .filter(isAtWork)
        .map(({ summary }) => summary),
      tickets: ticketsInScope()
        .filter(fits)
        .sort((a, b) => b.updatedAt - a.updatedAt),
    }),
    openInbox(afterPosition: number, lag = 0) {
      const changed = inScope().filter((talk) => talk.changedAt > afterPosition);
      const isSnapshot = afterPosition === 0 || scopeChangedAt > afterPosition || changed.length > changesPerAnswer;
      const rows = isSnapshot ? inScope().filter(isAtWork) : changed;
      return {
        conversations: rows.map(({ summary }) => summary),
        position: asOf(lag, afterPosition),
        isSnapshot,
      };
    },
    conversationOf: (id: ConversationId) => talks.find(({ summary }) => summary.id === id)?.summary,
    position: () => position,
    listOfVisitor: () => talks.map(asVisitorHasIt),
    /** The entries of agents, or of the visitor: what follows `afterSeq`, or the last page. */
    syncThread(id: ConversationId, reader: 'agent' | 'visitor', afterSeq: number) {
      const talk = talks.find(({ summary }) => summary.id === id);
      const stream = talk ? (reader === 'agent' ? talk.entries : publicOf(talk).map(asVisitor)) : [];
      const isSnapshot = afterSeq === 0 || stream.length - afterSeq > pageSize;
      return { entries: isSnapshot ? stream.slice(-pageSize) : stream.slice(afterSeq), isSnapshot };
    },
    /** Keyset pages, the latest change first. `next` holds the place of the last row. */
    listTickets(fits: (ticket: TicketSummary) => boolean, after: string, lag = 0) {
      const all = ticketsInScope()
        .filter(fits)
        .sort((a, b) => b.updatedAt - a.updatedAt);
      const rest = after === '' ? all : all.filter(({ updatedAt }) => updatedAt < Number(after));
      const page = rest.slice(0, ticketsPerPage);
      const next = rest.length > ticketsPerPage ? String(page.at(-1)?.updatedAt) : '';
      // A page is asked for after the one before it: its position is not an earlier one.
      listedAt = asOf(lag, listedAt);
      return { tickets: page, next, position: listedAt };
    },
    openTicket(index: number, lag = 0) {
      const ticket = tickets[index];
      const talk = talks.find(({ summary }) => summary.id === ticket?.conversationId);
      return ticket && talk ? { ticket, followUp: '', history: [...talk.history], position: asOf(lag) } : null;
    },
  };
}

/** CV5, DL2: the visitor's stream has its own numbers. */
export function asVisitor(entry: AgentEntry): AgentEntry {
  return { ...entry, seq: entry.publicSeq };
}
