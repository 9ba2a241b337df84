import type { Agent } from '../entities/agent.ts';
import type { ArticleDraft } from '../entities/article.ts';
import type { ConversationDetail, VisitorConversation } from '../entities/conversation.ts';
import type { AgentEntry } from '../entities/entry.ts';
import type { FileRef } from '../entities/file.ts';
import { alwaysOpen, noIncident, type Site } from '../entities/site.ts';
import type { HistoryEvent, Requester, TicketSummary } from '../entities/ticket.ts';
import { type Id, type IdNoun, idPrefixes } from '../ids.ts';
import type { SiteAvailability } from '../wire/visitor.ts';

/** Things as agents get them, for tests and galleries. Each says only what matters to it; ids come from small numbers. */

/** A Monday afternoon, 2026-11-23 17:00 UTC. */
export const aMoment = Date.UTC(2026, 10, 23, 17, 0);

export function anId<N extends IdNoun>(noun: N, number: number): Id<N> {
  const tail = String(number).padStart(12, '0');
  return `${idPrefixes[noun]}_019abcde-0000-7000-8000-${tail}` as Id<N>;
}

export function aRequester(part: Partial<Requester> = {}): Requester {
  return {
    id: anId('requester', 1),
    name: 'Lucía Ferrer',
    email: 'lucia@correo.example',
    isEmailVerified: false,
    isIdentified: false,
    ...part,
  };
}

export function anAgent(part: Partial<Agent> = {}): Agent {
  return {
    id: anId('agent', 1),
    name: 'Marta Ruiz',
    email: 'marta@alameda.example',
    role: 'admin',
    locale: 'es',
    availability: 'available',
    isOnline: true,
    siteIds: [anId('site', 1)],
    version: 1,
    ...part,
  };
}

export function aSite(part: Partial<Site> = {}): Site {
  return {
    id: anId('site', 1),
    key: 'k3f9',
    name: 'Alameda Fibra',
    origins: ['https://alamedafibra.example'],
    locale: 'es',
    accent: '#2b49b5',
    position: 'end',
    logo: '',
    timeZone: 'Europe/Madrid',
    openingHours: alwaysOpen,
    closedDates: [],
    incident: noIncident,
    incidentChangedAt: 0,
    pickUpMs: 180_000,
    firstReplyMinutes: 480,
    version: 1,
    ...part,
  };
}

/** The same as its visitor has it: nobody has taken it yet. */
export function aVisitorConversation(part: Partial<VisitorConversation> = {}): VisitorConversation {
  return {
    id: anId('conversation', 1),
    state: 'queued',
    outcome: '',
    subject: 'Hola',
    assignee: null,
    ticket: null,
    pickUpBy: 0,
    isWritable: true,
    isBlocked: false,
    lastSeq: 1,
    readSeq: 0,
    agentReadSeq: 0,
    rating: '',
    ratingComment: '',
    address: null,
    createdAt: 1,
    version: 1,
    ...part,
  };
}

/** An active one that Marta has; the visitor's word is the last. */
export function aConversation(part: Partial<ConversationDetail> = {}): ConversationDetail {
  return {
    id: anId('conversation', 1),
    siteId: anId('site', 1),
    visitorId: anId('visitor', 1),
    requester: aRequester(),
    channel: 'chat',
    state: 'active',
    outcome: '',
    isBlocked: false,
    discardReason: '',
    assignee: { id: anId('agent', 1), name: 'Marta Ruiz' },
    subject: 'Sin internet tras cambiar el router',
    preview: 'Vale. ¿Va a venir alguien?',
    lastAuthorKind: 'visitor',
    lastEntryAt: aMoment,
    lastSeq: 1,
    queuedAt: 0,
    isFront: false,
    deadlineAt: aMoment + 600_000,
    deadlineReason: 'agent_reply',
    ticket: null,
    createdAt: aMoment - 1_800_000,
    version: 1,
    context: {
      pageUrl: 'https://alamedafibra.example/area-cliente/averias',
      pageTitle: 'Averías',
      referrer: '',
      userAgent: 'Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0',
      language: 'es-ES',
      timeZone: 'Europe/Madrid',
      viewport: '412×915',
    },
    visitorReadSeq: 0,
    rating: '',
    ratingComment: '',
    address: '',
    attributesAt: 0,
    ...part,
  };
}

/** One that nobody has taken since `queuedAt`; three minutes later it becomes a ticket. */
export function aQueuedConversation(part: Partial<ConversationDetail> = {}): ConversationDetail {
  const queuedAt = part.queuedAt ?? aMoment;
  return aConversation({
    state: 'queued',
    assignee: null,
    queuedAt,
    lastEntryAt: queuedAt,
    deadlineAt: queuedAt + 180_000,
    deadlineReason: 'pick_up',
    ...part,
  });
}

export function aTicket(part: Partial<TicketSummary> = {}): TicketSummary {
  return {
    id: anId('ticket', 1),
    number: 'VEN-1042',
    siteId: anId('site', 1),
    conversationId: anId('conversation', 1),
    subject: 'Sin internet tras cambiar el router',
    requester: aRequester(),
    status: 'open',
    type: 'question',
    urgency: 'normal',
    impact: 'normal',
    priority: 'normal',
    priorityReason: '',
    reason: 'not_picked_up',
    follows: '',
    channel: 'chat',
    assignee: { id: anId('agent', 1), name: 'Marta Ruiz' },
    group: null,
    receivedAt: aMoment - 1_800_000,
    dueAt: aMoment + 8 * 3_600_000,
    updatedAt: aMoment,
    version: 1,
    ...part,
  };
}

/** A visitor's message, unless the part says otherwise. */
export function anEntry(part: Partial<AgentEntry> = {}): AgentEntry {
  const seq = part.seq ?? 1;
  return {
    id: anId('entry', seq),
    seq,
    kind: 'message',
    authorKind: 'visitor',
    authorId: anId('visitor', 1),
    authorName: '',
    clientId: '',
    body: `Mensaje ${seq}`,
    files: [],
    system: null,
    createdAt: aMoment + seq * 1_000,
    publicSeq: part.kind === 'note' ? 0 : seq,
    ...part,
  };
}

/** Published, with a translation that is newer. */
export function anArticle(part: Partial<ArticleDraft> = {}): ArticleDraft {
  return {
    id: anId('article', 1),
    siteId: anId('site', 1),
    locale: 'es',
    slug: 'la-luz-los-esta-en-rojo',
    title: 'La luz LOS del router está en rojo',
    body: '1. Apaga el router.\n2. Saca con cuidado el cable de **punta verde**.\n3. Vuelve a meterlo hasta oír un clic.',
    phrasings: ['router luz roja', 'los parpadea'],
    category: 'Conexión',
    audience: 'public',
    state: 'published',
    hasChanges: false,
    position: 1,
    views: 412,
    helpfulYes: 184,
    helpfulNo: 30,
    updatedBy: { id: anId('agent', 1), name: 'Marta Ruiz' },
    updatedAt: aMoment - 86_400_000,
    publishedAt: aMoment - 86_400_000,
    version: 3,
    translations: [{ id: anId('article', 2), locale: 'en', state: 'published', publishedAt: aMoment }],
    ...part,
  };
}

/** A PDF, unless the part says otherwise. */
export function aFile(part: Partial<FileRef> = {}): FileRef {
  return {
    id: anId('file', 1),
    name: 'factura-noviembre.pdf',
    mime: 'application/octet-stream',
    sizeBytes: 218_000,
    width: 0,
    height: 0,
    ...part,
  };
}

export function aHistoryEvent(part: Partial<HistoryEvent> = {}): HistoryEvent {
  return {
    id: anId('event', 1),
    type: 'conversation.started',
    actor: { kind: 'visitor', id: anId('visitor', 1), name: '' },
    at: aMoment,
    before: {},
    after: {},
    ...part,
  };
}

/** Open, with somebody there and nobody waiting. */
export function anAvailability(part: Partial<SiteAvailability> = {}): SiteAvailability {
  return {
    isOpen: true,
    opensAt: 0,
    hasAgent: true,
    queueLength: 0,
    typicalWaitMs: 0,
    replyBy: aMoment,
    week: null,
    ...part,
  };
}
