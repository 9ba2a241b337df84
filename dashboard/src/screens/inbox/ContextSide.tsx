import type { ConversationDetail } from '@ventanilla/shared/entities/conversation';
import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import { Avatar } from '../../components/Avatar.tsx';
import { PageClaims } from '../../components/context/PageClaims.tsx';
import { PastConversations } from '../../components/context/PastConversations.tsx';
import { PersonFacts } from '../../components/context/PersonFacts.tsx';
import { RatingCard } from '../../components/context/RatingCard.tsx';
import { DueMark } from '../../components/DueMark.tsx';
import { Icon } from '../../components/Icon.tsx';
import { nameOf, responsibleName } from '../../components/person-name.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { texts } from '../../language.ts';
import { paths } from '../../paths.ts';

/** Who it is: the ticket when there is one, what the first message brought with it, what they thought, what they asked before. */
export function ContextSide({ conversation }: { conversation: ConversationDetail }) {
  const words = texts.value.context;
  const { requester, ticket } = conversation;
  return (
    <div class="context">
      <header class="person">
        <Avatar id={requester.id} name={requester.name || requester.email} size="large" />
        <div>
          <h2>{nameOf(requester)}</h2>
          {requester.isIdentified && (
            <p class="good">
              <Icon name="shield" />
              {words.identified}
            </p>
          )}
          {conversation.isBlocked && (
            <p class="wrong">
              <Icon name="lock" />
              {words.blocked}
            </p>
          )}
        </div>
      </header>
      {ticket && <TicketCard ticket={ticket} />}
      <PersonFacts conversation={conversation} />
      <PageClaims conversation={conversation} />
      <RatingCard conversation={conversation} />
      <PastConversations id={conversation.id} />
    </div>
  );
}

function TicketCard({ ticket }: { ticket: TicketSummary }) {
  const words = texts.value.context;
  return (
    <section class="ticket-card" aria-label={`${words.ticket} ${ticket.number}`}>
      <header>
        <b>{ticket.number}</b>
        <StatusMark status={ticket.status} />
        <a class="link" href={paths.ticket(ticket.number)}>
          {words.open}
        </a>
      </header>
      <dl>
        <dt>{words.responsible}</dt>
        <dd>{responsibleName(ticket)}</dd>
        <dt>{words.due}</dt>
        <dd>
          <DueMark ticket={ticket} />
        </dd>
        <dt>{words.why}</dt>
        <dd>
          {texts.value.reason[ticket.reason]}{' '}
          {ticket.follows && (
            <a class="link" href={paths.ticket(ticket.follows)}>
              {ticket.follows}
            </a>
          )}
        </dd>
      </dl>
    </section>
  );
}
