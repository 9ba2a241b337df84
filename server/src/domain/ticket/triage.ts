import { byMatrix, lacksReason, priorityOf, priorityOfRank, rankOf } from '@ventanilla/shared/priority';
import type { Level, Priority, TicketType } from '@ventanilla/shared/vocabulary';
import type { AgentActor } from '../conversation/agent-acts.ts';
import { isClosed } from '../conversation/closed.ts';
import { ticketEvent } from '../conversation/lines.ts';
import type { Situation } from '../conversation/situation.ts';
import type { DecidedEvent, Decision } from '../decision.ts';
import type { ConversationHead, JsonObject, TicketRow } from '../rows.ts';

/** Whatever is left out stays as it is. */
export interface TriageChange {
  type?: TicketType | undefined;
  urgency?: Level | undefined;
  impact?: Level | undefined;
  /** TK5. Says otherwise than the matrix, or gives it back to the matrix. */
  priority?: Priority | typeof byMatrix | undefined;
  priorityReason?: string | undefined;
}

type Triage = Pick<TicketRow, 'type' | 'urgency' | 'impact' | 'priority' | 'priorityReason'>;

/** How every ticket begins. */
export const untriaged: Triage = {
  type: 'question',
  urgency: 'normal',
  impact: 'normal',
  priority: rankOf(priorityOf('normal', 'normal')),
  priorityReason: '',
};

/** TK5, TK8. What is so already changes nothing, whatever the version; else the version must be the ticket's. */
export function triage(
  head: ConversationHead,
  version: number,
  change: TriageChange,
  agent: AgentActor,
  situation: Situation,
): Decision {
  const { ticket } = head;
  if (!ticket || isClosed(head)) return { ok: false, reason: 'not_writable' };
  if (lacksReason(change)) return { ok: false, reason: 'invalid', details: { field: 'priorityReason' } };
  const { next, events } = steps.reduce<Walked>(
    ({ next: was, events: before }, { type, make, told }) => {
      const is = make(was, change);
      const event = () => ticketEvent(type, ticket, agent, situation, told(was), told(is));
      return { next: is, events: isSame(was, is) ? before : [...before, event()] };
    },
    { next: triageOf(ticket), events: [] },
  );
  if (events.length === 0) return { ok: true, entries: [], events };
  if (ticket.version !== version) return { ok: false, reason: 'conflict', details: { version: ticket.version } };
  return { ok: true, entries: [], ticket: { patch: { ...next, updatedAt: situation.now } }, events };
}

interface Walked {
  next: Triage;
  events: readonly DecidedEvent[];
}

interface Step {
  type: string;
  make: (was: Triage, change: TriageChange) => Triage;
  told: (triage: Triage) => JsonObject;
}

/** TK6. One after another, so that each event has before and after of what people call one change. */
const steps: readonly Step[] = [
  {
    type: 'ticket.typeChanged',
    make: (was, { type = was.type }) => ({ ...was, type }),
    told: ({ type }) => ({ type }),
  },
  {
    type: 'ticket.evaluated',
    make: evaluated,
    told: ({ urgency, impact, priority }) => ({ urgency, impact, priority: priorityOfRank(priority) }),
  },
  {
    type: 'ticket.priorityChanged',
    make: prioritised,
    told: ({ priority, priorityReason }) => ({ priority: priorityOfRank(priority), priorityReason }),
  },
];

/** TK5. An override stays whatever the matrix says, until it is taken back. */
function evaluated(was: Triage, { urgency = was.urgency, impact = was.impact }: TriageChange): Triage {
  const priority = was.priorityReason === '' ? rankOf(priorityOf(urgency, impact)) : was.priority;
  return { ...was, urgency, impact, priority };
}

function prioritised(was: Triage, { priority, priorityReason = '' }: TriageChange): Triage {
  if (priority === undefined) return was;
  return priority === byMatrix
    ? { ...was, priority: rankOf(priorityOf(was.urgency, was.impact)), priorityReason: '' }
    : { ...was, priority: rankOf(priority), priorityReason };
}

function triageOf({ type, urgency, impact, priority, priorityReason }: TicketRow): Triage {
  return { type, urgency, impact, priority, priorityReason };
}

const fields = ['type', 'urgency', 'impact', 'priority', 'priorityReason'] as const;

function isSame(was: Triage, is: Triage): boolean {
  return fields.every((name) => was[name] === is[name]);
}
