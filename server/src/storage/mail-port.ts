import type { ConversationId, MailId, VisitorId } from '@ventanilla/shared/ids';
import type { MailRow, TicketLinkRow } from '../domain/rows.ts';

/* A part of `Store`: mails that wait, and the links that they carry. */

export interface MailQueries {
  add(mail: MailRow): Promise<void>;
  /**
   * Those that are due, the longest overdue first: each counts one attempt more and is not due again before `until`, so
   * that whatever becomes of this process, it is tried again.
   */
  claim(now: number, until: number, limit: number): Promise<MailRow[]>;
  /** What was claimed by a process that has ended is due now. For the start of the only process. */
  release(now: number): Promise<void>;
  settle(id: MailId, state: Exclude<MailRow['state'], 'waiting'>): Promise<void>;
  postpone(id: MailId, dueAt: number): Promise<void>;
  /** The earliest `dueAt` of those that wait; 0 when none does. */
  nextDue(): Promise<number>;
  /** Made after `since`, to one address or on account of one visitor. */
  countSince(whose: { addressFolded: string } | { visitorId: VisitorId }, since: number): Promise<number>;
  /** That left for one address after `since`. */
  countSent(addressFolded: string, since: number): Promise<number>;
  /** Forgets those that are settled and were made before. */
  forget(createdBefore: number): Promise<void>;
}

export interface TicketLinkQueries {
  create(link: TicketLinkRow): Promise<void>;
  byTokenHash(tokenHash: string): Promise<TicketLinkRow | null>;
  /** All of a conversation but those sent to this address ('': all). */
  revoke(conversationId: ConversationId, exceptAddressFolded: string, now: number): Promise<void>;
  /** Forgets those that expired before. */
  forget(expiredBefore: number): Promise<void>;
}
