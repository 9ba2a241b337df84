import * as v from 'valibot';
import type { ContextCard, VisitorConversation } from '../entities/conversation.ts';
import type { Entry } from '../entities/entry.ts';
import type { ClosedDates, Incident, OpeningHours } from '../entities/site.ts';
import type { ConversationId, VisitorId } from '../ids.ts';
import { limits } from '../limits.ts';
import { arePageAttributes } from '../page-attributes.ts';
import { locales, ratings } from '../vocabulary.ts';
import type { WireError } from './errors.ts';
import * as f from './fields.ts';
import { command } from './spec.ts';

const contextText = v.optional(v.fallback(f.line(limits.contextTextLength), ''), '');
const contextUrl = v.optional(v.fallback(f.line(limits.urlLength), ''), '');

/** Claims of the page: kept as such, believed by nobody. */
const attributes = v.pipe(
  v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  v.check((given) => arePageAttributes(given), 'attributes'),
);

/** CV7: never a reason to refuse a message, so what does not fit becomes ''. */
const context = v.fallback(
  v.object({
    pageUrl: contextUrl,
    pageTitle: contextText,
    referrer: contextUrl,
    userAgent: contextText,
    language: contextText,
    timeZone: contextText,
    viewport: contextText,
    attributes: v.optional(v.fallback(attributes, {}), {}),
  }) satisfies v.GenericSchema<Partial<ContextCard>, ContextCard>,
  { pageUrl: '', pageTitle: '', referrer: '', userAgent: '', language: '', timeZone: '', viewport: '', attributes: {} },
);

export interface VisitorSession {
  visitorId: VisitorId;
  /** Bearer of every later call; kept by the browser once the visitor has written (PR1). */
  token: string;
}

/** What the site's token says, '' where it says nothing. */
export interface IdentifiedVisitor {
  name: string;
  email: string;
  /** There is something to listen to: a conversation or a ticket that goes on. */
  hasOpenConversation: boolean;
}

export interface SyncAnswer {
  conversation: VisitorConversation;
  /** What follows `afterSeq`, or the last page of all when `isSnapshot`; or what comes before `beforeSeq`. */
  entries: Entry[];
  /** The gap was larger than a page: forget what you have (DL4). */
  isSnapshot: boolean;
}

export interface SentAnswer {
  conversation: VisitorConversation;
  entry: Entry;
}

/** What the home screen promises, computed and never a fixed text. Instants are ms UTC, 0 = none. */
export interface SiteAvailability {
  isOpen: boolean;
  /** While closed: when it opens next. */
  opensAt: number;
  /** Somebody is there to take a conversation now. */
  hasAgent: boolean;
  /** Conversations that wait now. */
  queueLength: number;
  /** How long people waited lately until somebody took them, ms; 0 while too few did to say. */
  typicalWaitMs: number;
  /** When a ticket made now would be answered. */
  replyBy: number;
  /** While closed: the week, for showing; else null. */
  week: { timeZone: string; openingHours: OpeningHours } | null;
  /** While it is closed for today's date: which it is. Seldom, so absent otherwise: every byte of this answer is waited for. */
  holiday?: ClosedDates;
  /** What is wrong just now; absent while nothing is. */
  incident?: { texts: Incident['texts']; changedAt: number };
}

/** A place in the queue: 1 is next; `waitMs` 0 while nobody can say. */
export interface QueuePlace {
  place: number;
  waitMs: number;
}

export const visitorCommands = {
  'availability:check': command<SiteAvailability>()({
    by: 'anyone',
    isOfSite: true,
    kind: 'read',
    rate: 'read',
    input: v.object({}),
  }),
  'visitor:create': command<VisitorSession>()({
    by: 'anyone',
    isOfSite: true,
    kind: 'write',
    rate: 'session',
    input: v.object({}),
  }),
  'visitor:identify': command<VisitorSession & IdentifiedVisitor>()({
    by: 'visitor',
    kind: 'write',
    rate: 'session',
    input: v.object({ identityToken: v.pipe(v.string(), v.maxLength(4_096)) }),
  }),
  'conversation:start': command<SentAnswer>()({
    by: 'visitor',
    kind: 'write',
    rate: 'write',
    input: v.pipe(
      v.object({
        /** That of a closed conversation (`followUpStartId`): what goes on from it, as a ticket at once (TK4). */
        startId: f.clientId,
        clientId: f.clientId,
        ...f.said,
        locale: v.optional(v.picklist(locales)),
        context: v.optional(context, {}),
      }),
      f.notBlank(),
    ),
  }),
  'conversation:list': command<{ conversations: VisitorConversation[] }>()({
    by: 'visitor',
    kind: 'read',
    rate: 'read',
    input: v.object({}),
  }),
  'conversation:sync': command<SyncAnswer>()({
    by: 'visitor',
    kind: 'read',
    rate: 'read',
    subject: { field: 'conversationId', noun: 'conversation' },
    input: v.object({
      conversationId: f.id('conversation'),
      afterSeq: f.seq,
      /** If above 0: instead, the page that ends before this line. */
      beforeSeq: v.optional(f.seq, 0),
      /** The HTTP door waits this long for something new before it answers, ms. */
      waitMs: v.optional(f.whole(0, 25_000), 0),
      /** With `waitMs`: the version already known; a newer one is news too. */
      knownVersion: v.optional(f.seq, 0),
    }),
  }),
  /** Where the ticket is closed, the message begins or joins the conversation that follows, and that one is answered (TK4). */
  'message:send': command<SentAnswer>()({
    by: 'visitor',
    kind: 'write',
    rate: 'write',
    subject: { field: 'conversationId', noun: 'conversation' },
    input: v.pipe(v.object({ conversationId: f.id('conversation'), clientId: f.clientId, ...f.said }), f.notBlank()),
  }),
  /** "Is it solved?" Yes ends it as answered, no makes a ticket (TK1 `not_solved`). */
  'conversation:confirm': command<{ conversation: VisitorConversation }>()({
    by: 'visitor',
    kind: 'write',
    rate: 'write',
    subject: { field: 'conversationId', noun: 'conversation' },
    input: v.object({ conversationId: f.id('conversation'), isSolved: v.boolean() }),
  }),
  'conversation:withdraw': command<{ conversation: VisitorConversation }>()({
    by: 'visitor',
    kind: 'write',
    rate: 'write',
    subject: { field: 'conversationId', noun: 'conversation' },
    input: v.object({ conversationId: f.id('conversation') }),
  }),
  /** Once an agent has answered; a later rating replaces the first. */
  'conversation:rate': command<{ conversation: VisitorConversation }>()({
    by: 'visitor',
    kind: 'write',
    rate: 'write',
    subject: { field: 'conversationId', noun: 'conversation' },
    input: v.object({
      conversationId: f.id('conversation'),
      rating: v.picklist(ratings),
      comment: v.optional(f.text(limits.ratingCommentLength), ''),
    }),
  }),
  /** TK1 `visitor_asked`: rather a number than a wait. */
  'ticket:ask': command<{ conversation: VisitorConversation }>()({
    by: 'visitor',
    kind: 'write',
    rate: 'write',
    subject: { field: 'conversationId', noun: 'conversation' },
    input: v.object({ conversationId: f.id('conversation') }),
  }),
  /**
   * CV3: where it goes on by mail, given by its visitor and believed by nobody until it is verified. Another one takes its
   * place, and links that were sent to the earlier one open nothing any more.
   */
  'address:give': command<{ conversation: VisitorConversation }>()({
    by: 'visitor',
    kind: 'write',
    rate: 'secret',
    subject: { field: 'conversationId', noun: 'conversation' },
    input: v.object({ conversationId: f.id('conversation'), address: f.email }),
  }),
  /** CV8: what the page says of its visitor from now on, in place of what it said before; while it goes on. */
  'attributes:set': command<{ conversation: VisitorConversation }>()({
    by: 'visitor',
    kind: 'write',
    rate: 'page',
    subject: { field: 'conversationId', noun: 'conversation' },
    input: v.object({ conversationId: f.id('conversation'), attributes }),
  }),
  /** Place 0: it does not wait. */
  'queue:check': command<QueuePlace>()({
    by: 'visitor',
    kind: 'read',
    rate: 'read',
    subject: { field: 'conversationId', noun: 'conversation' },
    input: v.object({ conversationId: f.id('conversation') }),
  }),
  /** Not stored; sent at most every few seconds while somebody writes, and once when they stop. */
  'typing:show': command<Record<string, never>>()({
    by: 'visitor',
    kind: 'write',
    rate: 'read',
    subject: { field: 'conversationId', noun: 'conversation' },
    input: v.object({ conversationId: f.id('conversation'), isTyping: v.boolean() }),
  }),
  'message:read': command<{ readSeq: number }>()({
    by: 'visitor',
    kind: 'write',
    rate: 'read',
    subject: { field: 'conversationId', noun: 'conversation' },
    input: v.object({ conversationId: f.id('conversation'), seq: f.seq }),
  }),
};

/** What a visitor hears. Nothing here tells of notes, other visitors or agents' work (CV5). */
export interface VisitorEvents {
  'entry:added': (event: { conversationId: ConversationId; entry: Entry }) => void;
  'conversation:changed': (event: { conversation: VisitorConversation }) => void;
  /** How far any agent has read, and how far they have themselves, on whatever page, in the visitor's stream (DL8). */
  'conversation:read': (event: { conversationId: ConversationId; agentReadSeq: number; readSeq: number }) => void;
  'queue:moved': (event: { conversationId: ConversationId } & QueuePlace) => void;
  /** An agent writes an answer, or stopped. */
  'typing:changed': (event: { conversationId: ConversationId; authorName: string; isTyping: boolean }) => void;
  'command:refused': (event: { command: string; error: WireError }) => void;
  'session:ended': (event: { error: WireError }) => void;
}
