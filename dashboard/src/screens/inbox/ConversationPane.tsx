import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { ConversationId } from '@ventanilla/shared/ids';
import { useState } from 'preact/hooks';
import { now } from '../../clock.ts';
import { Composer } from '../../components/composer/Composer.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Problem } from '../../components/Problem.tsx';
import { nameOf } from '../../components/person-name.ts';
import { ThreadView } from '../../components/thread/ThreadView.tsx';
import { createTicket, openConversation, takeConversation } from '../../conversations.ts';
import { agentId, inbox, notice, opened } from '../../desk.ts';
import { sentenceOf, texts } from '../../language.ts';
import { conversationOf } from '../../model/inbox.ts';
import { holderOf } from '../../model/inbox-sections.ts';
import { paths } from '../../paths.ts';
import { momentInWords } from '../../time-words.ts';
import { ContextSide } from './ContextSide.tsx';
import '../../styles/context.css';
import '../../styles/thread.css';
import '../../styles/unsent.css';
import '../../styles/composer.css';

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
  const { requester, channel, state, outcome } = conversation;
  const holding = holderOf(conversation);
  const holder =
    state === 'ended' && outcome !== '' && outcome !== 'ticketed'
      ? fill(words.ended, { outcome: texts.value.outcome[outcome] })
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

/** CV1: what happens by itself, and when, if nobody does anything. */
function NextStep({ conversation: { deadlineReason, deadlineAt } }: { conversation: ConversationSummary }) {
  if (deadlineReason === '') return null;
  const when = momentInWords(deadlineAt, now.value);
  return <p class="next-step">{fill(texts.value.deadline[deadlineReason], { when })}</p>;
}

function Acts({ conversation }: { conversation: ConversationSummary }) {
  const [isBusy, setBusy] = useState(false);
  const words = texts.value.conversation;
  const { id, state, ticket } = conversation;

  const act = async (doIt: () => Promise<string>): Promise<void> => {
    setBusy(true);
    notice.value = await doIt();
    setBusy(false);
  };
  const take = async (): Promise<string> => {
    const answer = await takeConversation(id);
    return answer.ok ? '' : sentenceOf(answer.error);
  };
  const turnIntoTicket = async (): Promise<string> => {
    const answer = await createTicket(id);
    return answer.ok ? fill(words.ticketCreated, { number: answer.data.number }) : sentenceOf(answer.error);
  };

  return (
    <>
      {ticket && (
        <a class="button quiet number-link" href={paths.ticket(ticket.number)}>
          <Icon name="ticket" />
          {ticket.number}
        </a>
      )}
      {!ticket && state !== 'ended' && (
        <button
          type="button"
          class="button quiet"
          disabled={isBusy}
          title={words.createTicketHint}
          onClick={() => void act(turnIntoTicket)}
        >
          <Icon name="ticket" />
          <span class="button-words">{words.createTicket}</span>
        </button>
      )}
      {state === 'queued' && (
        <button
          type="button"
          class="button primary"
          disabled={isBusy}
          title={words.takeTitle}
          onClick={() => void act(take)}
        >
          {words.take}
        </button>
      )}
    </>
  );
}
