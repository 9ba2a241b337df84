import { and, eq, lt, notExists, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import type { HealthQueries } from '../store.ts';
import { indexConditions } from './index-conditions.ts';

export function healthQueries({ db, schema }: Database): HealthQueries {
  const { conversations, tickets, counters } = schema;
  const { hasNotEnded, hasEndedWithoutOutcome, isOpenTicket } = indexConditions(schema);
  return {
    ping: async () => {
      await db.select().from(counters).limit(1);
    },
    noDeadEnd: async (now, toleranceMs) => {
      const ofConversation = db
        .select({ id: tickets.id })
        .from(tickets)
        .where(eq(tickets.conversationId, conversations.id));
      const twice = db
        .select({ id: tickets.conversationId })
        .from(tickets)
        .where(isOpenTicket)
        .groupBy(tickets.conversationId)
        .having(sql`count(*) > 1`);
      // Without a deadline at all (0) a conversation that has not ended is overdue, too.
      const isOverdue = and(hasNotEnded, lt(conversations.deadlineAt, now - toleranceMs));
      const isWithoutTicket = and(eq(conversations.outcome, 'ticketed'), notExists(ofConversation));
      const [overdue, endedWithoutOutcome, ticketedWithoutTicket, doubled] = await Promise.all([
        db.$count(conversations, isOverdue),
        db.$count(conversations, hasEndedWithoutOutcome),
        db.$count(conversations, isWithoutTicket),
        twice,
      ]);
      return { overdue, endedWithoutOutcome, ticketedWithoutTicket, twoOpenTickets: doubled.length };
    },
  };
}
