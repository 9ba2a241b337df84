import type { ArticleDraft } from '@ventanilla/shared/entities/article';
import type { ConversationDetail, PastConversation } from '@ventanilla/shared/entities/conversation';
import type { AgentEntry } from '@ventanilla/shared/entities/entry';
import type { SiteSighting } from '@ventanilla/shared/entities/site';
import type { HistoryEvent, TicketSummary } from '@ventanilla/shared/entities/ticket';
import {
  aConversation,
  aFile,
  aHistoryEvent,
  aMoment,
  anAgent,
  anArticle,
  anEntry,
  anId,
  aQueuedConversation,
  aRequester,
  aSite,
  aTicket,
} from '@ventanilla/shared/testing/builders';
import { type Answers, says } from './scripted-desk.ts';

/** One afternoon at an internet provider's desk, so that all scenes tell the same story. */

const minute = 60_000;
const hour = 60 * minute;

export const marta = anAgent();
export const diego = anAgent({
  id: anId('agent', 2),
  name: 'Diego Arnau',
  email: 'diego@alameda.example',
  role: 'agent',
});
export const ines = anAgent({
  id: anId('agent', 3),
  name: 'Inés Vidal',
  email: 'ines@alameda.example',
  role: 'agent',
  availability: 'away',
  isOnline: false,
});
export const diana = anAgent({
  id: anId('agent', 4),
  name: 'Diana Peris',
  email: 'diana@alameda.example',
  role: 'agent',
  isOnline: false,
});

const office = [
  { from: 9 * 60, to: 14 * 60 },
  { from: 15 * 60 + 30, to: 19 * 60 },
];
export const site = aSite({
  openingHours: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [{ from: 600, to: 840 }] },
});

const aSighting = (host: string, part: Partial<SiteSighting>): SiteSighting => ({
  host,
  loadedAt: aMoment - 2 * minute,
  reachedAt: 0,
  blockedAt: 0,
  directive: '',
  ...part,
});
export const sightings: SiteSighting[] = [
  aSighting('contratar.alamedafibra.example', { blockedAt: aMoment - minute, directive: 'connect-src' }),
  aSighting('alamedafibra.example', { reachedAt: aMoment - 5 * minute }),
  aSighting('copia-de-la-web.example', {}),
  aSighting('', { loadedAt: aMoment - 3 * hour }),
  aSighting('tienda.alamedafibra.example', { loadedAt: aMoment - 12 * 24 * hour }),
];

const person = (number: number, name: string, email = '') => aRequester({ id: anId('requester', number), name, email });

export const lucia = aConversation({
  requester: aRequester({ isIdentified: true }),
  lastSeq: 9,
  lastEntryAt: aMoment - 2 * minute,
  visitorReadSeq: 5,
  rating: '',
  ratingComment: '',
  context: {
    ...aConversation().context,
    attributes: { plan: 'Fibra 600', 'número de pedido': 4_711, 'cliente desde': '2019', empresa: false },
  },
});

export const queued = aQueuedConversation({
  id: anId('conversation', 2),
  requester: person(2, 'Óscar Benítez', 'oscar@correo.example'),
  subject: 'Me habéis cobrado dos veces la cuota de noviembre',
  preview: 'Me habéis cobrado dos veces la cuota de noviembre',
  queuedAt: aMoment - 2.5 * minute,
});

const nobodys = aConversation({
  id: anId('conversation', 7),
  requester: person(12, 'Hostal La Parra'),
  state: 'ended',
  outcome: 'ticketed',
  assignee: null,
  subject: 'El fijo no da tono desde la portabilidad',
  preview: 'El fijo no da tono desde la portabilidad',
  deadlineAt: 0,
  deadlineReason: '',
  ticket: aTicket({
    id: anId('ticket', 3),
    number: 'VEN-1051',
    conversationId: anId('conversation', 7),
    status: 'new',
    assignee: null,
    group: { id: anId('group', 1), name: 'Soporte' },
    dueAt: aMoment - 25 * minute,
  }),
});

export const others: ConversationDetail[] = [
  nobodys,
  aQueuedConversation({
    id: anId('conversation', 3),
    requester: person(3, 'Nerea Etxeberria'),
    subject: '¿Llega la fibra a la calle Ezpeleta?',
    preview: '¿Llega la fibra a la calle Ezpeleta, en Lekeitio?',
    queuedAt: aMoment - 1.6 * minute,
  }),
  aQueuedConversation({
    id: anId('conversation', 4),
    requester: person(4, ''),
    subject: 'la tele se ve a saltos',
    preview: 'hola, la tele se ve a saltos desde ayer por la noche',
    queuedAt: aMoment - minute,
  }),
  aConversation({
    id: anId('conversation', 5),
    requester: person(5, 'Iker Zabala'),
    preview: 'Prueba ahora y me cuentas',
    lastAuthorKind: 'agent',
    lastEntryAt: aMoment - 22 * minute,
    deadlineReason: 'idle',
  }),
  aConversation({
    id: anId('conversation', 6),
    requester: person(6, 'Fátima El Amrani'),
    assignee: { id: diego.id, name: diego.name },
    preview: 'Sí, el cable blanco que sale de la pared',
    lastEntryAt: aMoment - 3 * minute,
  }),
];

const ours = { authorKind: 'agent', authorId: marta.id, authorName: marta.name } as const;
const at = (minutesAgo: number) => ({ createdAt: aMoment - minutesAgo * minute });

export const thread: AgentEntry[] = [
  anEntry({
    seq: 1,
    body: 'Hola, cambié el router ayer y me he quedado sin internet. La luz LOS está en rojo.',
    ...at(32),
  }),
  anEntry({
    seq: 2,
    kind: 'system',
    authorKind: 'system',
    body: '',
    system: { line: 'taken', agentName: marta.name },
    ...at(31),
  }),
  anEntry({
    seq: 3,
    ...ours,
    body: 'Hola, Lucía. Al router no le llega señal.\n¿El cable de la punta verde entra hasta hacer clic?',
    ...at(30),
  }),
  anEntry({ seq: 4, body: 'Hace clic, pero sigue igual', ...at(26) }),
  anEntry({
    seq: 5,
    kind: 'note',
    ...ours,
    body: 'La ONT responde, pero el alta no está en la OLT de Benimaclet. La he reenviado dos veces.',
    ...at(18),
  }),
  anEntry({ seq: 6, body: 'Nada, sigue en rojo. Y mañana teletrabajo.', ...at(7) }),
  anEntry({ seq: 7, ...ours, body: 'Sigo con ello, no te muevas del chat.', ...at(6) }),
  anEntry({ seq: 8, body: 'Vale.', ...at(2.5) }),
  anEntry({ seq: 9, body: '¿Va a venir alguien?', ...at(2) }),
];

const day = 24 * hour;
const aPast = (number: number, subject: string, part: Partial<PastConversation>): PastConversation => ({
  id: anId('conversation', number),
  subject,
  outcome: 'answered',
  rating: '',
  createdAt: aMoment - number * day,
  ...part,
});
export const past: PastConversation[] = [
  aPast(20, 'Cargo doble en la cuota', { outcome: 'ticketed', rating: 'good' }),
  aPast(158, 'Cambio de titular', {}),
  aPast(640, 'Wifi lento en el dormitorio de arriba desde la mudanza', { rating: 'bad' }),
];

const photo = aFile({ id: anId('file', 2), name: 'luces-router.png', mime: 'image/png', width: 640, height: 480 });
export const invoice = aFile();
export const threadWithFiles: AgentEntry[] = [
  ...thread,
  anEntry({ seq: 10, body: 'Así están las luces', files: [photo], ...at(1.8) }),
  anEntry({ seq: 11, body: '', files: [invoice], ...at(1.7) }),
  anEntry({ seq: 12, ...ours, body: 'Gracias. Mira esto:', files: [invoice], ...at(1.5) }),
  anEntry({ seq: 13, ...ours, kind: 'note', body: 'Cuadra con la avería de la zona', files: [invoice], ...at(1.2) }),
];

export const ticket = aTicket({
  requester: lucia.requester,
  reason: 'agent_decided',
  type: 'incident',
  urgency: 'high',
  priority: 'urgent',
  priorityReason: 'Trabaja desde casa y mañana tiene un examen en línea',
});
export const ticketed: ConversationDetail = {
  ...lucia,
  state: 'ended',
  outcome: 'ticketed',
  deadlineAt: 0,
  deadlineReason: '',
  lastSeq: 10,
  ticket,
};
export const ticketedThread: AgentEntry[] = [
  ...thread,
  anEntry({
    seq: 10,
    kind: 'system',
    authorKind: 'system',
    body: '',
    system: { line: 'ticketed', ticketNumber: ticket.number, reason: 'agent_decided' },
    ...at(1),
  }),
];

const byMarta = { kind: 'agent', id: marta.id, name: marta.name } as const;
export const history: HistoryEvent[] = [
  aHistoryEvent({ at: aMoment - 32 * minute }),
  aHistoryEvent({ id: anId('event', 2), type: 'conversation.taken', actor: byMarta, at: aMoment - 31 * minute }),
  aHistoryEvent({ id: anId('event', 3), type: 'ticket.created', actor: byMarta, at: aMoment - minute }),
  aHistoryEvent({
    id: anId('event', 4),
    type: 'ticket.assigned',
    actor: byMarta,
    at: aMoment - 50_000,
    before: { assigneeId: '' },
    after: { assigneeId: diego.id },
  }),
  aHistoryEvent({
    id: anId('event', 5),
    type: 'ticket.statusChanged',
    actor: { kind: 'agent', id: diego.id, name: diego.name },
    at: aMoment - 40_000,
    before: { status: 'open' },
    after: { status: 'pending' },
  }),
  aHistoryEvent({ id: anId('event', 6), type: 'ticket.somethingNew', actor: byMarta, at: aMoment - 30_000 }),
];

export const tickets: TicketSummary[] = [
  aTicket({
    id: anId('ticket', 2),
    number: 'VEN-1019',
    type: 'incident',
    urgency: 'high',
    impact: 'high',
    priority: 'urgent',
    subject: 'Sin servicio en toda la finca, 14 vecinos',
    requester: person(7, 'Comunidad Fuster'),
    dueAt: aMoment - 130 * minute,
    assignee: { id: diego.id, name: diego.name },
  }),
  aTicket({
    id: anId('ticket', 3),
    number: 'VEN-1051',
    type: 'incident',
    urgency: 'high',
    priority: 'high',
    subject: 'El fijo no da tono desde la portabilidad',
    requester: person(8, 'Hostal La Parra'),
    status: 'new',
    assignee: null,
    group: { id: anId('group', 1), name: 'Soporte' },
    dueAt: aMoment + 25 * minute,
  }),
  ticket,
  aTicket({
    id: anId('ticket', 4),
    number: 'VEN-1036',
    urgency: 'low',
    priority: 'low',
    subject: 'Router con ruido al encender',
    requester: person(9, 'Rubén Castaño'),
    status: 'pending',
    updatedAt: aMoment - 25 * hour,
  }),
  aTicket({
    id: anId('ticket', 5),
    number: 'VEN-1028',
    subject: 'Visita para recablear la segunda planta, con andamio y permiso del ayuntamiento ya pedido',
    requester: person(10, 'Carmen Maldonado'),
    status: 'onHold',
    updatedAt: aMoment - 72 * hour,
  }),
  aTicket({
    id: anId('ticket', 6),
    number: 'VEN-1017',
    subject: 'Rotura de arqueta en el polígono',
    requester: person(11, '', 'obras@ceramicas.example'),
    status: 'solved',
    updatedAt: aMoment - 96 * hour,
  }),
];

export const article = anArticle();
const row = (number: number, title: string, part: Partial<ArticleDraft> = {}) =>
  anArticle({ id: anId('article', number), title, ...part });
const inEnglish = (publishedAt: number): ArticleDraft['translations'] => [
  { id: anId('article', 90), locale: 'en', state: publishedAt === 0 ? 'draft' : 'published', publishedAt },
];

export const knowledge: Answers = {
  'article:list': says({
    articles: [
      article,
      row(3, 'Entender mi primera factura', {
        category: 'Facturas',
        helpfulYes: 36,
        helpfulNo: 52,
        translations: inEnglish(aMoment - 40 * 24 * hour),
      }),
      row(4, 'Internet móvil gratis durante una avería', { audience: 'signed_in', hasChanges: true, translations: [] }),
      row(5, 'Alta manual de un router en la OLT', {
        category: 'Equipo',
        audience: 'staff',
        helpfulYes: 9,
        helpfulNo: 3,
        translations: inEnglish(0),
      }),
      row(6, 'Permanencia cuando te mudas', { state: 'draft', publishedAt: 0, translations: [] }),
      row(7, 'El descodificador antiguo, qué hacer con él', { state: 'archived', helpfulYes: 0, helpfulNo: 0 }),
    ],
    next: '',
    counts: { published: 4, draft: 1, archived: 1 },
    categories: [
      { name: 'Conexión', count: 3 },
      { name: 'Facturas', count: 1 },
      { name: 'Equipo', count: 1 },
    ],
  }),
  'miss:list': says({
    misses: [
      {
        text: 'cambiar clave wifi',
        count: 14,
        lastAt: aMoment,
        nearest: { id: anId('article', 8), title: 'Poner tu contraseña del wifi' },
      },
      { text: 'el deco pita al encender', count: 9, lastAt: aMoment, nearest: null },
      {
        text: 'mudanza permanencia',
        count: 6,
        lastAt: aMoment,
        nearest: { id: anId('article', 6), title: 'Permanencia cuando te mudas' },
      },
    ],
    total: 62,
  }),
  'article:open': says({ article }),
  'article:preview': says({
    nodes: [
      {
        tag: 'ol',
        children: [
          { tag: 'li', children: ['Apaga el router.'] },
          { tag: 'li', children: ['Saca con cuidado el cable de ', { tag: 'strong', children: ['punta verde'] }, '.'] },
          { tag: 'li', children: ['Vuelve a meterlo hasta oír un clic.'] },
        ],
      },
    ],
    readingMinutes: 1,
  }),
};
