import type { ConversationId, SiteId, VisitorId } from '../ids.ts';
import type {
  AuthorKind,
  Channel,
  ConversationState,
  DeadlineReason,
  DiscardReason,
  Outcome,
  Rating,
} from '../vocabulary.ts';
import type { PersonRef } from './agent.ts';
import type { Requester, TicketSummary, VisitorTicket } from './ticket.ts';

/** What a page says of its visitor (`setAttributes`), by names of its own: claims that nobody has verified. */
export type PageAttributes = Readonly<Record<string, string | number | boolean>>;

/** CV7. What the first message brings with it, as the browser says it; '' where it says nothing. */
export interface ContextCard {
  pageUrl: string;
  pageTitle: string;
  referrer: string;
  userAgent: string;
  language: string;
  timeZone: string;
  viewport: string;
  /** Absent while the page says nothing. */
  attributes?: PageAttributes;
}

/** A conversation as its visitor sees it; every seq is of the public stream. */
export interface VisitorConversation {
  id: ConversationId;
  state: ConversationState;
  outcome: Outcome | '';
  subject: string;
  assignee: PersonRef | null;
  ticket: VisitorTicket | null;
  /** While queued: when it becomes a ticket if nobody takes it, ms UTC; else 0. */
  pickUpBy: number;
  /** Can the visitor still write here (CV2)? */
  isWritable: boolean;
  /** Nothing more is taken from this visitor. */
  isBlocked: boolean;
  lastSeq: number;
  readSeq: number;
  /** Last public seq that an agent has read, for "read" marks. */
  agentReadSeq: number;
  /** '' until rated; it can be changed. */
  rating: Rating | '';
  ratingComment: string;
  /** Where it goes on by mail when it must go on without them; '' while nobody has said, null where no mail can be sent. */
  address: string | null;
  createdAt: number;
  version: number;
}

/** A conversation as a row of the inbox. */
export interface ConversationSummary {
  id: ConversationId;
  siteId: SiteId;
  visitorId: VisitorId;
  requester: Requester;
  channel: Channel;
  state: ConversationState;
  outcome: Outcome | '';
  /** Nothing more is taken from its visitor, until somebody unblocks them. */
  isBlocked: boolean;
  /** CV1. Why it was discarded; '' unless it is. */
  discardReason: DiscardReason | '';
  assignee: PersonRef | null;
  subject: string;
  /** Beginning of the last message. */
  preview: string;
  lastAuthorKind: AuthorKind;
  lastEntryAt: number;
  lastSeq: number;
  /** Since when it waits in the queue, ms UTC; 0 when it does not. */
  queuedAt: number;
  /** AS3: came back to the queue and goes before the others. */
  isFront: boolean;
  deadlineAt: number;
  deadlineReason: DeadlineReason | '';
  ticket: TicketSummary | null;
  /** '' until the visitor rated. */
  rating: Rating | '';
  /** Where its visitor wants mail; it may be another than the requester's own. '' while nobody has said. */
  address: string;
  /** When the page last said something else of its visitor than with the first message, ms UTC; else 0. */
  attributesAt: number;
  createdAt: number;
  version: number;
}

export interface ConversationDetail extends ConversationSummary {
  context: ContextCard;
  /** Last public seq that the visitor has read. */
  visitorReadSeq: number;
  ratingComment: string;
}

/** What the same person has asked before, as a line. */
export interface PastConversation {
  id: ConversationId;
  subject: string;
  outcome: Outcome | '';
  rating: Rating | '';
  createdAt: number;
}
