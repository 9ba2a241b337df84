import { and, asc, desc, eq, gt, inArray, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import type { ConversationDetail, ConversationQueries, InboxRow } from '../store.ts';
import { first } from './first.ts';

export function conversationQueries({ db, schema }: Database): ConversationQueries {
  const { conversations, tickets, requesters, entries } = schema;
  const isOpenTicketOf = and(eq(tickets.conversationId, conversations.id), ne(tickets.status, 'closed'));
  const requester = { name: requesters.name, email: requesters.email, externalId: requesters.externalId };
  // The newest line that somebody wrote, message or note.
  const lastWordSeq = sql`(SELECT e.seq FROM entries e WHERE e.conversation_id = ${conversations.id}
    AND e.kind IN ('message', 'note') ORDER BY e.seq DESC LIMIT 1)`;

  function details(where: SQL | undefined) {
    return db
      .select({ conversation: conversations, ticket: tickets, requester })
      .from(conversations)
      .leftJoin(tickets, isOpenTicketOf)
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
          createdAt: entries.createdAt,
        },
      })
      .from(conversations)
      .leftJoin(tickets, isOpenTicketOf)
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
    inbox: async ({ siteIds, limit }) => {
      if (siteIds.length === 0) return [];
      const live = inboxRows(and(inArray(conversations.siteId, [...siteIds]), ne(conversations.state, 'ended')));
      const ticketed = inboxRows(
        and(inArray(tickets.siteId, [...siteIds]), eq(conversations.state, 'ended'), ne(tickets.status, 'closed')),
      );
      const [liveRows, ticketedRows] = await Promise.all([
        live
          .orderBy(
            desc(sql`${conversations.state} = 'queued'`),
            desc(conversations.isFront),
            asc(conversations.queuedAt),
            asc(conversations.id),
          )
          .limit(limit),
        ticketed.orderBy(desc(tickets.updatedAt), desc(tickets.id)).limit(limit),
      ]);
      return [...liveRows, ...ticketedRows].slice(0, limit).map(inboxRow);
    },
    inboxRow: async (id) => first((await inboxRows(eq(conversations.id, id))).map(inboxRow)),
    activeOfAgent: async (agentId) => {
      const isActive = and(eq(conversations.assigneeId, agentId), eq(conversations.state, 'active'));
      return (await details(and(isActive, ne(conversations.state, 'ended'))).orderBy(asc(conversations.id))).map(
        detail,
      );
    },
    listPastOfRequester: async (requesterId, limit) => {
      const isPast = and(eq(conversations.requesterId, requesterId), eq(conversations.state, 'ended'));
      const rows = details(and(isPast, ne(conversations.requesterId, '')));
      return (await rows.orderBy(desc(conversations.createdAt), desc(conversations.id)).limit(limit)).map(detail);
    },
    due: async (now, limit) => {
      const rows = details(and(gt(conversations.deadlineAt, 0), lte(conversations.deadlineAt, now)));
      return (await rows.orderBy(asc(conversations.deadlineAt), asc(conversations.id)).limit(limit)).map(detail);
    },
    nextDeadline: async () => {
      const earliest = db
        .select({ at: conversations.deadlineAt })
        .from(conversations)
        .where(gt(conversations.deadlineAt, 0))
        .orderBy(asc(conversations.deadlineAt))
        .limit(1);
      return first(await earliest)?.at ?? 0;
    },
  };
}

type Head = Omit<ConversationDetail, 'ticket' | 'requesterName' | 'requesterEmail' | 'requesterExternalId'>;
interface DetailRow {
  conversation: Head;
  ticket: ConversationDetail['ticket'];
  requester: { name: string; email: string; externalId: string } | null;
}

function detail({ conversation, ticket, requester }: DetailRow): ConversationDetail {
  return {
    ...conversation,
    ticket,
    requesterName: requester?.name ?? '',
    requesterEmail: requester?.email ?? '',
    requesterExternalId: requester?.externalId ?? '',
  };
}

function inboxRow(row: DetailRow & Pick<InboxRow, 'lastMessage'>): InboxRow {
  return { ...detail(row), lastMessage: row.lastMessage };
}
