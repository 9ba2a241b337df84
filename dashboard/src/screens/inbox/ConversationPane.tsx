import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { ConversationId } from '@ventanilla/shared/ids';
import { conversationOf } from '@ventanilla/shared/state/inbox';
import { useState } from 'preact/hooks';
import { now } from '../../clock.ts';
import { Acts } from '../../components/acts/Acts.tsx';
import { Composer } from '../../components/composer/Composer.tsx';
import { DueMark } from '../../components/DueMark.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Problem } from '../../components/Problem.tsx';
import { nameOf } from '../../components/person-name.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { ThreadView } from '../../components/thread/ThreadView.tsx';
import { openConversation } from '../../conversations.ts';
import { agentId, inbox, opened } from '../../desk.ts';
import { texts } from '../../language.ts';
import { holderOf } from '../../model/inbox-sections.ts';
import { paths } from '../../paths.ts';
import { momentInWords } from '../../time-words.ts';
import { ContextSide } from './ContextSide.tsx';
import '../../styles/context.css';
import '../../styles/thread.css';
import '../../styles/unsent.css';
import '../../styles/words.css';
import '../../styles/composer.css';
import '../../styles/files.css';

/** One conversation: who, what was said, what to say, and what is known about them. */
export function ConversationPane({ id, backHref }: { id: ConversationId; backHref: string }) {
  const [areDetailsShown, setDetailsShown] = useState(false);
  const current = opened.value?.id === id ? opened.value : null;
  const conversation = current?.detail ?? conversationOf(inbox.value, id);
  const words = texts.value.conversation;

  if (current?.failure && !current.detail) {
    return (
      <section class="thread-pane">
        <BackLink href={backHref} />
        <Problem
          title={texts.value.problem.notOpened}
          failure={current.failure}
          onRetry={() => void openConversation(id)}
          isWholePage
        />
      </section>
    );
  }
  const name = conversation ? nameOf(conversation.requester) : '';
  return (
    <>
      <section class="thread-pane" aria-label={fill(words.with, { name })}>
        <header class="bar ruled">
          <BackLink href={backHref} />
          <div class="title">
            <h1 class="one-line">{conversation?.subject || name}</h1>
            <p class="one-line">{conversation && <Standing conversation={conversation} />}</p>
          </div>
          {conversation && <Acts conversation={conversation} />}
          <button
            type="button"
            class="button quiet icon-only details-toggle"
            aria-expanded={areDetailsShown}
            aria-label={areDetailsShown ? words.hideDetails : words.details}
            onClick={() => setDetailsShown(!areDetailsShown)}
          >
            <Icon name="info" />
          </button>
        </header>
        {conversation?.ticket && <TicketBar ticket={conversation.ticket} />}
        <ThreadView opened={current} name={name} />
        {conversation && <NextStep conversation={conversation} />}
        {conversation && <Composer conversation={conversation} />}
      </section>
      <aside class={areDetailsShown ? 'context-pane shown' : 'context-pane'} aria-label={texts.value.context.title}>
        {current?.detail && <ContextSide conversation={current.detail} />}
      </aside>
    </>
  );
}

function BackLink({ href }: { href: string }) {
  return (
    <a class="button quiet icon-only back-link" href={href} aria-label={texts.value.common.back}>
      <Icon name="back" isDirected />
    </a>
  );
}

/** Who it is, how they came, and who has it. */
function Standing({ conversation }: { conversation: ConversationSummary }) {
  const words = texts.value.conversation;
  const { requester, channel, state, outcome, discardReason } = conversation;
  const holding = holderOf(conversation);
  const holder =
    state === 'ended' && outcome !== '' && outcome !== 'ticketed'
      ? [
          fill(words.ended, { outcome: texts.value.outcome[outcome] }),
          discardReason && words.discardReason[discardReason],
        ]
          .filter(Boolean)
          .join(' · ')
      : holding === null
        ? words.ofNobody
        : holding.id === agentId.value
          ? words.ofYou
          : fill(words.ofAgent, { name: holding.name });
  return (
    <>
      {conversation.subject && `${nameOf(requester)}, `}
      {words.viaChannel[channel]} ·{' '}
      <span class={holding && holding.id !== agentId.value ? 'internal' : ''}>{holder}</span>
    </>
  );
}

/** On a phone, in place of the card at the side. */
function TicketBar({ ticket }: { ticket: TicketSummary }) {
  return (
    <a class="ticket-bar" href={paths.ticket(ticket.number)}>
      <b>{ticket.number}</b>
      <StatusMark status={ticket.status} />
      <DueMark ticket={ticket} />
      <Icon name="forward" isDirected />
    </a>
  );
}

/** CV1: what happens by itself, and when, if nobody does anything. */
function NextStep({ conversation: { deadlineReason, deadlineAt } }: { conversation: ConversationSummary }) {
  const sentence = deadlineReason === '' ? '' : texts.value.deadline[deadlineReason];
  if (!sentence) return null;
  return <p class="next-step">{fill(sentence, { when: momentInWords(deadlineAt, now.value) })}</p>;
}
