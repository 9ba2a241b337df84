import type { Acceptance, Decision, NewConversation } from '../decision.ts';
import type { ConversationHead, TicketRow } from '../rows.ts';
import { isClosed } from './closed.ts';
import { convert } from './convert.ts';
import { activeReason, deadlineFor, keepOrStart } from './deadline.ts';
import { conversationEvent, dueEvents, statusEvent, systemLine, words } from './lines.ts';
import { dueIn } from './promise.ts';
import { type Actor, machine, type Situation } from './situation.ts';

const subjectLength = 120;

/** The first line of what was written, as the conversation's name. */
export function subjectOf(body: string): string {
  const first = body.trim().split('\n')[0]?.trim() ?? '';
  const letters = Array.from(first);
  return letters.length <= subjectLength
    ? first
    : `${letters
        .slice(0, subjectLength - 1)
        .join('')
        .trimEnd()}…`;
}

/** DL1, CV2. A conversation begins in the queue with its first message; who may take it is decided in the same breath. */
export function newConversation(
  base: Pick<NewConversation, 'id' | 'visitorId' | 'requesterId' | 'startId' | 'context' | 'address'>,
  body: string,
  situation: Situation,
): NewConversation {
  return {
    ...base,
    siteId: situation.site.id,
    channel: 'chat',
    state: 'queued',
    outcome: '',
    assigneeId: '',
    queuedAt: situation.queueAt,
    isFront: false,
    subject: subjectOf(body),
    endedAt: 0,
    endReason: '',
    createdAt: situation.now,
    ...deadlineFor('pick_up', situation),
  };
}

/** CV1. Closed hours and nobody online convert at once; otherwise the queue's time runs. */
export function queueOrConvert(head: ConversationHead, queued: Acceptance, situation: Situation): Acceptance {
  if (situation.isOpen && situation.hasAgentOnline) return queued;
  const converted = convert(
    head,
    situation.isOpen ? 'no_agent_available' : 'out_of_hours',
    machine,
    situation,
    queued.entries,
  );
  return { ...converted, events: [...queued.events, ...converted.events] };
}

export function startConversation(
  head: ConversationHead,
  body: string,
  visitor: Actor,
  situation: Situation,
): Decision {
  const started: Acceptance = {
    ok: true,
    entries: [words('message', body, visitor, situation)],
    events: [conversationEvent('conversation.started', head, visitor, situation, {}, { channel: head.channel })],
  };
  return queueOrConvert(head, started, situation);
}

/** CV2. Where a visitor's next message goes, by the state of the conversation. */
export function visitorWrites(head: ConversationHead, body: string, visitor: Actor, situation: Situation): Decision {
  const entry = words('message', body, visitor, situation);
  if (head.state === 'queued') return { ok: true, entries: [entry], events: [] };
  if (head.state === 'active') {
    const reason = activeReason({ ...head, lastAuthorKind: 'visitor' }, situation);
    return { ok: true, entries: [entry], patch: keepOrStart(head, reason, situation), events: [] };
  }
  if (isClosed(head)) return { ok: false, reason: 'not_writable' };
  if (head.ticket) return visitorAddsToTicket(head.ticket, body, visitor, situation);
  return canReopen(head, situation.now, situation.site.reopenMs)
    ? reopen(head, body, visitor, situation)
    : { ok: false, reason: 'not_writable' };
}

/** CV2. After `answered` or `withdrawn`, within the site's reopen window. */
export function canReopen(head: Pick<ConversationHead, 'outcome' | 'endedAt'>, now: number, reopenMs: number): boolean {
  return (head.outcome === 'answered' || head.outcome === 'withdrawn') && now - head.endedAt <= reopenMs;
}

/** TK4. A requester's reply moves pending or solved to open, and is promised an answer. */
function visitorAddsToTicket(ticket: TicketRow, body: string, visitor: Actor, situation: Situation): Acceptance {
  const entries = [words('message', body, visitor, situation)];
  const wakes = ticket.status === 'pending' || ticket.status === 'solved';
  const dueAt = dueIn(wakes ? 'open' : ticket.status, ticket, 'visitor', situation);
  if (!wakes) {
    const patch = { dueAt, updatedAt: situation.now };
    return { ok: true, entries, ticket: { patch }, events: dueEvents(ticket, dueAt, visitor, situation) };
  }
  return {
    ok: true,
    entries: [...entries, systemLine({ line: 'status_changed', status: 'open' }, machine, situation)],
    ticket: { patch: { status: 'open', solvedAt: 0, dueAt, updatedAt: situation.now } },
    events: [statusEvent(ticket, { status: 'open', dueAt }, visitor, situation)],
  };
}

function reopen(head: ConversationHead, body: string, visitor: Actor, situation: Situation): Acceptance {
  const queued: Acceptance = {
    ok: true,
    entries: [words('message', body, visitor, situation), systemLine({ line: 'reopened' }, machine, situation)],
    patch: {
      state: 'queued',
      outcome: '',
      assigneeId: '',
      endedAt: 0,
      endReason: '',
      queuedAt: situation.queueAt,
      ...deadlineFor('pick_up', situation),
    },
    events: [conversationEvent('conversation.reopened', head, visitor, situation, { outcome: head.outcome }, {})],
  };
  return queueOrConvert(head, queued, situation);
}
