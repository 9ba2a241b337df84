import type { AgentId } from '@ventanilla/shared/ids';
import type { Acceptance, Decision, TicketPatch } from '../decision.ts';
import { answeredMail } from '../mail/ticket-mails.ts';
import type { ConversationHead, TicketRow } from '../rows.ts';
import { isClosed } from './closed.ts';
import { convert } from './convert.ts';
import { activeReason, deadlineFor } from './deadline.ts';
import { conversationEvent, dueEvents, systemLine, ticketEvent, words } from './lines.ts';
import type { Actor, Situation } from './situation.ts';

export interface AgentActor extends Actor {
  kind: 'agent';
  id: AgentId;
}

const nothing: Acceptance = { ok: true, entries: [], events: [] };

/** CV4. Only one agent takes a queued conversation; the one who came second is told who has it. */
export function take(head: ConversationHead, agent: AgentActor, situation: Situation): Decision {
  if (isClosed(head)) return { ok: false, reason: 'not_writable' };
  if (head.state === 'ended') {
    return head.ticket ? takeTicket(head.ticket, agent, situation) : { ok: false, reason: 'not_writable' };
  }
  if (head.assigneeId === agent.id) return nothing;
  if (head.state === 'active') return { ok: false, reason: 'taken', details: { agentId: head.assigneeId } };
  return {
    ok: true,
    entries: [systemLine({ line: 'taken', agentName: agent.name }, agent, situation)],
    ...takenBy(head, agent, situation),
  };
}

function takenBy(
  head: ConversationHead,
  agent: AgentActor,
  situation: Situation,
): Pick<Acceptance, 'patch' | 'events'> {
  const reason = activeReason({ lastAuthorKind: head.lastAuthorKind, assigneeId: '' }, situation);
  return {
    patch: {
      state: 'active',
      assigneeId: agent.id,
      queuedAt: 0,
      isFront: false,
      ...deadlineFor(reason, situation),
    },
    events: [
      conversationEvent(
        'conversation.taken',
        head,
        agent,
        situation,
        { assigneeId: '', queuedAt: head.queuedAt },
        { assigneeId: agent.id },
      ),
    ],
  };
}

function takeTicket(ticket: TicketRow, agent: AgentActor, situation: Situation): Decision {
  if (ticket.assigneeId === agent.id) return nothing;
  if (ticket.assigneeId !== '') return { ok: false, reason: 'taken', details: { agentId: ticket.assigneeId } };
  return {
    ok: true,
    entries: [systemLine({ line: 'taken', agentName: agent.name }, agent, situation)],
    ...workOnTicket(ticket, agent, situation),
  };
}

/** TK4. The first agent who works on a ticket has it, and it is no longer new. */
function workOnTicket(
  ticket: TicketRow,
  agent: AgentActor,
  situation: Situation,
): Pick<Acceptance, 'events'> & { ticket: { patch: TicketPatch } } {
  const isUnassigned = ticket.assigneeId === '';
  const isNew = ticket.status === 'new';
  return {
    ticket: {
      patch: {
        updatedAt: situation.now,
        ...(isUnassigned ? { assigneeId: agent.id } : {}),
        ...(isNew ? { status: 'open' } : {}),
      },
    },
    events: [
      ...(isUnassigned
        ? [ticketEvent('ticket.assigned', ticket, agent, situation, { assigneeId: '' }, { assigneeId: agent.id })]
        : []),
      ...(isNew
        ? [ticketEvent('ticket.statusChanged', ticket, agent, situation, { status: 'new' }, { status: 'open' })]
        : []),
    ],
  };
}

/**
 * CV6. A newer reply by another agent gives `conflict`; newer words of the visitor give it only when the answer is not live.
 * `seenSeq`: the last seq that the author has seen.
 */
export function reply(
  head: ConversationHead,
  body: string,
  seenSeq: number,
  agent: AgentActor,
  situation: Situation,
): Decision {
  if (isClosed(head)) return { ok: false, reason: 'not_writable' };
  if (head.lastReplySeq > seenSeq && head.lastReplyBy !== agent.id) return { ok: false, reason: 'conflict' };
  const isLive = head.state !== 'ended';
  if (!isLive && head.lastSeq > seenSeq && head.lastAuthorKind === 'visitor') return { ok: false, reason: 'conflict' };
  const entries = [words('message', body, agent, situation)];
  const mark = { lastReplySeq: head.lastSeq + 1, lastReplyBy: agent.id };
  if (head.ticket) {
    const mails = answeredMail(head, head.ticket.id, situation);
    const { ticket, events } = workOnTicket(head.ticket, agent, situation);
    return {
      ok: true,
      entries,
      patch: mark,
      mails,
      ticket: { patch: { ...ticket.patch, dueAt: 0 } },
      events: [...events, ...dueEvents(head.ticket, 0, agent, situation)],
    };
  }
  if (head.state === 'ended') return { ok: false, reason: 'not_writable' };
  if (head.state === 'queued') {
    const taken = takenBy({ ...head, lastAuthorKind: 'agent' }, agent, situation);
    return { ok: true, entries, patch: { ...taken.patch, ...mark }, events: taken.events };
  }
  const reason = activeReason({ lastAuthorKind: 'agent', assigneeId: head.assigneeId }, situation);
  return { ok: true, entries, patch: { ...mark, ...deadlineFor(reason, situation) }, events: [] };
}

/** CV5. Notes are for agents and change nothing for the visitor. */
export function note(head: ConversationHead, body: string, agent: AgentActor, situation: Situation): Decision {
  const entries = [words('note', body, agent, situation)];
  return head.ticket && !isClosed(head)
    ? { ok: true, entries, ticket: { patch: { updatedAt: situation.now } }, events: [] }
    : { ok: true, entries, events: [] };
}

/** TK1 `agent_decided`. */
export function createTicket(head: ConversationHead, agent: AgentActor, situation: Situation): Decision {
  if (head.ticket) return { ok: false, reason: 'already_ticketed' };
  if (head.outcome === 'discarded') return { ok: false, reason: 'not_writable' };
  return convert(head, 'agent_decided', agent, situation);
}
