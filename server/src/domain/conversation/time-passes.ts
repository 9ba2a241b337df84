import type { Acceptance, Decision } from '../decision.ts';
import type { ConversationHead, TicketRow } from '../rows.ts';
import { isClosed } from './closed.ts';
import { convert } from './convert.ts';
import { activeReason, type Deadline, deadlineFor, keepOrStart } from './deadline.ts';
import { endIdle } from './ending.ts';
import { conversationEvent, systemLine, ticketEvent } from './lines.ts';
import { machine, type Situation } from './situation.ts';

const notDue: Decision = { ok: false, reason: 'not_due' };

/** CV1. What happens when a conversation's deadline has come; asked again at the moment of writing, since words may have arrived. */
export function deadlineCame(head: ConversationHead, situation: Situation): Decision {
  if (head.state === 'ended' || head.deadlineAt > situation.now) return notDue;
  switch (head.deadlineReason) {
    case 'pick_up':
      return convert(head, 'not_picked_up', machine, situation);
    case 'pick_up_after_loss':
      return convert(head, 'agent_lost', machine, situation);
    case 'agent_grace':
      return head.assigneeId !== '' && situation.isAgentOnline(head.assigneeId)
        ? patchOnly(deadlineFor(activeReason(head, situation), situation))
        : backToQueue(head, situation);
    case 'agent_reply':
      return backToQueue(head, situation);
    case 'visitor_return':
      return situation.isVisitorHere
        ? patchOnly(deadlineFor(activeReason(head, situation), situation))
        : convert(head, 'visitor_left', machine, situation);
    case 'idle':
      return endIdle(head, situation);
    case '':
      return notDue;
  }
}

function patchOnly(patch: Acceptance['patch']): Acceptance {
  return patch ? { ok: true, entries: [], patch, events: [] } : { ok: true, entries: [], events: [] };
}

/** AS3. To the front of the queue; with nobody there or closed it becomes a ticket at once. */
function backToQueue(head: ConversationHead, situation: Situation): Decision {
  if (!situation.isOpen || !situation.hasAgentOnline) return convert(head, 'agent_lost', machine, situation);
  return {
    ok: true,
    entries: [systemLine({ line: 'returned_to_queue' }, machine, situation)],
    patch: {
      state: 'queued',
      assigneeId: '',
      queuedAt: situation.queueAt,
      isFront: true,
      ...deadlineFor('pick_up_after_loss', situation),
    },
    events: [
      conversationEvent(
        'conversation.returned',
        head,
        machine,
        situation,
        { assigneeId: head.assigneeId },
        { assigneeId: '' },
      ),
    ],
  };
}

/** Who comes and goes does not wait anew: a reply is awaited since the last word, whatever happened in between. */
function sinceLastWord(head: ConversationHead, deadline: Deadline, situation: Situation): Deadline {
  const { deadlineReason: reason } = deadline;
  if (reason !== 'agent_reply' && reason !== 'idle') return deadline;
  const patienceMs = deadlineFor(reason, situation).deadlineAt - situation.now;
  return { ...deadline, deadlineAt: Math.max(situation.now, head.lastEntryAt + patienceMs) };
}

/** Somebody came or went: an active conversation may now wait for something else (AS3, CV1). */
export function presenceChanged(head: ConversationHead, situation: Situation): Decision {
  if (head.state !== 'active') return notDue;
  const next = sinceLastWord(head, keepOrStart(head, activeReason(head, situation), situation), situation);
  return next.deadlineReason === head.deadlineReason ? notDue : patchOnly(next);
}

/** The agent's account is gone: nobody waits for them, and what they promised is the group's. */
export function agentRemoved(head: ConversationHead, situation: Situation): Decision {
  if (isClosed(head)) return notDue;
  if (head.ticket && head.ticket.assigneeId !== '') return ticketToGroup(head.ticket, situation);
  return head.state === 'active' ? backToQueue(head, situation) : notDue;
}

function ticketToGroup(ticket: TicketRow, situation: Situation): Decision {
  const before = { assigneeId: ticket.assigneeId, groupId: ticket.groupId };
  const after = { assigneeId: '', groupId: situation.groupId } as const;
  return {
    ok: true,
    entries: [],
    ticket: { patch: { ...after, updatedAt: situation.now } },
    events: [ticketEvent('ticket.assigned', ticket, machine, situation, before, after)],
  };
}
