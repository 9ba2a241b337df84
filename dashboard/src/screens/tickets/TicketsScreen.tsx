import { everyTicket, sameFilter, type TicketFilter } from '@ventanilla/shared/state/ticket-list';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { shownTickets } from '../../desk.ts';
import { texts } from '../../language.ts';
import { paths } from '../../paths.ts';
import { listTickets } from '../../tickets.ts';
import { filterOf } from './filter-of.ts';
import { TicketTable } from './TicketTable.tsx';
import '../../styles/tickets.css';

const views = {
  mine: { ...everyTicket, status: 'unsolved', responsible: 'me' },
  nobodys: { ...everyTicket, status: 'unsolved', responsible: 'nobody' },
  unsolved: { ...everyTicket, status: 'unsolved' },
  all: everyTicket,
} satisfies Record<string, TicketFilter>;
type View = keyof typeof views;

/** Every ticket within reach. What is shown is in the address, so that it can be kept and passed on. */
export function TicketsScreen() {
  const { query } = useLocation();
  const filter = filterOf(query);
  useEffect(() => {
    void listTickets(filter);
    return () => {
      shownTickets.value = null;
    };
  }, [paths.ticketList(filter)]);
  const here = viewNames.find((name) => sameFilter(views[name], filter));
  const words = texts.value.tickets;
  return (
    <div class="tickets-screen">
      <nav class="side-list" aria-label={words.views}>
        <p class="side-title">{words.title}</p>
        {viewNames.map((name) => (
          <a key={name} href={paths.ticketList(views[name])} aria-current={name === here ? 'page' : undefined}>
            {words.view[name]}
          </a>
        ))}
      </nav>
      <TicketTable filter={filter} title={here ? words.view[here] : words.title} />
    </div>
  );
}

const viewNames = Object.keys(views) as View[];
