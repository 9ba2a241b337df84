import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import { ticketTypes } from '@ventanilla/shared/vocabulary';
import { texts } from '../../language.ts';
import { triage } from './triage.ts';

/** What the ticket is about; what is closed stays what it was. */
export function TypeChoice({ ticket }: { ticket: TicketSummary }) {
  const words = texts.value;
  if (ticket.status === 'closed') return <>{words.type[ticket.type]}</>;
  return (
    <select
      class="quiet-select"
      aria-label={words.ticket.type}
      value={ticket.type}
      onChange={async ({ currentTarget }) => {
        const type = ticketTypes.find((known) => known === currentTarget.value);
        const isDone = await triage(ticket, { type });
        if (!isDone) currentTarget.value = ticket.type;
      }}
    >
      {ticketTypes.map((type) => (
        <option key={type} value={type}>
          {words.type[type]}
        </option>
      ))}
    </select>
  );
}
