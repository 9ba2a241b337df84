import { randomBytes } from 'node:crypto';
import { alwaysOpen, noIncident } from '@ventanilla/shared/entities/site';
import { type Id, type IdNoun, idPrefixes, uuidV7 } from '@ventanilla/shared/ids';
import type { Acceptance, NewEvent, NewTicket } from '../../domain/decision.ts';
import type { ConversationHead, ConversationRow, RequesterRow, SiteRow, VisitorRow } from '../../domain/rows.ts';
import { untriaged } from '../../domain/ticket/triage.ts';
import type { AppendItem, AppendResult, NewAgent, Store } from '../store.ts';

/** An instant beyond 32 bits, like every real one. */
export const start = Date.UTC(2026, 10, 25, 9);
let tick = start;

export const uuid = () => uuidV7(tick++, randomBytes(16));
export const idOf = <N extends IdNoun>(noun: N) => `${idPrefixes[noun]}_${uuid()}` as Id<N>;

export async function aSite(store: Store, patch: Partial<SiteRow> = {}): Promise<SiteRow> {
  const site: Omit<SiteRow, 'version'> = {
    id: idOf('site'),
    key: uuid(),
    name: 'Taller Ruiz',
    origins: ['https://taller.example'],
    identitySecrets: [],
    locale: 'es',
    accent: '#0a7',
    launcherPosition: 'end',
    logo: '',
    timeZone: 'Europe/Madrid',
    openingHours: alwaysOpen,
    closedDates: [],
    incident: noIncident,
    incidentChangedAt: 0,
    pickUpMs: 180_000,
    replyMs: 300_000,
    idleMs: 600_000,
    reopenMs: 86_400_000,
    graceMs: 60_000,
    visitorReturnMs: 600_000,
    firstReplyMinutes: 480,
    disabledAt: 0,
    createdAt: start,
    ...patch,
  };
  return store.sites.create(site, { id: idOf('group'), name: 'Taller Ruiz' }, [], []);
}

export async function aVisitor(store: Store, site: SiteRow, patch: Partial<VisitorRow> = {}): Promise<VisitorRow> {
  const visitor = {
    id: idOf('visitor'),
    siteId: site.id,
    blockedAt: 0,
    createdAt: start,
    ...patch,
  } as const;
  const requester = {
    id: idOf('requester'),
    siteId: site.id,
    externalId: '',
    name: '',
    email: '',
    emailFolded: '',
    emailVerifiedAt: 0,
    createdAt: start,
  } as const;
  const created = await store.visitors.create(visitor, requester);
  return patch.requesterId ? ((await store.visitors.setRequester(created.id, patch.requesterId)) ?? created) : created;
}

export async function aRequester(
  store: Store,
  site: SiteRow,
  patch: Partial<RequesterRow> = {},
): Promise<RequesterRow> {
  return store.requesters.create({
    id: idOf('requester'),
    siteId: site.id,
    externalId: '',
    name: 'Ada',
    email: 'Ada@Example.com',
    emailFolded: 'ada@example.com',
    emailVerifiedAt: 0,
    createdAt: start,
    ...patch,
  });
}

export function newAgent(patch: Partial<NewAgent> = {}): NewAgent {
  const id = idOf('agent');
  return {
    id,
    authUserId: uuid(),
    name: 'Marta',
    email: `${id}@example.com`,
    emailFolded: `${id}@example.com`,
    role: 'agent',
    availability: 'available',
    locale: 'es',
    createdAt: start,
    ...patch,
  };
}

export function newEvent(patch: Partial<NewEvent> = {}): NewEvent {
  return {
    id: idOf('event'),
    siteId: '',
    subjectKind: 'conversation',
    subjectId: '',
    type: 'conversation.changed',
    actorKind: 'system',
    actorId: '',
    at: start,
    ...patch,
  };
}

/** A visitor's message that starts a conversation, queued for three minutes. */
export function starting(visitor: VisitorRow, body = 'Hola', patch: Partial<ConversationRow> = {}): AppendItem {
  const id = idOf('conversation');
  return {
    ...saying(id, body, { authorId: visitor.id }),
    start: {
      id,
      siteId: visitor.siteId,
      visitorId: visitor.id,
      requesterId: visitor.requesterId,
      startId: uuid(),
      channel: 'chat',
      state: 'queued',
      outcome: '',
      assigneeId: '',
      queuedAt: start,
      isFront: false,
      subject: '',
      context: { page: 'https://taller.example/' },
      deadlineAt: start + 180_000,
      deadlineReason: 'pick_up',
      endedAt: 0,
      endReason: '',
      address: '',
      createdAt: start,
      ...patch,
    },
  };
}

/** A public message; `decision` replaces parts of what is decided about it. */
export function saying(
  conversationId: ConversationRow['id'],
  body = 'Hola',
  fingerprint: Partial<AppendItem['fingerprint']> = {},
  decision: Partial<Acceptance> | ((head: ConversationHead) => Partial<Acceptance>) = {},
): AppendItem {
  const words = { kind: 'message', authorKind: 'visitor', authorId: 'vis_someone', body, ...fingerprint } as const;
  const isPublic = words.kind !== 'note';
  return {
    conversationId,
    clientId: uuid(),
    fingerprint: words,
    decide: (head) => ({
      ok: true,
      entries: [{ id: idOf('entry'), ...words, isPublic, at: tick++ }],
      events: [],
      ...(typeof decision === 'function' ? decision(head) : decision),
    }),
  };
}

/** Only a state change, without a word. */
export function changing(conversationId: ConversationRow['id'], decision: Partial<Acceptance>): AppendItem {
  return {
    ...saying(conversationId, '', { authorKind: 'system', authorId: '' }, { entries: [], ...decision }),
    clientId: '',
  };
}

export function newTicket(patch: Partial<NewTicket> = {}): NewTicket {
  return {
    id: idOf('ticket'),
    requesterId: '',
    reason: 'not_picked_up',
    status: 'new',
    ...untriaged,
    assigneeId: idOf('agent'),
    groupId: '',
    channel: 'chat',
    subject: 'No arranca',
    followsNumber: 0,
    receivedAt: start,
    dueAt: start + 1000,
    solvedAt: 0,
    closedAt: 0,
    createdAt: start,
    ...patch,
  };
}

/** Ends the conversation with a ticket. */
export function converting(conversationId: ConversationRow['id'], ticket = newTicket()): AppendItem {
  return changing(conversationId, {
    patch: { state: 'ended', outcome: 'ticketed', endedAt: start, deadlineAt: 0, deadlineReason: '' },
    ticket: { make: ticket },
    events: [newEvent({ subjectKind: 'ticket', subjectId: ticket.id, type: 'ticket.created' })],
  });
}

export type Stored = Extract<AppendResult, { status: 'stored' }>;

/** The result of one item, which must have been stored. */
export async function stored(store: Store, item: AppendItem): Promise<Stored> {
  const [result] = await store.appendEntries([item]);
  if (result?.status !== 'stored') throw new Error(`Expected it stored, got ${JSON.stringify(result)}`);
  return result;
}

export async function aConversation(store: Store, site: SiteRow, patch: Partial<ConversationRow> = {}) {
  const visitor = await aVisitor(store, site);
  return (await stored(store, starting(visitor, 'Hola', patch))).conversation;
}
