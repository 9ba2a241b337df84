import type { PersonRef } from '@ventanilla/shared/entities/agent';
import type { HistoryEvent, Requester, TicketSummary, VisitorTicket } from '@ventanilla/shared/entities/ticket';
import type { RequesterId } from '@ventanilla/shared/ids';
import { priorityOfRank } from '@ventanilla/shared/priority';
import { type Directory, responsibleOf, ticketNumber } from '../../directory.ts';
import type { EventRow, TicketRow } from '../../domain/rows.ts';

/** Null for a number with another prefix. */
export function readTicketNumber(directory: Directory, text: string): number | null {
  const [prefix, digits] = text.split('-');
  return prefix === directory.ticketPrefix && digits ? Number(digits) : null;
}

export function agentRef(directory: Directory, id: string): PersonRef | null {
  return id === '' ? null : { id, name: directory.agent(id)?.name ?? '' };
}

function groupRef(directory: Directory, id: string): PersonRef | null {
  return id === '' ? null : { id, name: directory.group(id)?.name ?? '' };
}

function followsOf(directory: Directory, { followsNumber }: TicketRow): string {
  return followsNumber === 0 ? '' : ticketNumber(directory, followsNumber);
}

/** TK3: a number, who has it, by when. */
export function presentVisitorTicket(directory: Directory, row: TicketRow): VisitorTicket {
  const { name: responsible, isPerson } = responsibleOf(directory, row);
  return {
    id: row.id,
    number: ticketNumber(directory, row.number),
    status: row.status,
    reason: row.reason,
    follows: followsOf(directory, row),
    responsible,
    isPerson,
    receivedAt: row.receivedAt,
    dueAt: row.dueAt,
  };
}

export interface RequesterFacts {
  requesterId: RequesterId | '';
  requesterName: string;
  requesterEmail: string;
  requesterEmailVerifiedAt: number;
  requesterExternalId: string;
}

export function presentRequester(facts: RequesterFacts): Requester {
  return {
    id: facts.requesterId as RequesterId,
    name: facts.requesterName,
    email: facts.requesterEmail,
    isEmailVerified: facts.requesterEmailVerifiedAt > 0,
    isIdentified: facts.requesterExternalId !== '',
  };
}

export function presentTicket(directory: Directory, row: TicketRow, requester: Requester): TicketSummary {
  return {
    id: row.id,
    number: ticketNumber(directory, row.number),
    siteId: row.siteId,
    conversationId: row.conversationId,
    subject: row.subject,
    requester,
    status: row.status,
    type: row.type,
    urgency: row.urgency,
    impact: row.impact,
    priority: priorityOfRank(row.priority),
    priorityReason: row.priorityReason,
    reason: row.reason,
    follows: followsOf(directory, row),
    channel: row.channel,
    assignee: agentRef(directory, row.assigneeId),
    group: groupRef(directory, row.groupId),
    receivedAt: row.receivedAt,
    dueAt: row.dueAt,
    updatedAt: row.updatedAt,
    version: row.version,
  };
}

export function presentHistory(directory: Directory, rows: readonly EventRow[]): HistoryEvent[] {
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    actor: {
      kind: row.actorKind,
      id: row.actorId,
      name: row.actorKind === 'agent' ? (directory.agent(row.actorId)?.name ?? '') : '',
    },
    at: row.at,
    before: { ...row.before },
    after: { ...row.after },
  }));
}
