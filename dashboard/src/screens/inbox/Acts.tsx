import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import { useState } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { Menu } from '../../components/Menu.tsx';
import { actOn, createTicket } from '../../conversations.ts';
import { notice } from '../../desk.ts';
import { useKeys } from '../../keys.ts';
import { sentenceOf, texts } from '../../language.ts';
import { isWritable } from '../../model/inbox-sections.ts';
import { paths } from '../../paths.ts';
import { DiscardDialog } from './DiscardDialog.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';

/** What can be done with a conversation as it is now: one thing stands out, the rare ones are in the menu. */
export function Acts({ conversation }: { conversation: ConversationSummary }) {
  const [isBusy, setBusy] = useState(false);
  const [dialog, setDialog] = useState<'' | 'handOver' | 'discard'>('');
  const words = texts.value.conversation;
  const { id, state, outcome, ticket } = conversation;
  const isGoingOn = isWritable(conversation) && ticket?.status !== 'solved';
  const canEnd = isGoingOn && state !== 'queued';
  const canHandOver = isGoingOn && state !== 'queued';
  const canDiscard = ticket === null && outcome !== 'discarded';

  const act = async (doIt: () => Promise<string>): Promise<void> => {
    setBusy(true);
    notice.value = await doIt();
    setBusy(false);
  };
  const simply = (name: 'conversation:take' | 'conversation:end' | 'conversation:restore') =>
    act(async () => {
      const answer = await actOn(name, { conversationId: id });
      return answer.ok ? '' : sentenceOf(answer.error);
    });
  const turnIntoTicket = () =>
    act(async () => {
      const answer = await createTicket(id);
      return answer.ok ? fill(words.ticketCreated, { number: answer.data.number }) : sentenceOf(answer.error);
    });
  useKeys({
    ...(canEnd && { e: () => void simply('conversation:end') }),
    ...(canHandOver && { a: () => setDialog('handOver') }),
  });

  return (
    <>
      {ticket && (
        <a class="button quiet off-phone" href={paths.ticket(ticket.number)}>
          <Icon name="ticket" />
          {ticket.number}
        </a>
      )}
      {!ticket && state !== 'ended' && (
        <button
          type="button"
          class="button quiet off-phone"
          disabled={isBusy}
          title={words.createTicketHint}
          onClick={() => void turnIntoTicket()}
        >
          <Icon name="ticket" />
          {words.createTicket}
        </button>
      )}
      {(canHandOver || canDiscard) && (
        <Menu
          label={texts.value.common.more}
          face={<Icon name="more" />}
          buttonClass="button quiet icon-only"
          side="below"
        >
          {(close) => (
            <>
              {canHandOver && (
                <button
                  type="button"
                  role="menuitem"
                  onClick={() => {
                    close();
                    setDialog('handOver');
                  }}
                >
                  <Icon name="user" />
                  {words.handOver}
                </button>
              )}
              {!ticket && state !== 'ended' && (
                <button
                  type="button"
                  role="menuitem"
                  class="on-phone"
                  onClick={() => {
                    close();
                    void turnIntoTicket();
                  }}
                >
                  <Icon name="ticket" />
                  {words.createTicket}
                </button>
              )}
              {canDiscard && (
                <button
                  type="button"
                  role="menuitem"
                  onClick={() => {
                    close();
                    setDialog('discard');
                  }}
                >
                  <Icon name="cross" />
                  {words.discard}
                </button>
              )}
            </>
          )}
        </Menu>
      )}
      {state === 'queued' && (
        <button
          type="button"
          class="button primary"
          disabled={isBusy}
          title={words.takeTitle}
          onClick={() => void simply('conversation:take')}
        >
          {words.take}
        </button>
      )}
      {canEnd && (
        <button
          type="button"
          class="button"
          disabled={isBusy}
          title={words.resolveHint}
          onClick={() => void simply('conversation:end')}
        >
          <Icon name="check" />
          <span class="button-words">{words.resolve}</span>
          <kbd>E</kbd>
        </button>
      )}
      {outcome === 'discarded' && (
        <button type="button" class="button" disabled={isBusy} onClick={() => void simply('conversation:restore')}>
          <Icon name="refresh" />
          {words.restore}
        </button>
      )}
      {dialog === 'handOver' && <HandOverDialog conversation={conversation} onClose={() => setDialog('')} />}
      {dialog === 'discard' && <DiscardDialog conversationId={id} onClose={() => setDialog('')} />}
    </>
  );
}
