import type {
  ContextCard,
  ConversationDetail,
  ConversationSummary,
  PastConversation,
  VisitorConversation,
} from '@ventanilla/shared/entities/conversation';
import type { Requester } from '@ventanilla/shared/entities/ticket';
import { type DiscardReason, discardReasons } from '@ventanilla/shared/vocabulary';
import type { Deps } from '../../deps.ts';
import type { Directory } from '../../directory.ts';
import { attributesAt, attributesOf } from '../../domain/conversation/attributes.ts';
import { isClosed } from '../../domain/conversation/closed.ts';
import { canReopen } from '../../domain/conversation/visitor-writes.ts';
import type { ConversationHead, ConversationRow } from '../../domain/rows.ts';
import { agentRef, presentTicket, presentVisitorTicket } from './ticket.ts';

/** What a row of the inbox shows beside the conversation itself. */
export interface InboxFacts {
  requester: Requester;
  /** Beginning of the last message. */
  preview: string;
}

/** CV2. May the visitor write here now, without starting a new conversation? */
function isWritable(directory: Directory, head: ConversationHead, now: number): boolean {
  if (directory.isBlocked(head.visitorId)) return false;
  if (head.ticket) return !isClosed(head);
  if (head.state !== 'ended') return true;
  return canReopen(head, now, directory.site(head.siteId)?.reopenMs ?? 0);
}

export function presentVisitorConversation(
  { directory, clock, mailer }: Pick<Deps, 'directory' | 'clock' | 'mailer'>,
  head: ConversationHead,
): VisitorConversation {
  return {
    id: head.id,
    state: head.state,
    outcome: head.outcome,
    subject: head.subject,
    assignee: agentRef(directory, head.assigneeId),
    ticket: head.ticket ? presentVisitorTicket(directory, head.ticket) : null,
    pickUpBy: head.state === 'queued' ? head.deadlineAt : 0,
    isWritable: isWritable(directory, head, clock.now()),
    isBlocked: directory.isBlocked(head.visitorId),
    lastSeq: head.lastPublicSeq,
    readSeq: head.visitorReadSeq,
    agentReadSeq: head.agentReadSeq,
    rating: head.rating,
    ratingComment: head.ratingComment,
    address: mailer.canSend ? head.address : null,
    createdAt: head.createdAt,
    version: head.version,
  };
}

export function presentSummary(directory: Directory, head: ConversationHead, facts: InboxFacts): ConversationSummary {
  return {
    id: head.id,
    siteId: head.siteId,
    visitorId: head.visitorId,
    requester: facts.requester,
    channel: head.channel,
    state: head.state,
    outcome: head.outcome,
    isBlocked: directory.isBlocked(head.visitorId),
    discardReason: discardReasonOf(head),
    assignee: agentRef(directory, head.assigneeId),
    subject: head.subject,
    preview: facts.preview,
    lastAuthorKind: head.lastAuthorKind === '' ? 'visitor' : head.lastAuthorKind,
    lastEntryAt: head.lastEntryAt,
    lastSeq: head.lastSeq,
    queuedAt: head.queuedAt,
    isFront: head.isFront,
    deadlineAt: head.deadlineAt,
    deadlineReason: head.deadlineReason,
    ticket: head.ticket ? presentTicket(directory, head.ticket, facts.requester) : null,
    rating: head.rating,
    address: head.address,
    attributesAt: attributesAt(head.context),
    createdAt: head.createdAt,
    version: head.version,
  };
}

function discardReasonOf({ outcome, endReason }: ConversationHead): DiscardReason | '' {
  return (outcome === 'discarded' && discardReasons.find((reason) => reason === endReason)) || '';
}

export function presentDetail(directory: Directory, head: ConversationHead, facts: InboxFacts): ConversationDetail {
  return {
    ...presentSummary(directory, head, facts),
    context: presentContext(head.context),
    visitorReadSeq: head.visitorReadSeq,
    ratingComment: head.ratingComment,
  };
}

export function presentPast({ id, subject, outcome, rating, createdAt }: ConversationHead): PastConversation {
  return { id, subject, outcome, rating, createdAt };
}

/** Stored as given by the contract; a card of an older version may lack a field. */
function presentContext(stored: ConversationRow['context']): ContextCard {
  const text = (key: Exclude<keyof ContextCard, 'attributes'>) => String(stored[key] ?? '');
  return {
    pageUrl: text('pageUrl'),
    pageTitle: text('pageTitle'),
    referrer: text('referrer'),
    userAgent: text('userAgent'),
    language: text('language'),
    timeZone: text('timeZone'),
    viewport: text('viewport'),
    attributes: attributesOf(stored),
  };
}
