/** Closed lists of the domain's words. Every list is the only place where its words are written down. */

export const channels = ['chat', 'email', 'phone', 'form', 'api', 'incident'] as const;
export type Channel = (typeof channels)[number];

export const locales = ['es', 'en'] as const;
export type Locale = (typeof locales)[number];

export const roles = ['admin', 'agent'] as const;
export type Role = (typeof roles)[number];

/** What an agent says of themselves; presence (connected or not) is measured, not said. */
export const availabilities = ['available', 'away'] as const;
export type Availability = (typeof availabilities)[number];

/** CV2. `queued`: nobody has it. `active`: an agent has it. `ended`: it has an outcome. */
export const conversationStates = ['queued', 'active', 'ended'] as const;
export type ConversationState = (typeof conversationStates)[number];

/** CV1. The four ways in which a conversation may end; there is no fifth. */
export const outcomes = ['answered', 'ticketed', 'withdrawn', 'discarded'] as const;
export type Outcome = (typeof outcomes)[number];

/** One tap; the words belong to the client. */
export const ratings = ['bad', 'fair', 'good'] as const;
export type Rating = (typeof ratings)[number];

export const discardReasons = ['spam', 'test', 'abuse'] as const;
export type DiscardReason = (typeof discardReasons)[number];

/** Why nothing more is taken from a visitor. */
export const blockReasons = ['spam', 'abuse'] as const satisfies readonly DiscardReason[];
export type BlockReason = (typeof blockReasons)[number];

/** CV1. What a conversation that has not ended is waiting for; each has its moment in `deadlineAt`. */
export const deadlineReasons = [
  'pick_up',
  'pick_up_after_loss',
  'agent_grace',
  'agent_reply',
  'visitor_return',
  'idle',
] as const;
export type DeadlineReason = (typeof deadlineReasons)[number];

/** DL2. Every line of a conversation. A `note` and some `system` lines are for agents only. */
export const entryKinds = ['message', 'note', 'system', 'redaction'] as const;
export type EntryKind = (typeof entryKinds)[number];

export const authorKinds = ['visitor', 'agent', 'system'] as const;
export type AuthorKind = (typeof authorKinds)[number];

/** What a system line says; its sentence belongs to the client, by this code. */
export const systemLines = [
  'taken',
  'handed_over',
  'returned_to_queue',
  'ticketed',
  'ended',
  'reopened',
  'status_changed',
  'visitor_blocked',
  'visitor_unblocked',
] as const;
export type SystemLine = (typeof systemLines)[number];

/** TK4, in the order of a ticket's life. */
export const ticketStatuses = ['new', 'open', 'pending', 'onHold', 'solved', 'closed'] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

/** What an agent may make of a ticket by hand; `new` is only its beginning. */
export const settableStatuses = ['open', 'pending', 'onHold', 'solved'] as const;
export type SettableStatus = (typeof settableStatuses)[number];

/** What still waits for somebody, in lists. */
export const unsolved = 'unsolved' as const;
export const unsolvedStatuses = ['new', 'open', 'pending', 'onHold'] as const satisfies readonly TicketStatus[];

/** Whose tickets a list shows. `nobody`: only a group has them. */
export const responsibles = ['anyone', 'me', 'nobody'] as const;
export type Responsible = (typeof responsibles)[number];

/** TK1. Why the conversation could not be resolved there and then. */
export const ticketReasons = [
  'out_of_hours',
  'no_agent_available',
  'not_picked_up',
  'agent_lost',
  'visitor_left',
  'visitor_asked',
  'not_solved',
  'agent_decided',
  'registered',
  'follow_up',
] as const;
export type TicketReason = (typeof ticketReasons)[number];

/** What a ticket is about; a question until somebody says otherwise. */
export const ticketTypes = ['question', 'incident', 'request', 'problem'] as const;
export type TicketType = (typeof ticketTypes)[number];

/** TK5. How much urgency or impact there is, in rising order. */
export const levels = ['low', 'normal', 'high'] as const;
export type Level = (typeof levels)[number];

/** TK5, in rising order. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** By which a list of tickets goes: latest change, or highest priority and then latest change. */
export const ticketOrders = ['changed', 'priority'] as const;
export type TicketOrder = (typeof ticketOrders)[number];

/** What an event can be about. */
export const subjectKinds = [
  'conversation',
  'ticket',
  'site',
  'agent',
  'visitor',
  'requester',
  'invitation',
  'article',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** The only files that are shown in place; everything else is a download. */
export const shownImageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

/** KB1. Only a published article is found and read. */
export const articleStates = ['draft', 'published', 'archived'] as const;
export type ArticleState = (typeof articleStates)[number];

/** KB1. Who may read an article: everybody, people whom the site has identified, or agents alone. */
export const articleAudiences = ['public', 'signed_in', 'staff'] as const;
export type ArticleAudience = (typeof articleAudiences)[number];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** What of a page's Content-Security-Policy can stand in the widget's way. */
export const cspDirectives = ['script-src', 'connect-src', 'require-trusted-types-for', 'trusted-types'] as const;
export type CspDirective = (typeof cspDirectives)[number];

export const launcherPositions = ['end', 'start'] as const;
export type LauncherPosition = (typeof launcherPositions)[number];
