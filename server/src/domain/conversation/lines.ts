import type { SystemData } from '@ventanilla/shared/entities/entry';
import type { EntryKind } from '@ventanilla/shared/vocabulary';
import type { DecidedEvent, NewEntry } from '../decision.ts';
import type { ConversationHead, JsonObject, TicketRow } from '../rows.ts';
import type { Actor, Situation } from './situation.ts';

/** Words of a person. A note is for agents only (CV5). */
export function words(
  kind: Extract<EntryKind, 'message' | 'note'>,
  body: string,
  actor: Actor,
  situation: Situation,
): NewEntry {
  return {
    id: situation.newId('entry'),
    kind,
    authorKind: actor.kind,
    authorId: actor.id,
    body,
    isPublic: kind === 'message',
    at: situation.now,
  };
}

type LineData = Omit<SystemData, 'ticketNumber'>;

/** A line that the machine writes; its sentence is made by each reader's client. */
export function systemLine(data: LineData, actor: Actor, situation: Situation): NewEntry {
  return {
    id: situation.newId('entry'),
    kind: 'system',
    authorKind: 'system',
    authorId: actor.id,
    body: '',
    data: { ...data },
    isPublic: true,
    at: situation.now,
  };
}

/** The line that tells the number: known only once the ticket is made. */
export function ticketLine(data: LineData, actor: Actor, situation: Situation): NewEntry {
  return { ...systemLine(data, actor, situation), data: (ticket: TicketRow) => ({ ...data, ticket: ticket.number }) };
}

/** TK6. What changed, by whom, before and after. */
export function conversationEvent(
  type: string,
  head: ConversationHead,
  actor: Actor,
  situation: Situation,
  before: JsonObject = {},
  after: JsonObject = {},
): DecidedEvent {
  return {
    id: situation.newId('event'),
    siteId: head.siteId,
    subjectKind: 'conversation',
    subjectId: head.id,
    type,
    actorKind: actor.kind,
    actorId: actor.id,
    at: situation.now,
    before,
    after,
  };
}

export function ticketEvent(
  type: string,
  ticket: Pick<TicketRow, 'id' | 'siteId'>,
  actor: Actor,
  situation: Situation,
  before: JsonObject,
  after: NonNullable<DecidedEvent['after']>,
): DecidedEvent {
  return {
    id: situation.newId('event'),
    siteId: ticket.siteId,
    subjectKind: 'ticket',
    subjectId: ticket.id,
    type,
    actorKind: actor.kind,
    actorId: actor.id,
    at: situation.now,
    before,
    after,
  };
}

/** TK4, TK6. Another status, and with it perhaps another promise. */
export function statusEvent(
  ticket: TicketRow,
  next: Pick<TicketRow, 'status' | 'dueAt'>,
  actor: Actor,
  situation: Situation,
): DecidedEvent {
  const before = { status: ticket.status };
  const after = { status: next.status };
  const [due] = dueEvents(ticket, next.dueAt, actor, situation);
  return ticketEvent(
    'ticket.statusChanged',
    ticket,
    actor,
    situation,
    { ...before, ...due?.before },
    { ...after, ...due?.after },
  );
}

/** TK6. The promise was kept, or made again; nothing when it stands as it was. */
export function dueEvents(ticket: TicketRow, dueAt: number, actor: Actor, situation: Situation): DecidedEvent[] {
  if (dueAt === ticket.dueAt) return [];
  return [ticketEvent('ticket.dueChanged', ticket, actor, situation, { dueAt: ticket.dueAt }, { dueAt })];
}
