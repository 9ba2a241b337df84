import type { ConversationSummary } from '../entities/conversation.ts';
import type { AgentEntry } from '../entities/entry.ts';
import type { ConversationId } from '../ids.ts';
import { type Asked, aLine } from './histories-for-tests.ts';
import { changeConversation, emptyInbox, openInbox } from './inbox.ts';
import { asVisitor, type ModelServer, type News } from './model-server-for-tests.ts';
import { changeTicketPage, emptyTicketPage, lacksHistory, openTicketPage } from './opened.ts';
import { rowsOf } from './rows.ts';
import { emptyThread, hasGap, hear, join, lastSeq, type Thread } from './thread.ts';
import {
  changeTicket,
  emptyTicketList,
  everyTicket,
  firstPage,
  freshTickets,
  isStale,
  nextPage,
  shownTickets,
  type TicketFilter,
} from './ticket-list.ts';

type Threads = Map<ConversationId, Thread<AgentEntry>>;

const filter: TicketFilter = { ...everyTicket, status: 'unsolved' };
export const fits = ({ status }: { status: string }) => status !== 'solved' && status !== 'closed';

/** A dashboard and the visitors' pages together, as far as they are state; it is told what the test decides. */
export function aClient(server: ModelServer) {
  let inbox = emptyInbox;
  let list = emptyTicketList;
  let page = emptyTicketPage;
  let lists = 0;
  const threads = { agent: new Map() as Threads, visitor: new Map() as Threads };
  const line = aLine(server, hearNews);

  const threadOf = (reader: keyof typeof threads, id: ConversationId): Thread<AgentEntry> =>
    threads[reader].get(id) ?? emptyThread;

  function hearNews(news: News): void {
    const { position } = news;
    if (news.type === 'entry') {
      const { conversationId: id, entry } = news;
      threads.agent.set(id, join(threadOf('agent', id), [entry]));
      if (entry.publicSeq > 0) threads.visitor.set(id, join(threadOf('visitor', id), [asVisitor(entry)]));
    } else if (news.type === 'changed') {
      const { conversation } = news;
      inbox = changeConversation(inbox, conversation, position);
      threads.agent.set(conversation.id, hear(threadOf('agent', conversation.id), conversation.lastSeq));
    } else {
      list = changeTicket(list, news.ticket, position);
      page = changeTicketPage(page, news.ticket, position);
    }
  }

  function askInbox(lag: number): () => void {
    const answer = server.openInbox(inbox.rows.position, lag);
    return () => {
      inbox = openInbox(inbox, answer);
      if (answer.isSnapshot) askList(0)();
      else
        for (const { ticket } of answer.conversations) if (ticket) list = changeTicket(list, ticket, answer.position);
    };
  }

  function askThread(id: ConversationId, reader: keyof typeof threads): () => void {
    const { entries, isSnapshot } = server.syncThread(id, reader, lastSeq(threadOf(reader, id)));
    return () => threads[reader].set(id, join(threadOf(reader, id), entries, isSnapshot));
  }

  /** The client drops the answer to a list that it has asked for again. */
  function askList(lag: number): () => void {
    lists += 1;
    const asked = lists;
    const answer = server.listTickets(fits, '', lag);
    return () => {
      if (asked === lists) list = firstPage(list, answer);
    };
  }

  function askMore(lag: number): () => void {
    const { next } = list;
    const asked = lists;
    if (next === '') return () => undefined;
    const answer = server.listTickets(fits, next, lag);
    return () => {
      if (asked === lists && list.next === next) list = nextPage(list, answer);
    };
  }

  function askPage(lag: number): () => void {
    const answer = server.openTicket(0, lag);
    return () => {
      if (answer) page = openTicketPage(page, answer);
    };
  }

  /** The reader goes to the end of the list. */
  function readOn(): void {
    for (let pages = 0; list.next !== '' && pages < 10; pages++) askMore(0)();
  }

  const isAtWork = ({ state, ticket }: ConversationSummary) =>
    state !== 'ended' || (ticket !== null && ticket.status !== 'closed');
  const idsInScope = () => rowsOf(inbox.rows).map(({ id }) => id);

  return {
    line,
    ask(what: Asked, talk: number, lag: number): void {
      const id = server.talks()[talk];
      if (what === 'inbox') line.send(askInbox(lag));
      else if (what === 'list') line.send(askList(lag));
      else if (what === 'more') line.send(askMore(lag));
      else if (what === 'page') line.send(askPage(lag));
      else if (id) line.send(askThread(id, 'agent'), askThread(id, 'visitor'));
    },
    readOn,
    /** What a client asks for without any catching up: what it knows that it lacks, and the rest of a list that is read on. */
    fillGaps(): void {
      readOn();
      if (!page.ticket || lacksHistory(page)) askPage(0)();
      for (const reader of ['agent', 'visitor'] as const)
        for (const id of server.talks()) while (hasGap(threadOf(reader, id))) askThread(id, reader)();
    },
    /** What a client does when it is connected again. */
    catchUp(): void {
      askInbox(0)();
      if (list.shown === null) askList(0)();
      readOn();
      askPage(0)();
      for (const id of server.talks()) {
        for (const reader of ['agent', 'visitor'] as const) {
          for (let last = -1; lastSeq(threadOf(reader, id)) > last; askThread(id, reader)()) {
            last = lastSeq(threadOf(reader, id));
          }
        }
      }
    },
    visitorSees: (id: ConversationId) => threadOf('visitor', id).entries,
    shownSeqs: () =>
      [...threads.agent.values(), ...threads.visitor.values()].map(({ entries }) => entries.map(({ seq }) => seq)),
    /** Everything that the screens are made of, but for earlier pages of threads, which a fresh client has not asked for. */
    sees() {
      const conversations = rowsOf(inbox.rows)
        .filter(isAtWork)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      const tickets = freshTickets(list, filter, '');
      const shown = shownTickets(list);
      const last = (reader: keyof typeof threads) =>
        server.talks().map((id) => [id, lastPage(server, id, reader, threadOf(reader, id))]);
      return {
        conversations,
        tickets,
        isListRight: isStale(list, filter, '') || tickets.every((ticket) => shown.includes(ticket)),
        page: { ...page, position: 0, heardPosition: 0, isBehind: lacksHistory(page) },
        hasGaps: [...threads.agent.values(), ...threads.visitor.values()].some(hasGap),
        agent: last('agent'),
        visitor: last('visitor'),
        ids: idsInScope().length >= conversations.length,
      };
    },
  };
}

/** The part of a thread that a fresh snapshot has as well. */
function lastPage(
  server: ModelServer,
  id: ConversationId,
  reader: 'agent' | 'visitor',
  { entries }: Thread<AgentEntry>,
) {
  const first = server.syncThread(id, reader, 0).entries[0]?.seq ?? 0;
  return entries.filter(({ seq }) => seq >= first);
}
