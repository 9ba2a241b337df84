import { alwaysOpen, noIncident } from '@ventanilla/shared/entities/site';
import { type Id, type IdNoun, idPrefixes, uuidV7 } from '@ventanilla/shared/ids';
import type { Acceptance, Decision } from '../decision.ts';
import type { ConversationHead, SiteRow, TicketRow } from '../rows.ts';
import { untriaged } from '../ticket/triage.ts';
import type { AgentActor } from './agent-acts.ts';
import type { Situation } from './situation.ts';

/** Monday 23 November 2026, 12:00 in Madrid. */
export const noon = Date.UTC(2026, 10, 23, 11, 0, 0);

let made = 0;
function newId<N extends IdNoun>(noun: N): Id<N> {
  made += 1;
  return `${idPrefixes[noun]}_${uuidV7(
    noon,
    Uint8Array.from({ length: 16 }, (_, i) => (made >> (8 * (i % 4))) & 255),
  )}` as Id<N>;
}

export const marta: AgentActor = { kind: 'agent', id: newId('agent'), name: 'Marta Ruiz' };
export const diego: AgentActor = { kind: 'agent', id: newId('agent'), name: 'Diego Arnau' };
export const visitor = { kind: 'visitor', id: newId('visitor'), name: '' } as const;

export const site: SiteRow = {
  id: newId('site'),
  key: 'alameda',
  name: 'Alameda Fibra',
  origins: [],
  identitySecrets: [],
  locale: 'es',
  accent: '#2b49b5',
  launcherPosition: 'end',
  logo: '',
  timeZone: 'Europe/Madrid',
  openingHours: alwaysOpen,
  closedDates: [],
  incident: noIncident,
  incidentChangedAt: 0,
  pickUpMs: 180_000,
  replyMs: 300_000,
  idleMs: 1_800_000,
  reopenMs: 86_400_000,
  graceMs: 60_000,
  visitorReturnMs: 120_000,
  firstReplyMinutes: 480,
  disabledAt: 0,
  version: 1,
  createdAt: noon,
};

export function aSituation(changes: Partial<Situation> = {}): Situation {
  return {
    now: noon,
    queueAt: changes.now ?? noon,
    newId,
    site,
    groupId: newId('group'),
    isOpen: true,
    hasAgentOnline: true,
    isVisitorHere: true,
    canMail: true,
    isAgentOnline: () => true,
    ...changes,
  };
}

export function aHead(changes: Partial<ConversationHead> = {}): ConversationHead {
  return {
    id: newId('conversation'),
    siteId: site.id,
    visitorId: newId('visitor'),
    requesterId: newId('requester'),
    startId: '',
    channel: 'chat',
    state: 'queued',
    outcome: '',
    assigneeId: '',
    queuedAt: noon,
    isFront: false,
    subject: 'Sin internet',
    context: {},
    lastSeq: 1,
    lastPublicSeq: 1,
    lastAuthorKind: 'visitor',
    lastEntryAt: noon,
    lastReplySeq: 0,
    lastReplyBy: '',
    visitorReadSeq: 0,
    agentReadSeq: 0,
    deadlineAt: noon + 180_000,
    deadlineReason: 'pick_up',
    endedAt: 0,
    endReason: '',
    rating: '',
    ratingComment: '',
    address: '',
    version: 1,
    createdAt: noon,
    ticket: null,
    ...changes,
  };
}

export function anActiveHead(changes: Partial<ConversationHead> = {}): ConversationHead {
  return aHead({
    state: 'active',
    assigneeId: marta.id,
    queuedAt: 0,
    deadlineReason: 'agent_reply',
    deadlineAt: noon + 300_000,
    ...changes,
  });
}

function aTicket(changes: Partial<TicketRow> = {}): TicketRow {
  return {
    id: newId('ticket'),
    number: 1042,
    siteId: site.id,
    conversationId: newId('conversation'),
    requesterId: '',
    reason: 'not_picked_up',
    status: 'new',
    ...untriaged,
    assigneeId: '',
    groupId: newId('group'),
    channel: 'chat',
    subject: 'Sin internet',
    followsNumber: 0,
    receivedAt: noon,
    dueAt: noon,
    solvedAt: 0,
    closedAt: 0,
    version: 1,
    createdAt: noon,
    updatedAt: noon,
    ...changes,
  };
}

export function aTicketedHead(ticket: Partial<TicketRow> = {}): ConversationHead {
  return aHead({
    state: 'ended',
    outcome: 'ticketed',
    queuedAt: 0,
    deadlineAt: 0,
    deadlineReason: '',
    endedAt: noon,
    ticket: aTicket(ticket),
  });
}

/** The acceptance, or a failed test that says why it was refused. */
export function accepted(decision: Decision): Acceptance {
  if (!decision.ok) throw new Error(`refused: ${decision.reason}`);
  return decision;
}

/** The head as the store would keep it after the decision. */
export function after(head: ConversationHead, decision: Decision): ConversationHead {
  const { patch, ticket } = accepted(decision);
  const made = ticket && 'make' in ticket ? aTicket(ticket.make) : head.ticket;
  const patched = ticket && 'patch' in ticket && head.ticket ? { ...head.ticket, ...ticket.patch } : made;
  return { ...head, ...patch, ticket: patched };
}
