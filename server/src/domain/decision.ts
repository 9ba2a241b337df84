import type { EntryId, EventId, SiteId } from '@ventanilla/shared/ids';
import type { AuthorKind, EntryKind, SubjectKind } from '@ventanilla/shared/vocabulary';
import type { ConversationRow, EntryRow, FileRow, JsonObject, MailRow, RequesterRow, TicketRow } from './rows.ts';

/*
 * What a rule may decide about a conversation. The store writes it as it is: rules never touch the database, and the
 * store knows no rules.
 */

export type Fingerprint = Pick<EntryRow, 'kind' | 'authorKind' | 'authorId' | 'body'>;

/** Numbers, last-entry columns and `version` are the store's. */
export type NewConversation = Omit<
  ConversationRow,
  | 'lastSeq'
  | 'lastPublicSeq'
  | 'lastAuthorKind'
  | 'lastEntryAt'
  | 'lastReplySeq'
  | 'lastReplyBy'
  | 'visitorReadSeq'
  | 'agentReadSeq'
  | 'rating'
  | 'ratingComment'
  | 'version'
>;

export type Decision = Refusal | Acceptance;

/** Nothing of this item is written. */
export interface Refusal {
  ok: false;
  reason: string;
  details?: JsonObject;
}

export interface Acceptance {
  ok: true;
  /** The first one carries the item's `clientId`. */
  entries: readonly NewEntry[];
  patch?: ConversationPatch;
  /** `make` only while there is none, `patch` only once there is. */
  ticket?: { make: NewTicket } | { patch: TicketPatch };
  events: readonly DecidedEvent[];
  /** Stored in the same transaction; one that its ticket has already is left out. */
  mails?: readonly NewMail[];
  /** An address that nobody has verified: it never replaces one that somebody has. */
  requesterAddress?: Pick<RequesterRow, 'id' | 'email' | 'emailFolded'>;
}

export type ConversationPatch = Partial<
  Pick<
    ConversationRow,
    | 'requesterId'
    | 'state'
    | 'outcome'
    | 'assigneeId'
    | 'queuedAt'
    | 'isFront'
    | 'subject'
    | 'context'
    | 'visitorReadSeq'
    | 'lastReplySeq'
    | 'lastReplyBy'
    | 'deadlineAt'
    | 'deadlineReason'
    | 'endedAt'
    | 'endReason'
    | 'rating'
    | 'ratingComment'
    | 'address'
  >
>;

/** Site and conversation come from the head. */
export type NewMail = Pick<MailRow, 'id' | 'kind' | 'ticketId' | 'address' | 'locale' | 'dueAt' | 'createdAt'>;

/** Site and conversation come from the head, the number from the installation's counter. */
export type NewTicket = Omit<TicketRow, 'number' | 'siteId' | 'conversationId' | 'version' | 'updatedAt'>;
export type TicketPatch = { updatedAt: number } & Partial<
  Pick<
    TicketRow,
    | 'requesterId'
    | 'status'
    | 'type'
    | 'urgency'
    | 'impact'
    | 'priority'
    | 'priorityReason'
    | 'assigneeId'
    | 'groupId'
    | 'subject'
    | 'dueAt'
    | 'solvedAt'
    | 'closedAt'
    | 'reason'
  >
>;

/** A function where a text needs the number of the ticket that the same decision makes. */
export type TicketAware = JsonObject | ((ticket: TicketRow) => JsonObject);

export interface NewEntry {
  id: EntryId;
  kind: EntryKind;
  authorKind: AuthorKind;
  authorId: string;
  body: string;
  data?: TicketAware;
  /** They become the entry's: no other may carry them. */
  files?: readonly FileRow[];
  isPublic: boolean;
  at: number;
}

export interface NewEvent {
  id: EventId;
  /** '' for what concerns the whole installation. */
  siteId: SiteId | '';
  subjectKind: SubjectKind;
  subjectId: string;
  type: string;
  actorKind: AuthorKind;
  actorId: string;
  at: number;
  before?: JsonObject;
  after?: JsonObject;
}

/** `version`: of a subject that the decision leaves as it is. */
export type DecidedEvent = Omit<NewEvent, 'after'> & { after?: TicketAware; version?: number };
