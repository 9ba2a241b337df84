import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { SettableStatus } from '@ventanilla/shared/vocabulary';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { actOn, createTicket, setTicketStatus } from '../../conversations.ts';
import { notice } from '../../desk.ts';
import { useKeys } from '../../keys.ts';
import { sentenceOf, texts } from '../../language.ts';
import { paths } from '../../paths.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { keptFocus } from '../kept-focus.ts';
import { Menu } from '../Menu.tsx';
import { BlockDialog } from './BlockDialog.tsx';
import { DiscardDialog } from './DiscardDialog.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { possibleActs } from './possible-acts.ts';

interface ActsProps {
  conversation: ConversationSummary;
  /** On its own page, a ticket needs no way to it. */
  isOnTicketPage?: boolean;
}

/** One thing stands out, the rare ones are in the menu. */
export function Acts({ conversation, isOnTicketPage = false }: ActsProps) {
  const [isBusy, setBusy] = useState(false);
  const [dialog, setDialog] = useState<'' | 'handOver' | 'discard' | 'block'>('');
  const words = texts.value.conversation;
  const { id, ticket } = conversation;
  const can = possibleActs(conversation);

  const act = async (doIt: () => Promise<string>): Promise<void> => {
    const keepFocus = keptFocus();
    setBusy(true);
    notice.value = await doIt();
    setBusy(false);
    keepFocus();
  };
  const simply = (name: 'conversation:take' | 'conversation:end' | 'conversation:restore' | 'visitor:unblock') =>
    act(async () => {
      const answer = await actOn(name, { conversationId: id });
      return answer.ok ? '' : sentenceOf(answer.error);
    });
  const turnIntoTicket = () =>
    act(async () => {
      const answer = await createTicket(id);
      return answer.ok ? fill(words.ticketCreated, { number: answer.data.number }) : sentenceOf(answer.error);
    });
  const makeIt = (status: SettableStatus) =>
    act(async () => {
      const answer = await setTicketStatus(id, status);
      return answer.ok ? '' : sentenceOf(answer.error);
    });
  useKeys({
    ...(can.resolve && { e: () => void simply('conversation:end') }),
    ...(can.handOver && { a: () => setDialog('handOver') }),
  });

  return (
    <>
      {ticket && !isOnTicketPage && (
        <a class="button quiet off-phone" href={paths.ticket(ticket.number)}>
          <Icon name="ticket" />
          {ticket.number}
        </a>
      )}
      {can.createTicket && (
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
      {(can.block || can.unblock) && (
        <Menu
          label={texts.value.common.more}
          face={<Icon name="more" />}
          buttonClass="button quiet icon-only"
          side="below"
        >
          {(close) => {
            const item = (icon: IconName, doIt: () => void, children: ComponentChildren, className?: string) => (
              <MenuItem
                icon={icon}
                className={className}
                onClick={() => {
                  close();
                  doIt();
                }}
              >
                {children}
              </MenuItem>
            );
            return (
              <>
                {can.handOver && item('user', () => setDialog('handOver'), words.handOver)}
                {can.createTicket && item('ticket', () => void turnIntoTicket(), words.createTicket, 'on-phone')}
                {can.wait.map((status) => item(waitIcons[status], () => void makeIt(status), waitName(status)))}
                {can.discard && item('cross', () => setDialog('discard'), words.discard)}
                {can.block && item('lock', () => setDialog('block'), words.block)}
                {can.unblock && item('refresh', () => void simply('visitor:unblock'), words.unblock)}
              </>
            );
          }}
        </Menu>
      )}
      {can.take && (
        <button
          type="button"
          class="button primary"
          disabled={isBusy}
          title={ticket ? words.takeTicketTitle : words.takeTitle}
          onClick={() => void simply('conversation:take')}
        >
          {words.take}
        </button>
      )}
      {can.resolve && (
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
      {can.reopen && (
        <button type="button" class="button" disabled={isBusy} onClick={() => void makeIt('open')}>
          <Icon name="refresh" />
          {words.reopen}
        </button>
      )}
      {can.restore && (
        <button type="button" class="button" disabled={isBusy} onClick={() => void simply('conversation:restore')}>
          <Icon name="refresh" />
          {words.restore}
        </button>
      )}
      {dialog === 'handOver' && <HandOverDialog conversation={conversation} onClose={() => setDialog('')} />}
      {dialog === 'block' && <BlockDialog conversation={conversation} onClose={() => setDialog('')} />}
      {dialog === 'discard' && <DiscardDialog conversationId={id} onClose={() => setDialog('')} />}
    </>
  );
}

function waitName(status: SettableStatus) {
  const { make, makeHint } = texts.value.conversation;
  return (
    <span>
      {make[status]}
      <small>{makeHint[status]}</small>
    </span>
  );
}

const waitIcons: Record<SettableStatus, IconName> = {
  open: 'halfRing',
  pending: 'barredRing',
  onHold: 'minusRing',
  solved: 'checkRing',
};

interface MenuItemProps {
  icon: IconName;
  className: string | undefined;
  onClick: () => void;
  children: ComponentChildren;
}

function MenuItem({ icon, className, onClick, children }: MenuItemProps) {
  return (
    <button type="button" role="menuitem" class={className} onClick={onClick}>
      <Icon name={icon} />
      {children}
    </button>
  );
}
