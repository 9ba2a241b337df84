import type { ConversationId } from '@ventanilla/shared/ids';
import { and, asc, desc, eq, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { ConversationRow, TicketRow } from '../../domain/rows.ts';
import type { Database } from '../database.ts';
import type { ConversationDetail, ConversationQueries, InboxRow } from '../store.ts';
import { first } from './first.ts';
import { indexConditions } from './index-conditions.ts';

export function conversationQueries({ db, schema }: Database): ConversationQueries {
  const { conversations, tickets, requesters, entries } = schema;
  const { hasDeadline, hasNotEnded, hasRequester, isOpenTicket } = indexConditions(schema);
  const isTicketOf = eq(tickets.conversationId, conversations.id);
  const requester = {
    name: requesters.name,
    email: requesters.email,
    emailVerifiedAt: requesters.emailVerifiedAt,
    externalId: requesters.externalId,
  };
  // The newest message: a colleague's note must not stand where the visitor's question is looked for.
  const lastWordSeq = sql`(SELECT e.seq FROM entries e WHERE e.conversation_id = ${conversations.id}
    AND e.kind = 'message' ORDER BY e.seq DESC LIMIT 1)`;

  function details(where: SQL | undefined) {
    return db
      .select({ conversation: conversations, ticket: tickets, requester })
      .from(conversations)
      .leftJoin(tickets, isTicketOf)
      .leftJoin(requesters, eq(requesters.id, conversations.requesterId))
      .where(where)
      .$dynamic();
  }

  function inboxRows(where: SQL | undefined) {
    return db
      .select({
        conversation: conversations,
        ticket: tickets,
        requester,
        lastMessage: {
          kind: entries.kind,
          authorKind: entries.authorKind,
          authorId: entries.authorId,
          body: sql<string>`substr(${entries.body}, 1, 200)`,
          data: entries.data,
          createdAt: entries.createdAt,
        },
      })
      .from(conversations)
      .leftJoin(tickets, isTicketOf)
      .leftJoin(requesters, eq(requesters.id, conversations.requesterId))
      .leftJoin(entries, and(eq(entries.conversationId, conversations.id), eq(entries.seq, lastWordSeq)))
      .where(where)
      .$dynamic();
  }

  return {
    byId: async (id) => first((await details(eq(conversations.id, id))).map(detail)),
    byStartId: async (visitorId, startId) => {
      const isIt = and(eq(conversations.visitorId, visitorId), eq(conversations.startId, startId));
      return first((await details(isIt)).map(detail));
    },
    listForVisitor: async (visitorId, limit) => {
      const rows = details(eq(conversations.visitorId, visitorId));
      return (await rows.orderBy(desc(conversations.createdAt), desc(conversations.id)).limit(limit)).map(detail);
    },
    listForRequester: async (requesterId, limit) => {
      const rows = details(and(eq(conversations.requesterId, requesterId), hasRequester));
      return (await rows.orderBy(desc(conversations.createdAt), desc(conversations.id)).limit(limit)).map(detail);
    },
    queue: (siteId) =>
      db
        .select({
          id: conversations.id,
          visitorId: conversations.visitorId,
          requesterId: conversations.requesterId,
        })
        .from(conversations)
        .where(and(eq(conversations.siteId, siteId), eq(conversations.state, 'queued')))
        .orderBy(desc(conversations.isFront), asc(conversations.queuedAt), asc(conversations.id)),
    lastQueuedAt: async (siteIds) => {
      // One walk along the index for each site.
      const latest = siteIds.map((siteId) =>
        db
          .select({ at: conversations.queuedAt })
          .from(conversations)
          .where(and(eq(conversations.siteId, siteId), hasNotEnded, eq(conversations.state, 'queued')))
          .orderBy(desc(conversations.queuedAt))
          .limit(1),
      );
      return Math.max(0, ...(await Promise.all(latest)).map((rows) => rows[0]?.at ?? 0));
    },
    inbox: async ({ siteIds, limit }) => {
      if (siteIds.length === 0) return [];
      const live = inboxRows(and(inArray(conversations.siteId, [...siteIds]), hasNotEnded)).orderBy(
        desc(sql`${conversations.state} = 'queued'`),
        desc(conversations.isFront),
        asc(conversations.queuedAt),
        asc(conversations.id),
      );
      // One walk along the index for each site, merged below.
      const ticketed = siteIds.map((siteId) =>
        inboxRows(and(eq(tickets.siteId, siteId), isOpenTicket, eq(conversations.state, 'ended')))
          .orderBy(desc(tickets.updatedAt), desc(tickets.id))
          .limit(limit),
      );
      const [liveRows, ...ticketedRows] = await Promise.all([live.limit(limit), ...ticketed]);
      const byChange = ticketedRows.flat().sort((a, b) => newestFirst(a.ticket, b.ticket));
      return [...liveRows, ...byChange].slice(0, limit).map(inboxRow);
    },
    inboxRow: async (id) => first((await inboxRows(eq(conversations.id, id))).map(inboxRow)),
    inboxRows: async (ids) =>
      ids.length === 0 ? [] : (await inboxRows(inArray(conversations.id, ids as ConversationId[]))).map(inboxRow),
    activeOfAgent: async (agentId) => {
      const isActive = and(eq(conversations.assigneeId, agentId), eq(conversations.state, 'active'));
      return (await details(and(isActive, hasNotEnded)).orderBy(asc(conversations.id))).map(detail);
    },
    ticketedOfAgent: async (agentId) =>
      (await details(and(eq(tickets.assigneeId, agentId), isOpenTicket)).orderBy(asc(conversations.id))).map(detail),
    listPastOfRequester: async (requesterId, limit) => {
      const isPast = and(eq(conversations.requesterId, requesterId), eq(conversations.state, 'ended'));
      const rows = details(and(isPast, hasRequester));
      return (await rows.orderBy(desc(conversations.createdAt), desc(conversations.id)).limit(limit)).map(detail);
    },
    due: async (now, limit) => {
      const rows = details(and(hasDeadline, lte(conversations.deadlineAt, now)));
      return (await rows.orderBy(asc(conversations.deadlineAt), asc(conversations.id)).limit(limit)).map(detail);
    },
    nextDeadline: async () => {
      const earliest = db
        .select({ at: conversations.deadlineAt })
        .from(conversations)
        .where(hasDeadline)
        .orderBy(asc(conversations.deadlineAt))
        .limit(1);
      return first(await earliest)?.at ?? 0;
    },
  };
}

interface DetailRow {
  conversation: ConversationRow;
  ticket: ConversationDetail['ticket'];
  requester: { name: string; email: string; emailVerifiedAt: number; externalId: string } | null;
}

function detail({ conversation, ticket, requester }: DetailRow): ConversationDetail {
  return {
    ...conversation,
    ticket,
    requesterName: requester?.name ?? '',
    requesterEmail: requester?.email ?? '',
    requesterEmailVerifiedAt: requester?.emailVerifiedAt ?? 0,
    requesterExternalId: requester?.externalId ?? '',
  };
}

function inboxRow(row: DetailRow & Pick<InboxRow, 'lastMessage'>): InboxRow {
  return { ...detail(row), lastMessage: row.lastMessage };
}

function newestFirst(a: TicketRow | null, b: TicketRow | null): number {
  if (!a || !b) return 0;
  return b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1);
}
