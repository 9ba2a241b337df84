import type { VisitorTicket } from '@ventanilla/shared/entities/ticket';
import { fill } from '@ventanilla/shared/i18n/fill';
import { Avatar } from '../Avatar.tsx';
import { Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';
import { clockIcon } from './icons.ts';

/** The promise as a paper turn: above the cut what we promise, below it how to go on. */
export function TicketSlip({ ticket, texts, times, now }: PartScene<'talk'> & { ticket: VisitorTicket }) {
  const { number, reason, responsible, isPerson, dueAt, receivedAt } = ticket;
  return (
    <article class="slip" aria-label={fill(texts.ticketName, { number })}>
      <div class="stub">
        <p>{texts.ticketTitle}</p>
        <strong>
          <bdi>{number}</bdi>
        </strong>
        <p class="holder">
          <Avatar name={responsible} />
          {fill(isPerson ? texts.holder : texts.holderGroup, { name: responsible })}
        </p>
        <p class="holder">
          <Icon path={clockIcon} />
          {fill(texts.due, { when: times.by(dueAt, now) })}
        </p>
      </div>
      <div class="rest">
        <p>
          {texts.reason[reason]} {fill(texts.receivedAt, { when: times.when(receivedAt, now) })}
        </p>
        <p>{texts.follow}</p>
      </div>
    </article>
  );
}
