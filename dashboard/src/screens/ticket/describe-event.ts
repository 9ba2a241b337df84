import type { HistoryEvent, TicketSummary } from '@ventanilla/shared/entities/ticket';
import { fill } from '@ventanilla/shared/i18n/fill';
import { outcomes, priorities, ratings, ticketReasons, ticketStatuses } from '@ventanilla/shared/vocabulary';
import { now } from '../../clock.ts';
import type { IconName } from '../../components/Icon.tsx';
import { nameOf } from '../../components/person-name.ts';
import { agents } from '../../desk.ts';
import { texts } from '../../language.ts';
import { momentInWords } from '../../time-words.ts';

/** One change of the history: a sentence with slots, what goes into them, and its sign. */
interface Described {
  icon: IconName;
  text: string;
  values: Record<string, string>;
}

/** Types we do not know (a newer server's) are said neutrally. */
export function describe(event: HistoryEvent, ticket: TicketSummary): Described {
  const words = texts.value.ticket.event;
  const { before, after, type } = event;
  const values = {
    actor: actorOf(event, ticket),
    number: ticket.number,
    before: before.address === undefined ? wordFor(before) : String(before.address),
    address: String(after.address ?? ''),
    after: wordFor(after),
    outcome: outcomeOf(after.outcome),
    reason: reasonOf(after.reason),
    urgency: wordIn(texts.value.urgency, after.urgency),
    impact: wordIn(texts.value.impact, after.impact),
    why: String(after.priorityReason ?? ''),
    link: typeof after.number === 'number' ? `${ticket.number.split('-')[0]}-${after.number}` : '',
    when: typeof after.dueAt === 'number' ? momentInWords(after.dueAt, now.value) : '',
  };
  const said = (icon: IconName, text: string): Described => ({ icon, text, values });
  switch (type) {
    case 'conversation.started':
      return said('words', words.started);
    case 'conversation.taken':
      return said('user', words.taken);
    case 'conversation.returned':
      return said('inbox', words.returned);
    case 'conversation.reopened':
      return said('refresh', words.reopened);
    case 'conversation.restored':
      return said('refresh', words.restored);
    case 'conversation.handedOver':
      return said('user', words.handedOver);
    case 'conversation.confirmed':
      return said('check', words.confirmed);
    case 'conversation.rated':
      return said(after.rating === 'bad' ? 'sad' : 'glad', words.rated);
    case 'conversation.addressGiven':
      return said('mail', before.address === '' ? words.addressGiven : words.addressChanged);
    case 'conversation.ended':
      return said('check', words.ended);
    case 'conversation.visitorBlocked':
      return said('lock', words.blocked);
    case 'conversation.visitorUnblocked':
      return said('refresh', words.unblocked);
    case 'ticket.created':
      return said(
        'ticket',
        event.actor.kind === 'agent'
          ? words.createdBy
          : fill(words.created, { number: '{number}', reason: values.reason }),
      );
    case 'ticket.assigned':
      return said('user', after.assigneeId === event.actor.id ? words.assigned : words.assignedTo);
    case 'ticket.statusChanged':
      return said('halfRing', words.status);
    case 'ticket.typeChanged':
      return said('ticket', words.typed);
    case 'ticket.evaluated':
      return said('signal', before.priority === after.priority ? words.evaluatedAlike : words.evaluated);
    case 'ticket.priorityChanged':
      return said('signal', words[prioritySentence(before, after)]);
    case 'ticket.linked':
      return said('ticket', after.isFollowUp === true ? words.follows : words.followedUp);
    case 'ticket.dueChanged':
      return said('clock', after.dueAt === 0 ? words.answered : words.promised);
    default:
      return said('info', words.other);
  }
}

function actorOf({ actor }: HistoryEvent, ticket: TicketSummary): string {
  if (actor.kind === 'agent') return actor.name;
  return actor.kind === 'visitor' ? nameOf(ticket.requester) : texts.value.ticket.system;
}

function prioritySentence(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): 'raised' | 'lowered' | 'fixed' | 'byMatrix' {
  if (after.priorityReason === '') return 'byMatrix';
  const rank = (priority: unknown) => priorities.findIndex((known) => known === priority);
  const rise = rank(after.priority) - rank(before.priority);
  if (rise === 0) return 'fixed';
  return rise > 0 ? 'raised' : 'lowered';
}

function wordIn(words: Record<string, string>, key: unknown): string {
  return (typeof key === 'string' && Object.hasOwn(words, key) && words[key]?.toLocaleLowerCase()) || '';
}

function wordFor(fields: Record<string, unknown>): string {
  const triaged = wordIn(texts.value.priority, fields.priority) || wordIn(texts.value.type, fields.type);
  if (triaged) return triaged;
  const status = ticketStatuses.find((known) => known === fields.status);
  if (status) return texts.value.status[status].toLocaleLowerCase();
  const rating = ratings.find((known) => known === fields.rating);
  if (rating) return texts.value.context.ratings[rating].toLocaleLowerCase();
  const { assigneeId } = fields;
  if (typeof assigneeId !== 'string') return '';
  return agents.value.get(assigneeId)?.name ?? texts.value.ticket.nobody;
}

function outcomeOf(value: unknown): string {
  const outcome = outcomes.find((known) => known === value);
  return outcome ? texts.value.outcome[outcome] : '';
}

function reasonOf(value: unknown): string {
  const reason = ticketReasons.find((known) => known === value);
  return reason ? texts.value.reason[reason] : '';
}
