import type { ConversationId, MailId, SiteId, TicketId, TicketLinkId, VisitorId } from '@ventanilla/shared/ids';
import { sql } from 'drizzle-orm';
import type { MailRow } from '../../domain/rows.ts';
import type { Kit } from './kit.ts';

/** Mails that wait, and the links that they carried. */
export function defineMailTables(kit: Kit) {
  const mails = kit.table(
    'mails',
    {
      id: kit.text('id').$type<MailId>().primaryKey(),
      kind: kit.text('kind').$type<MailRow['kind']>(),
      siteId: kit.text('site_id').$type<SiteId>(),
      conversationId: kit.text('conversation_id').$type<ConversationId>(),
      ticketId: kit.text('ticket_id').$type<TicketId>(),
      visitorId: kit.text('visitor_id').$type<VisitorId>(),
      address: kit.text('address'),
      addressFolded: kit.text('address_folded'),
      locale: kit.text('locale').$type<MailRow['locale']>(),
      state: kit.text('state').$type<MailRow['state']>(),
      attempts: kit.integer('attempts'),
      dueAt: kit.integer('due_at'),
      createdAt: kit.integer('created_at'),
    },
    (mail) => [
      // TK3: told once for each address, however often it is given.
      kit.uniqueIndex('mails_received_once').on(mail.ticketId, mail.addressFolded).where(sql`kind = 'received'`),
      // Several answers in a row are one mail.
      kit
        .uniqueIndex('mails_answered_waits_once')
        .on(mail.ticketId)
        .where(sql`kind = 'answered' AND state = 'waiting'`),
      kit.index('mails_due').on(mail.dueAt, mail.id).where(sql`state = 'waiting'`),
      kit.index('mails_to_address').on(mail.addressFolded, mail.createdAt),
      kit.index('mails_of_visitor').on(mail.visitorId, mail.createdAt),
      kit.index('mails_settled').on(mail.createdAt).where(sql`state <> 'waiting'`),
    ],
  );

  const ticketLinks = kit.table(
    'ticket_links',
    {
      id: kit.text('id').$type<TicketLinkId>().primaryKey(),
      ticketId: kit.text('ticket_id').$type<TicketId>(),
      conversationId: kit.text('conversation_id').$type<ConversationId>(),
      tokenHash: kit.text('token_hash').unique(),
      addressFolded: kit.text('address_folded'),
      createdAt: kit.integer('created_at'),
      expiresAt: kit.integer('expires_at'),
      revokedAt: kit.integer('revoked_at'),
    },
    (link) => [
      kit.index('ticket_links_of_conversation').on(link.conversationId),
      kit.index('ticket_links_expiry').on(link.expiresAt),
    ],
  );

  return { mails, ticketLinks };
}
