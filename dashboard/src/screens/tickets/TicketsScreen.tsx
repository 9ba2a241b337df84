import { type TicketStatus, ticketStatuses } from '@ventanilla/shared/vocabulary';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { shownTickets } from '../../desk.ts';
import { texts } from '../../language.ts';
import type { TicketFilter } from '../../model/ticket-list.ts';
import { paths } from '../../paths.ts';
import { listTickets } from '../../tickets.ts';
import { TicketTable } from './TicketTable.tsx';
import '../../styles/tickets.css';

/** Every ticket within reach. What is shown is in the address, so that it can be kept and passed on. */
export function TicketsScreen() {
  const { query } = useLocation();
  const filter: TicketFilter = { status: statusOf(query.status), isMine: query.mine === 'yes' };
  useEffect(() => {
    void listTickets(filter);
    return () => {
      shownTickets.value = null;
    };
  }, [filter.status, filter.isMine]);
  return (
    <div class="tickets-screen">
      <Views filter={filter} />
      <TicketTable filter={filter} title={titleOf(filter)} />
    </div>
  );
}

function statusOf(text: string | undefined): TicketStatus | '' {
  return ticketStatuses.find((status) => status === text) ?? '';
}

function titleOf({ status, isMine }: TicketFilter): string {
  const { tickets, status: names } = texts.value;
  return status === '' ? (isMine ? tickets.mine : tickets.all) : names[status];
}

function Views({ filter }: { filter: TicketFilter }) {
  const words = texts.value.tickets;
  return (
    <nav class="side-list" aria-label={words.views}>
      <p class="side-title">{words.title}</p>
      <View to={{ status: '', isMine: false }} filter={filter} />
      <View to={{ status: '', isMine: true }} filter={filter} />
      <p class="side-heading">{words.byStatus}</p>
      {ticketStatuses.map((status) => (
        <View key={status} to={{ status, isMine: false }} filter={filter} />
      ))}
    </nav>
  );
}

function View({ to, filter }: { to: TicketFilter; filter: TicketFilter }) {
  const isHere = to.status === filter.status && to.isMine === filter.isMine;
  return (
    <a href={paths.ticketList(to)} aria-current={isHere ? 'page' : undefined}>
      {titleOf(to)}
    </a>
  );
}
