import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import { fill } from '@ventanilla/shared/i18n/fill';
import {
  everyTicket,
  isStale,
  sameFilter,
  shownTickets as shownOf,
  type TicketFilter,
} from '@ventanilla/shared/state/ticket-list';
import { useEffect, useState } from 'preact/hooks';
import { now } from '../../clock.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Blank } from '../../components/Blank.tsx';
import { Bones } from '../../components/Bones.tsx';
import { DueMark } from '../../components/DueMark.tsx';
import { Icon } from '../../components/Icon.tsx';
import { keptFocus } from '../../components/kept-focus.ts';
import { PriorityMark } from '../../components/PriorityMark.tsx';
import { Problem } from '../../components/Problem.tsx';
import { nameOf } from '../../components/person-name.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { agentId, shownTickets } from '../../desk.ts';
import { counted, formatTag, sentenceOf, texts } from '../../language.ts';
import { paths } from '../../paths.ts';
import { listMoreTickets, listTickets } from '../../tickets.ts';
import { moment } from '../../time-words.ts';
import { TicketFilters } from './TicketFilters.tsx';

/** Rows in the document at any time. */
const rowsShown = 200;

/** The list with its states. However long it gets, only a window of it is in the document. */
export function TicketTable({ filter, title }: { filter: TicketFilter; title: string }) {
  const [start, setStart] = useState(0);
  const words = texts.value.tickets;
  const shown = shownTickets.value;
  const list = shown?.list.shown ? shown.list : null;
  const tickets = list ? shownOf(list) : [];
  const count = tickets.length;

  useEffect(() => setStart(0), [paths.ticketList(filter)]);

  const showMore = async (): Promise<void> => {
    const keepFocus = keptFocus('table.tickets tbody tr:last-child a');
    await listMoreTickets();
    const total = shownTickets.value?.list.shown?.length ?? 0;
    setStart(Math.max(0, total - rowsShown));
    keepFocus();
  };
  const refresh = (): void => {
    setStart(0);
    void listTickets({ ...filter });
  };

  return (
    <section class="ticket-pane" aria-label={title}>
      <header class="bar">
        <h1>{title}</h1>
        {list && count > 0 && <span class="faint">{countWords(count, list.next !== '')}</span>}
        <span role="status" class="stale">
          {list && isStale(list, filter, agentId.value) && (
            <>
              {words.stale}
              <button type="button" class="link" onClick={refresh}>
                {words.refresh}
              </button>
            </>
          )}
        </span>
      </header>
      <TicketFilters filter={filter} />
      {shown?.failure && !list && (
        <Problem title={texts.value.problem.listNotOpened} failure={shown.failure} onRetry={refresh} />
      )}
      {!list && !shown?.failure && <Bones rows={8} />}
      {list && count === 0 && (
        <Blank
          icon="ticket"
          title={words.empty}
          hint={sameFilter(filter, everyTicket) ? words.emptyHint : words.emptyFilter}
        />
      )}
      {list && count > 0 && (
        <div class="table-scroll">
          {start > 0 && (
            <p class="table-more">
              <button type="button" class="button" onClick={() => setStart(Math.max(0, start - rowsShown / 2))}>
                {words.earlier}
              </button>
            </p>
          )}
          <table class="tickets">
            <thead>
              <tr>
                <th scope="col" class="number">
                  {words.number}
                </th>
                <th scope="col">{words.subject}</th>
                <th scope="col" class="status-column">
                  {words.status}
                </th>
                <th
                  scope="col"
                  class="priority-column"
                  aria-sort={filter.order === 'priority' ? 'descending' : undefined}
                >
                  {words.priority}
                </th>
                <th scope="col" class="who-column">
                  {words.responsible}
                </th>
                <th scope="col" class="due-column">
                  {words.due}
                </th>
                <th
                  scope="col"
                  class="changed-column"
                  aria-sort={filter.order === 'changed' ? 'descending' : undefined}
                >
                  {words.changed}
                </th>
              </tr>
            </thead>
            <tbody>
              {tickets.slice(start, start + rowsShown).map((ticket) => (
                <TicketRow key={ticket.id} ticket={ticket} />
              ))}
            </tbody>
          </table>
          <p class="table-more">
            {shown?.failure && <span class="wrong">{sentenceOf(shown.failure)}</span>}
            {list.next !== '' && (
              <button type="button" class="button" disabled={shown?.isLoading} onClick={() => void showMore()}>
                {shown?.isLoading ? words.loadingMore : words.more}
              </button>
            )}
          </p>
        </div>
      )}
    </section>
  );
}

function countWords(count: number, hasMore: boolean): string {
  const { tickets } = texts.value;
  return hasMore
    ? fill(tickets.shownMore, { count: new Intl.NumberFormat(formatTag.value).format(count) })
    : counted(tickets.shown, count);
}

function TicketRow({ ticket }: { ticket: TicketSummary }) {
  const words = texts.value;
  const responsible = ticket.assignee ?? null;
  return (
    <tr>
      <td class="number">{ticket.number}</td>
      <td class="subject">
        <a href={paths.ticket(ticket.number)}>{ticket.subject || words.conversation.noSubject}</a>
        <span class="requester">{nameOf(ticket.requester)}</span>
        <span class="in-short">
          <span>{ticket.number}</span>
          <StatusMark status={ticket.status} />
          {ticket.priority !== 'normal' && <PriorityMark priority={ticket.priority} />}
          <DueMark ticket={ticket} />
        </span>
      </td>
      <td class="status-column">
        <StatusMark status={ticket.status} />
      </td>
      <td class="priority-column">
        <PriorityMark priority={ticket.priority} />
      </td>
      <td class="who-column">
        {responsible ? (
          <span class="who">
            <Avatar id={responsible.id} name={responsible.name} size="small" />
            <span class="one-line">{responsible.name}</span>
          </span>
        ) : (
          <span class="who faint">
            <Icon name="people" size="small" />
            <span class="one-line">{ticket.group?.name ?? words.tickets.unassigned}</span>
          </span>
        )}
      </td>
      <td class="due-column">
        <DueMark ticket={ticket} />
      </td>
      <td class="changed-column faint">{moment(ticket.updatedAt, now.value)}</td>
    </tr>
  );
}
