import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import { fill } from '@ventanilla/shared/i18n/fill';
import { byMatrix, priorityOf } from '@ventanilla/shared/priority';
import { useState } from 'preact/hooks';
import { PriorityMark } from '../../components/PriorityMark.tsx';
import { texts } from '../../language.ts';
import { PriorityDialog } from './PriorityDialog.tsx';
import { PriorityMatrix } from './PriorityMatrix.tsx';
import { triage } from './triage.ts';

/** TK5: the matrix with what it says, and whoever says otherwise says why. */
export function TicketPriority({ ticket }: { ticket: TicketSummary }) {
  const [isOverriding, setOverriding] = useState(false);
  const words = texts.value.ticket;
  const isClosed = ticket.status === 'closed';
  const matrixPriority = priorityOf(ticket.urgency, ticket.impact);
  return (
    <section class="triage" aria-label={words.priority}>
      <header>
        <h3>{words.priority}</h3>
        <PriorityMark priority={ticket.priority} />
        {!isClosed && (
          <button type="button" class="link" onClick={() => setOverriding(true)}>
            {words.override}
          </button>
        )}
      </header>
      <PriorityMatrix
        urgency={ticket.urgency}
        impact={ticket.impact}
        isFixed={isClosed}
        onChoose={(urgency, impact) => void triage(ticket, { urgency, impact })}
      />
      {ticket.priorityReason && (
        <div class="overridden">
          <p>
            {fill(words.overridden, { priority: texts.value.priority[matrixPriority].toLocaleLowerCase() })}
            <q>{ticket.priorityReason}</q>
          </p>
          {!isClosed && (
            <button type="button" class="button small" onClick={() => void triage(ticket, { priority: byMatrix })}>
              {words.backToMatrix}
            </button>
          )}
        </div>
      )}
      {isOverriding && <PriorityDialog ticket={ticket} onClose={() => setOverriding(false)} />}
    </section>
  );
}
