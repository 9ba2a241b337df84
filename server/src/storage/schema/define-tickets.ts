import type { AgentId, ConversationId, GroupId, RequesterId, SiteId, TicketId } from '@ventanilla/shared/ids';
import { sql } from 'drizzle-orm';
import type * as row from '../../domain/rows.ts';
import type { Kit } from './kit.ts';

type Reference = Parameters<ReturnType<Kit['text']>['references']>[0];

/** Tickets with the indexes of every list that is offered of them; a part of `defineSchema`. */
export function defineTickets(kit: Kit, siteId: Reference, conversationId: Reference) {
  return kit.table(
    'tickets',
    {
      id: kit.text('id').$type<TicketId>().primaryKey(),
      number: kit.integer('number').unique(),
      siteId: kit.text('site_id').$type<SiteId>().references(siteId),
      conversationId: kit.text('conversation_id').$type<ConversationId>().references(conversationId),
      requesterId: kit.text('requester_id').$type<RequesterId | ''>(),
      reason: kit.text('reason').$type<row.TicketRow['reason']>(),
      status: kit.text('status').$type<row.TicketRow['status']>(),
      type: kit.text('type').$type<row.TicketRow['type']>().default('question'),
      urgency: kit.text('urgency').$type<row.TicketRow['urgency']>().default('normal'),
      impact: kit.text('impact').$type<row.TicketRow['impact']>().default('normal'),
      priority: kit.integer('priority').default(2),
      priorityReason: kit.text('priority_reason').default(''),
      assigneeId: kit.text('assignee_id').$type<AgentId | ''>(),
      groupId: kit.text('group_id').$type<GroupId | ''>(),
      channel: kit.text('channel').$type<row.TicketRow['channel']>(),
      subject: kit.text('subject'),
      followsNumber: kit.integer('follows_number').default(0),
      receivedAt: kit.integer('received_at'),
      dueAt: kit.integer('due_at'),
      solvedAt: kit.integer('solved_at'),
      closedAt: kit.integer('closed_at'),
      version: kit.integer('version'),
      createdAt: kit.integer('created_at'),
      updatedAt: kit.integer('updated_at'),
    },
    (ticket) => [
      // TK1, TK4: what comes after a closed one is a conversation of its own.
      kit.uniqueIndex('tickets_of_conversation').on(ticket.conversationId),
      kit.index('tickets_by_update').on(ticket.siteId, ticket.updatedAt, ticket.id),
      kit.index('tickets_open_by_update').on(ticket.siteId, ticket.updatedAt, ticket.id).where(sql`status <> 'closed'`),
      kit.index('tickets_by_status').on(ticket.siteId, ticket.status, ticket.updatedAt, ticket.id),
      kit.index('tickets_by_reason').on(ticket.siteId, ticket.reason, ticket.updatedAt, ticket.id),
      kit.index('tickets_by_assignee').on(ticket.siteId, ticket.assigneeId, ticket.updatedAt, ticket.id),
      kit.index('tickets_by_type').on(ticket.siteId, ticket.type, ticket.updatedAt, ticket.id),
      // What is urgent first: the order of every list that asks for it.
      kit.index('tickets_by_priority').on(ticket.siteId, ticket.priority, ticket.updatedAt, ticket.id),
      kit
        .index('tickets_by_status_priority')
        .on(ticket.siteId, ticket.status, ticket.priority, ticket.updatedAt, ticket.id),
      kit
        .index('tickets_by_assignee_priority')
        .on(ticket.siteId, ticket.assigneeId, ticket.priority, ticket.updatedAt, ticket.id),
      kit.index('tickets_solved').on(ticket.solvedAt, ticket.id).where(sql`status = 'solved'`),
      kit.index('tickets_follows').on(ticket.followsNumber).where(sql`follows_number > 0`),
      // TK2: somebody has it.
      kit.check('tickets_responsible', sql`assignee_id <> '' OR group_id <> ''`),
    ],
  );
}
