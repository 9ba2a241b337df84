import { limits } from '@ventanilla/shared/limits';
import type { DiscardReason, Outcome, SettableStatus, TicketStatus } from '@ventanilla/shared/vocabulary';
import type { Acceptance, Decision } from '../decision.ts';
import type { ConversationHead, TicketRow } from '../rows.ts';
import type { AgentActor } from './agent-acts.ts';
import { isClosed } from './closed.ts';
import { convert } from './convert.ts';
import { activeReason, deadlineFor, noDeadline } from './deadline.ts';
import { conversationEvent, statusEvent, systemLine, ticketEvent } from './lines.ts';
import { dueIn } from './promise.ts';
import { type Actor, machine, type Situation } from './situation.ts';
import { queueOrConvert } from './visitor-writes.ts';

const notWritable: Decision = { ok: false, reason: 'not_writable' };

/** CV1. One outcome is current; what it was before is in the events. */
function endWith(
  head: ConversationHead,
  outcome: Exclude<Outcome, 'ticketed'>,
  reason: string,
  actor: Actor,
  situation: Situation,
): Acceptance {
  return {
    ok: true,
    entries: [systemLine({ line: 'ended', outcome }, actor, situation)],
    patch: {
      state: 'ended',
      outcome,
      endedAt: situation.now,
      endReason: reason,
      queuedAt: 0,
      isFront: false,
      ...noDeadline,
    },
    events: [
      conversationEvent(
        'conversation.ended',
        head,
        actor,
        situation,
        { state: head.state, outcome: head.outcome },
        { outcome, reason },
      ),
    ],
  };
}

/** TK4. A status change that readers see as a line and history keeps as an event. */
function moveTicket(
  { lastAuthorKind }: ConversationHead,
  ticket: TicketRow,
  status: TicketStatus,
  actor: Actor,
  situation: Situation,
): Acceptance {
  const { now } = situation;
  const dueAt = dueIn(status, ticket, actor.kind === 'visitor' ? 'visitor' : lastAuthorKind, situation);
  return {
    ok: true,
    entries: [systemLine({ line: 'status_changed', status }, actor, situation)],
    ticket: { patch: { status, ...timesOf(ticket, status, now), dueAt, updatedAt: now } },
    events: [statusEvent(ticket, { status, dueAt }, actor, situation)],
  };
}

function timesOf({ solvedAt }: TicketRow, status: TicketStatus, now: number): Pick<TicketRow, 'solvedAt' | 'closedAt'> {
  if (status === 'closed') return { solvedAt, closedAt: now };
  return { solvedAt: status === 'solved' ? now : 0, closedAt: 0 };
}

/** TK4. What has been solved for long is closed; asked again at the moment of writing, since words may have arrived. */
export function closeSolved(head: ConversationHead, situation: Situation): Decision {
  const { ticket } = head;
  const isDue = ticket?.status === 'solved' && situation.now - ticket.solvedAt >= limits.closeAfterMs;
  return isDue ? moveTicket(head, ticket, 'closed', machine, situation) : { ok: false, reason: 'not_due' };
}

/** CV1 `answered`: an agent wrote after the visitor's last word and says that this was it. A ticket becomes solved. */
export function end(head: ConversationHead, agent: AgentActor, situation: Situation): Decision {
  if (isClosed(head)) return notWritable;
  if (head.ticket) {
    return head.ticket.status === 'solved' ? notWritable : moveTicket(head, head.ticket, 'solved', agent, situation);
  }
  if (head.state === 'ended') return notWritable;
  if (head.lastAuthorKind !== 'agent') return { ok: false, reason: 'unanswered' };
  return endWith(head, 'answered', 'agent', agent, situation);
}

/** TK4, by hand; what is closed stays closed. */
export function setTicketStatus(
  head: ConversationHead,
  status: SettableStatus,
  agent: AgentActor,
  situation: Situation,
): Decision {
  if (!head.ticket || isClosed(head)) return notWritable;
  if (head.ticket.status === status) return { ok: true, entries: [], events: [] };
  return moveTicket(head, head.ticket, status, agent, situation);
}

/** CV1 `discarded`: spam, test or abuse; a promise already made is not discarded with it. */
export function discard(
  head: ConversationHead,
  reason: DiscardReason,
  agent: AgentActor,
  situation: Situation,
): Decision {
  if (head.ticket) return { ok: false, reason: 'already_ticketed' };
  if (head.outcome === 'discarded') return notWritable;
  return endWith(head, 'discarded', reason, agent, situation);
}

/** CV1: a discard is reversible; the conversation waits again, or becomes a ticket when nobody is there. */
export function restore(head: ConversationHead, agent: AgentActor, situation: Situation): Decision {
  if (head.outcome !== 'discarded') return notWritable;
  const queued: Acceptance = {
    ok: true,
    entries: [systemLine({ line: 'reopened' }, agent, situation)],
    patch: {
      state: 'queued',
      outcome: '',
      assigneeId: '',
      endedAt: 0,
      endReason: '',
      queuedAt: situation.queueAt,
      ...deadlineFor('pick_up', situation),
    },
    events: [
      conversationEvent('conversation.restored', head, agent, situation, { outcome: head.outcome }, { outcome: '' }),
    ],
  };
  return queueOrConvert(head, queued, situation);
}

/** Somebody else goes on with it, live or as a ticket; everybody reads to whom it went. */
export function handOver(head: ConversationHead, to: AgentActor, agent: AgentActor, situation: Situation): Decision {
  const line = systemLine({ line: 'handed_over', agentName: agent.name, toAgentName: to.name }, agent, situation);
  const before = { assigneeId: head.ticket?.assigneeId ?? head.assigneeId };
  if (isClosed(head)) return notWritable;
  if (before.assigneeId === to.id) return { ok: true, entries: [], events: [] };
  if (head.ticket) {
    return {
      ok: true,
      entries: [line],
      ticket: { patch: { assigneeId: to.id, updatedAt: situation.now } },
      events: [ticketEvent('ticket.assigned', head.ticket, agent, situation, before, { assigneeId: to.id })],
    };
  }
  if (head.state === 'ended') return notWritable;
  const reason = activeReason({ lastAuthorKind: head.lastAuthorKind, assigneeId: to.id }, situation);
  return {
    ok: true,
    entries: [line],
    patch: { state: 'active', assigneeId: to.id, queuedAt: 0, isFront: false, ...deadlineFor(reason, situation) },
    events: [conversationEvent('conversation.handedOver', head, agent, situation, before, { assigneeId: to.id })],
  };
}

/** CV1 `withdrawn`: the visitor no longer needs it. */
export function withdraw(head: ConversationHead, visitor: Actor, situation: Situation): Decision {
  return head.state === 'ended' ? notWritable : endWith(head, 'withdrawn', 'visitor', visitor, situation);
}

/** TK1 `visitor_asked`: rather a number than a wait. */
export function askForTicket(head: ConversationHead, visitor: Actor, situation: Situation): Decision {
  if (head.ticket) return { ok: false, reason: 'already_ticketed' };
  return head.state === 'ended' ? notWritable : convert(head, 'visitor_asked', visitor, situation);
}

/** "Is it solved?" Yes ends it as answered; no makes a ticket (TK1 `not_solved`), or opens the solved one again (TK4). */
export function confirm(head: ConversationHead, isSolved: boolean, visitor: Actor, situation: Situation): Decision {
  return isSolved ? confirmSolved(head, visitor, situation) : confirmNotSolved(head, visitor, situation);
}

function confirmSolved(head: ConversationHead, visitor: Actor, situation: Situation): Decision {
  const confirmed = conversationEvent('conversation.confirmed', head, visitor, situation);
  if (head.state !== 'ended') {
    if (head.lastAuthorKind !== 'agent') return { ok: false, reason: 'unanswered' };
    const ended = endWith(head, 'answered', 'confirmed', visitor, situation);
    return { ...ended, events: [...ended.events, confirmed] };
  }
  const canConfirm = head.outcome === 'answered' || head.ticket?.status === 'solved';
  return canConfirm ? { ok: true, entries: [], events: [confirmed] } : notWritable;
}

function confirmNotSolved(head: ConversationHead, visitor: Actor, situation: Situation): Decision {
  if (head.ticket) {
    return head.ticket.status === 'solved' ? moveTicket(head, head.ticket, 'open', visitor, situation) : notWritable;
  }
  if (head.state === 'ended' && head.outcome !== 'answered') return notWritable;
  return convert(head, 'not_solved', visitor, situation);
}

/** CV1 `idle`: nobody had more to say. */
export function endIdle(head: ConversationHead, situation: Situation): Decision {
  return endWith(head, 'answered', 'idle', machine, situation);
}
