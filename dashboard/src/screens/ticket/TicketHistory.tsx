import type { HistoryEvent, TicketSummary } from '@ventanilla/shared/entities/ticket';
import { now } from '../../clock.ts';
import { Icon } from '../../components/Icon.tsx';
import { Sentence } from '../../components/Sentence.tsx';
import { texts } from '../../language.ts';
import { shortMoment } from '../../time-words.ts';
import { describe } from './describe-event.ts';

/** TK6: every change as a sentence, the latest first. It comes in the order in which it happened. */
export function TicketHistory({ history, ticket }: { history: readonly HistoryEvent[]; ticket: TicketSummary }) {
  const words = texts.value.ticket;
  return (
    <section class="history" aria-label={words.history}>
      <h2>{words.history}</h2>
      {history.length === 0 && <p class="faint">{words.historyEmpty}</p>}
      <ol>
        {[...history].reverse().map((event) => {
          const { icon, text, values } = describe(event, ticket);
          return (
            <li key={event.id}>
              <time dateTime={new Date(event.at).toISOString()}>{shortMoment(event.at, now.value)}</time>
              <Icon name={icon} />
              <span>
                <Sentence
                  text={text}
                  values={Object.fromEntries(
                    Object.entries(values).map(([key, value]) => [key, <b key={key}>{value}</b>]),
                  )}
                />
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
