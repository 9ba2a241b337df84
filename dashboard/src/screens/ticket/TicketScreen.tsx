import { fill } from '@ventanilla/shared/i18n/fill';
import { useEffect } from 'preact/hooks';
import { now } from '../../clock.ts';
import { Acts } from '../../components/acts/Acts.tsx';
import { Blank } from '../../components/Blank.tsx';
import { Bones } from '../../components/Bones.tsx';
import { Composer } from '../../components/composer/Composer.tsx';
import { PageClaims } from '../../components/context/PageClaims.tsx';
import { PastConversations } from '../../components/context/PastConversations.tsx';
import { PersonFacts } from '../../components/context/PersonFacts.tsx';
import { RatingCard } from '../../components/context/RatingCard.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Problem } from '../../components/Problem.tsx';
import { nameOf } from '../../components/person-name.ts';
import { ThreadView } from '../../components/thread/ThreadView.tsx';
import { opened, openedTicket } from '../../desk.ts';
import { texts } from '../../language.ts';
import { paths } from '../../paths.ts';
import { closeTicket, openTicket } from '../../tickets.ts';
import { momentInWords } from '../../time-words.ts';
import { TicketBrief } from './TicketBrief.tsx';
import { TicketFacts } from './TicketFacts.tsx';
import { TicketHistory } from './TicketHistory.tsx';
import '../../styles/context.css';
import '../../styles/thread.css';
import '../../styles/unsent.css';
import '../../styles/words.css';
import '../../styles/composer.css';
import '../../styles/files.css';
import '../../styles/ticket.css';

/** TK2: number, responsible, date and time of reception, all messages and the history in one place. */
export function TicketScreen({ number = '' }: { number?: string }) {
  useEffect(() => {
    void openTicket(number);
    return () => closeTicket(number);
  }, [number]);

  const words = texts.value.ticket;
  const page = openedTicket.value?.number === number ? openedTicket.value : null;
  const conversation = opened.value?.detail ?? null;
  const ticket = page?.ticket ?? null;
  return (
    <div class="ticket-screen">
      <header class="bar ruled">
        <a class="button quiet icon-only" href={paths.tickets} aria-label={texts.value.common.back}>
          <Icon name="back" isDirected />
        </a>
        <p class="crumb">
          <a href={paths.tickets}>{words.crumb}</a> · <b>{number}</b>
        </p>
        <span class="grow" />
        {conversation?.ticket && <Acts conversation={conversation} isOnTicketPage />}
      </header>
      {page?.failure && !ticket ? (
        <Unopened number={number} isMissing={page.failure.code === 'not_found' || page.failure.code === 'invalid'} />
      ) : (
        <>
          <div class="ticket-main">
            {ticket && conversation ? (
              <>
                <h1>{ticket.subject || texts.value.conversation.noSubject}</h1>
                <p class="sub">
                  {fill(words.wrote, {
                    name: nameOf(ticket.requester),
                    when: momentInWords(ticket.receivedAt, now.value),
                    channel: texts.value.conversation.viaChannel[ticket.channel],
                  })}
                </p>
                <TicketBrief ticket={ticket} />
                <ThreadView opened={opened.value} name={nameOf(ticket.requester)} isWhole />
                <Composer conversation={conversation} key={conversation.id} />
                <TicketHistory history={page?.history ?? []} ticket={ticket} />
              </>
            ) : (
              <Bones rows={5} />
            )}
          </div>
          <aside class="ticket-side" aria-label={words.facts}>
            {ticket && <TicketFacts ticket={ticket} />}
            {conversation && (
              <div class="context at-ticket">
                <RatingCard conversation={conversation} />
                <section>
                  <h3>{texts.value.context.title}</h3>
                  <PersonFacts conversation={conversation} />
                </section>
                <PageClaims conversation={conversation} />
                <PastConversations id={conversation.id} />
              </div>
            )}
          </aside>
        </>
      )}
    </div>
  );
}

function Unopened({ number, isMissing }: { number: string; isMissing: boolean }) {
  const words = texts.value.ticket;
  const failure = openedTicket.value?.failure;
  if (!isMissing && failure) {
    return (
      <Problem
        title={texts.value.problem.ticketNotOpened}
        failure={failure}
        onRetry={() => void openTicket(number)}
        isWholePage
      />
    );
  }
  return (
    <Blank icon="ticket" title={fill(words.notFound, { number })} hint={words.notFoundHint} isWholePage>
      <a class="button primary" href={paths.tickets}>
        {texts.value.frame.tickets}
      </a>
    </Blank>
  );
}
