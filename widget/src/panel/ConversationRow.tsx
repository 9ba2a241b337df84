import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { WidgetTexts } from '@ventanilla/shared/i18n/widget/texts';
import type { Scene } from './scene.ts';

type Tone = 'open' | 'waiting' | 'ok' | '';

/** One of my conversations: number, state, who has it, and by when. */
export function ConversationRow({ conversation, ...scene }: Scene & { conversation: VisitorConversation }) {
  const { label, tone } = stateOf(conversation, scene.texts);
  return (
    <li>
      <button type="button" class="row" onClick={() => scene.actions.showConversation(conversation.id)}>
        <span class="subject">{conversation.subject}</span>
        <span class={`chip ${tone}`}>{label}</span>
        <small>{detailOf(conversation, scene)}</small>
      </button>
    </li>
  );
}

function stateOf({ state, outcome, ticket }: VisitorConversation, texts: WidgetTexts): { label: string; tone: Tone } {
  if (ticket) {
    const isDone = ticket.status === 'solved' || ticket.status === 'closed';
    return {
      label: texts.ticketStatus[ticket.status],
      tone: isDone ? 'ok' : ticket.status === 'pending' ? 'waiting' : 'open',
    };
  }
  if (state === 'ended')
    return { label: texts.state[outcome === '' || outcome === 'ticketed' ? 'answered' : outcome], tone: 'ok' };
  return { label: texts.state[state], tone: state === 'queued' ? 'waiting' : 'open' };
}

function detailOf(
  { state, assignee, ticket, pickUpBy, createdAt }: VisitorConversation,
  { texts, times, now }: Scene,
): string {
  const isOver = ticket ? ticket.status === 'solved' || ticket.status === 'closed' : state === 'ended';
  if (ticket && !isOver) {
    return fill(texts.rowTicket, {
      number: ticket.number,
      name: ticket.responsible,
      when: times.by(ticket.dueAt, now),
    });
  }
  const began = fill(texts.rowDone, { when: times.when(createdAt, now) });
  if (isOver) return ticket ? `${ticket.number} · ${began}` : began;
  if (assignee) return fill(texts.rowActive, { name: assignee.name });
  return pickUpBy > 0 ? fill(texts.rowQueued, { when: times.by(pickUpBy, now) }) : began;
}
