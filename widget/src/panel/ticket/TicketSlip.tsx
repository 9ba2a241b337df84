import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import { isPromised } from '@ventanilla/shared/entities/ticket';
import { fill } from '@ventanilla/shared/i18n/fill';
import { holderWords } from '@ventanilla/shared/i18n/widget/ticket/holder-words';
import { Avatar } from '../Avatar.tsx';
import { clockIcon, Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';
import { Address } from './Address.tsx';
import css from './ticket.css?inline';

export { Address };

export const styles: string = css;

/** The promise as a paper turn: above the cut what we promise, below it how to go on. */
export function TicketSlip({
  conversation,
  ...scene
}: PartScene<'ticket'> & {
  conversation: VisitorConversation;
}) {
  const { texts, times, now, model, siteName } = scene;
  if (!conversation.ticket) return null;
  const { number, status, reason, follows, responsible, dueAt, receivedAt } = conversation.ticket;
  const isOpen = status !== 'closed';
  return (
    <article class="slip" aria-label={fill(texts.ticketName, { number })}>
      <div class="stub">
        <p>{texts.ticketTitle}</p>
        <strong>
          <bdi>{number}</bdi>
        </strong>
        <p class="holder">
          <Avatar name={responsible || siteName} />
          {fill(holderWords(conversation.ticket, texts), { name: responsible })}
        </p>
        {isPromised(conversation.ticket) && (
          <p class="holder">
            <Icon path={clockIcon} />
            {fill(dueAt < now ? texts.late : texts.due, { when: times.by(dueAt, now) })}
          </p>
        )}
      </div>
      <div class="rest">
        <p>
          {fill(texts.reason[reason], { number: follows })}{' '}
          {fill(texts.receivedAt, { when: times.when(receivedAt, now) })}
        </p>
        {status === 'pending' ? <p>{texts.yourTurn}</p> : isOpen && model.isDurable && <p>{texts.follow}</p>}
        {isOpen && <Address {...scene} conversation={conversation} />}
      </div>
    </article>
  );
}
