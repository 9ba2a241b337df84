import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import { isPromised } from '@ventanilla/shared/entities/ticket';
import { fill } from '@ventanilla/shared/i18n/fill';
import { unreadOf } from '../../model/unread.ts';
import type { PartScene } from '../parts.ts';

type Tone = 'open' | 'waiting' | 'ok' | '';

/** Nothing more is expected of anybody. */
export function isOver({ state, ticket }: VisitorConversation): boolean {
  return ticket ? ticket.status === 'solved' || ticket.status === 'closed' : state === 'ended';
}

/** One of my conversations: number, state, who has it, and by when. */
export function ConversationRow({ conversation, ...scene }: PartScene<'mine'> & { conversation: VisitorConversation }) {
  const { texts, model, actions } = scene;
  const { label, tone } = stateOf(conversation, scene);
  const hasNews = unreadOf(model, conversation) > 0;
  // Begun on this page, its unfinished words and files are kept under the name it had before the server's.
  const begun = Object.entries(model.started).find(([, id]) => id === conversation.id)?.[0];
  return (
    <li>
      <button
        type="button"
        class="row"
        onClick={() => actions.show({ name: 'conversation', key: begun ?? conversation.id })}
      >
        <span class="subject">
          {hasNews && (
            <i class="new">
              <span class="sr">{texts.unread}: </span>
            </i>
          )}
          <bdi>{conversation.subject}</bdi>
        </span>
        <span class={`chip ${tone}`}>{label}</span>
        <small>{detailOf(conversation, scene)}</small>
      </button>
    </li>
  );
}

function stateOf(conversation: VisitorConversation, { texts }: PartScene<'mine'>): { label: string; tone: Tone } {
  const { state, outcome, ticket } = conversation;
  const tone = isOver(conversation) ? 'ok' : 'open';
  if (ticket) return { label: texts.ticketStatus[ticket.status], tone: ticket.status === 'pending' ? 'waiting' : tone };
  if (state !== 'ended') return { label: texts.state[state], tone: state === 'queued' ? 'waiting' : tone };
  return { label: texts.state[outcome === '' || outcome === 'ticketed' ? 'answered' : outcome], tone };
}

function detailOf(conversation: VisitorConversation, { texts, times, now }: PartScene<'mine'>): string {
  const { assignee, ticket, pickUpBy, createdAt } = conversation;
  const began = fill(texts.began, { when: times.when(createdAt, now) });
  if (isOver(conversation)) return ticket ? `${ticket.number} · ${began}` : began;
  if (ticket) {
    const { number, responsible, dueAt } = ticket;
    const name = responsible || texts.team;
    const isDue = isPromised(ticket) && dueAt > now;
    return isDue ? fill(texts.ticket, { number, name, when: times.by(dueAt, now) }) : `${number} · ${name}`;
  }
  if (assignee) return fill(texts.active, { name: assignee.name });
  return pickUpBy > 0 ? fill(texts.queued, { when: times.by(pickUpBy, now) }) : began;
}
