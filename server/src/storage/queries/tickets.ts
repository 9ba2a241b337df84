import type { TicketId } from '@ventanilla/shared/ids';
import { and, asc, desc, eq, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { TicketRow } from '../../domain/rows.ts';
import type { Database } from '../database.ts';
import type { TicketDetail, TicketFilter, TicketQueries } from '../store.ts';
import { first } from './first.ts';
import { indexConditions } from './index-conditions.ts';

export function ticketQueries({ db, schema }: Database): TicketQueries {
  const { tickets, conversations, requesters, agents, groups } = schema;
  const { isSolvedTicket, isFollowUp } = indexConditions(schema);

  function details(where: SQL | undefined) {
    return db
      .select({
        ticket: tickets,
        requesterName: requesters.name,
        requesterEmail: requesters.email,
        requesterEmailVerifiedAt: requesters.emailVerifiedAt,
        requesterExternalId: requesters.externalId,
        assigneeName: agents.name,
        groupName: groups.name,
      })
      .from(tickets)
      .leftJoin(requesters, eq(requesters.id, tickets.requesterId))
      .leftJoin(agents, eq(agents.id, tickets.assigneeId))
      .leftJoin(groups, eq(groups.id, tickets.groupId))
      .where(where)
      .$dynamic();
  }

  /** One walk along an index; a list of several sites or statuses is merged from such walks. */
  function walk(filter: TicketFilter, ...conditions: SQL[]) {
    const { before, assigneeId, reason, type, priority, limit } = filter;
    const isByPriority = filter.order === 'priority';
    // Kept from an index of its own, which would have to be sorted: the walk is along the order's.
    const among = (column: typeof tickets.reason | typeof tickets.type) =>
      sql`${column}${isByPriority ? sql` || ''` : sql``}`;
    const where = and(
      ...conditions,
      assigneeId === undefined ? undefined : eq(tickets.assigneeId, assigneeId),
      reason === undefined ? undefined : eq(among(tickets.reason), reason),
      type === undefined ? undefined : eq(among(tickets.type), type),
      priority === undefined ? undefined : eq(tickets.priority, priority),
      before && isByPriority
        ? sql`(${tickets.priority}, ${tickets.updatedAt}, ${tickets.id}) < (${before.priority ?? 0}, ${before.updatedAt}, ${before.id})`
        : undefined,
      before && !isByPriority
        ? sql`(${tickets.updatedAt}, ${tickets.id}) < (${before.updatedAt}, ${before.id})`
        : undefined,
    );
    const newest = [desc(tickets.updatedAt), desc(tickets.id)];
    return details(where)
      .orderBy(...(isByPriority ? [desc(tickets.priority), ...newest] : newest))
      .limit(limit);
  }

  return {
    byId: async (id) => first((await details(eq(tickets.id, id))).map(detail)),
    byIds: async (ids) => (ids.length === 0 ? [] : (await details(inArray(tickets.id, ids as TicketId[]))).map(detail)),
    byNumber: async (number) => first((await details(eq(tickets.number, number))).map(detail)),
    ofConversation: async (conversationId) =>
      first((await details(eq(tickets.conversationId, conversationId))).map(detail)),
    followUpOf: async (number) =>
      first((await details(and(isFollowUp, eq(tickets.followsNumber, number)))).map(detail)),
    list: async (filter) => {
      const { siteIds, statuses, assigneeId, limit, order } = filter;
      const walks = siteIds.flatMap((siteId) => {
        const ofSite = eq(tickets.siteId, siteId);
        if (!statuses) return [walk(filter, ofSite)];
        if (assigneeId !== undefined) return [walk(filter, ofSite, inArray(tickets.status, [...statuses]))];
        return statuses.map((status) => walk(filter, ofSite, eq(tickets.status, status)));
      });
      const rows = (await Promise.all(walks)).flat().map(detail);
      return rows.sort(order === 'priority' ? urgentFirst : newestFirst).slice(0, limit);
    },
    solvedUpTo: (at, limit) =>
      db
        .select({
          id: conversations.id,
          siteId: conversations.siteId,
          visitorId: conversations.visitorId,
          requesterId: conversations.requesterId,
        })
        .from(tickets)
        .innerJoin(conversations, eq(conversations.id, tickets.conversationId))
        .where(and(isSolvedTicket, lte(tickets.solvedAt, at)))
        .orderBy(asc(tickets.solvedAt), asc(tickets.id))
        .limit(limit),
  };
}

interface DetailRow {
  ticket: TicketRow;
  requesterName: string | null;
  requesterEmail: string | null;
  requesterEmailVerifiedAt: number | null;
  requesterExternalId: string | null;
  assigneeName: string | null;
  groupName: string | null;
}

function detail(row: DetailRow): TicketDetail {
  return {
    ...row.ticket,
    requesterName: row.requesterName ?? '',
    requesterEmail: row.requesterEmail ?? '',
    requesterEmailVerifiedAt: row.requesterEmailVerifiedAt ?? 0,
    requesterExternalId: row.requesterExternalId ?? '',
    assigneeName: row.assigneeName ?? '',
    groupName: row.groupName ?? '',
  };
}

function newestFirst(a: TicketRow, b: TicketRow): number {
  return b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1);
}

function urgentFirst(a: TicketRow, b: TicketRow): number {
  return b.priority - a.priority || newestFirst(a, b);
}
