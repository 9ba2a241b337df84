import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import { Icon } from '../../components/Icon.tsx';
import { responsibleName } from '../../components/person-name.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { texts } from '../../language.ts';
import { Promised, TicketFacts } from './TicketFacts.tsx';

/** On a phone the side comes after the history: so the promise stands in one line above the words, and opens onto all of it. */
export function TicketBrief({ ticket }: { ticket: TicketSummary }) {
  return (
    <details class="ticket-brief">
      <summary>
        <StatusMark status={ticket.status} />
        <span class="who">{responsibleName(ticket)}</span>
        <Promised ticket={ticket} />
        <span class="sr-only">{texts.value.ticket.facts}</span>
        <Icon name="forward" isDirected />
      </summary>
      <TicketFacts ticket={ticket} />
    </details>
  );
}
