import * as v from 'valibot';
import type { Agent, Group, Invitation } from '../entities/agent.ts';
import type { ConversationDetail, ConversationSummary, PastConversation } from '../entities/conversation.ts';
import type { AgentEntry } from '../entities/entry.ts';
import type { Site, SiteSighting } from '../entities/site.ts';
import type { HistoryEvent, TicketSummary } from '../entities/ticket.ts';
import type { AgentId, ConversationId } from '../ids.ts';
import { limits } from '../limits.ts';
import { byMatrix } from '../priority.ts';
import {
  availabilities,
  blockReasons,
  discardReasons,
  levels,
  priorities,
  responsibles,
  roles,
  settableStatuses,
  ticketOrders,
  ticketReasons,
  ticketStatuses,
  ticketTypes,
  unsolved,
} from '../vocabulary.ts';
import type { WireError } from './errors.ts';
import * as f from './fields.ts';
import { siteFields } from './site-fields.ts';
import { command } from './spec.ts';

const conversation = { field: 'conversationId', noun: 'conversation' } as const;
const conversationId = f.id('conversation');

/** Everything a dashboard needs to draw its frame. */
export interface AgentSession {
  agent: Agent;
  sites: Site[];
  agents: Agent[];
  groups: Group[];
  publicUrl: string;
}

export interface InboxAnswer {
  /** Of a snapshot: what has not ended, and what is a ticket that is not closed. Else: what changed, with its ticket. */
  conversations: ConversationSummary[];
  /** Events after this position are not in here yet. */
  position: number;
  /** Too much has changed, or what the agent may see: forget what you have. */
  isSnapshot: boolean;
  /** There is more at work than one answer holds; the tickets that are left out are in `ticket:list`. */
  isTruncated: boolean;
}

export interface ConversationPage {
  conversation: ConversationDetail;
  entries: AgentEntry[];
  /** `entries` are the last page, and not what follows `afterSeq` (DL4). */
  isSnapshot: boolean;
  /** Events after this position are not in here yet (DL9). */
  position: number;
}

export interface RepliedAnswer {
  conversation: ConversationSummary;
  entry: AgentEntry;
}

export interface TicketPage extends ConversationPage {
  ticket: TicketSummary;
  /** Number of the one that goes on from it, once it is closed (TK4); '' while none does. */
  followUp: string;
  history: HistoryEvent[];
}

export const agentCommands = {
  'session:open': command<AgentSession>()({ by: 'agent', kind: 'read', rate: 'read', input: v.object({}) }),
  /** DL9: everything that is at work or, after `afterPosition`, whatever has changed since. */
  'inbox:open': command<InboxAnswer>()({
    by: 'agent',
    kind: 'read',
    rate: 'read',
    input: v.object({ afterPosition: v.optional(f.seq, 0) }),
  }),
  'conversation:open': command<ConversationPage>()({
    by: 'agent',
    kind: 'read',
    rate: 'read',
    subject: conversation,
    /** `afterSeq`: the last entry that is here already; 0 for none. */
    input: v.object({ conversationId, afterSeq: v.optional(f.seq, 0) }),
  }),
  /** Ended ones of the same person, the latest first. */
  'conversation:past': command<{ conversations: PastConversation[] }>()({
    by: 'agent',
    kind: 'read',
    rate: 'read',
    subject: conversation,
    input: v.object({ conversationId }),
  }),
  /** What follows `afterSeq`; with `beforeSeq`, the page that ends right before it. */
  'entry:list': command<{ entries: AgentEntry[]; isSnapshot: boolean }>()({
    by: 'agent',
    kind: 'read',
    rate: 'read',
    subject: conversation,
    input: v.object({ conversationId, afterSeq: v.optional(f.seq, 0), beforeSeq: v.optional(f.seq, 0) }),
  }),
  'conversation:take': command<{ conversation: ConversationSummary }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: conversation,
    input: v.object({ conversationId }),
  }),
  /** CV1: as answered; a ticket becomes solved. */
  'conversation:end': command<{ conversation: ConversationSummary }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: conversation,
    input: v.object({ conversationId }),
  }),
  'conversation:discard': command<{ conversation: ConversationSummary }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: conversation,
    input: v.object({ conversationId, reason: v.picklist(discardReasons) }),
  }),
  'conversation:restore': command<{ conversation: ConversationSummary }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: conversation,
    input: v.object({ conversationId }),
  }),
  /** Nothing more is taken from the conversation's visitor, here or elsewhere; they can read. */
  'visitor:block': command<{ conversation: ConversationSummary }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: conversation,
    input: v.object({ conversationId, reason: v.picklist(blockReasons) }),
  }),
  'visitor:unblock': command<{ conversation: ConversationSummary }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: conversation,
    input: v.object({ conversationId }),
  }),
  'conversation:handOver': command<{ conversation: ConversationSummary }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: conversation,
    input: v.object({ conversationId, toAgentId: f.id('agent') }),
  }),
  'message:reply': command<RepliedAnswer>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: conversation,
    /** `seenSeq`: the last seq its author has seen (CV6). */
    input: v.pipe(v.object({ conversationId, clientId: f.clientId, ...f.said, seenSeq: f.seq }), f.notBlank()),
  }),
  /** An answer is being written; never sent for a note (CV5). */
  'typing:tell': command<Record<string, never>>()({
    by: 'agent',
    kind: 'write',
    rate: 'read',
    subject: conversation,
    input: v.object({ conversationId, isTyping: v.boolean() }),
  }),
  'note:add': command<RepliedAnswer>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: conversation,
    input: v.pipe(v.object({ conversationId, clientId: f.clientId, ...f.said }), f.notBlank()),
  }),
  'entry:read': command<{ readSeq: number }>()({
    by: 'agent',
    kind: 'write',
    rate: 'read',
    subject: conversation,
    input: v.object({ conversationId, seq: f.seq }),
  }),
  'ticket:create': command<{ ticket: TicketSummary }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: conversation,
    input: v.object({ conversationId }),
  }),
  /** TK4: by an agent; what is closed stays closed. */
  'ticket:setStatus': command<{ ticket: TicketSummary }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: conversation,
    input: v.object({ conversationId, status: v.picklist(settableStatuses) }),
  }),
  /** TK5: what is given changes, all or nothing; `version` is the ticket's (TK8). `matrix` takes an override back. */
  'ticket:triage': command<{ ticket: TicketSummary }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    subject: conversation,
    input: v.pipe(
      v.object({
        conversationId,
        version: f.version,
        type: v.optional(v.picklist(ticketTypes)),
        urgency: v.optional(v.picklist(levels)),
        impact: v.optional(v.picklist(levels)),
        priority: v.optional(v.picklist([...priorities, byMatrix])),
        priorityReason: v.optional(v.pipe(f.line(limits.priorityReasonLength), v.trim())),
      }),
      f.reasoned(),
    ),
  }),
  'ticket:list': command<{ tickets: TicketSummary[]; next: string; position: number }>()({
    by: 'agent',
    kind: 'read',
    rate: 'read',
    /** `after`: the `next` of the page before; '' for the first. */
    input: v.object({
      status: v.optional(v.picklist([...ticketStatuses, unsolved])),
      responsible: v.optional(v.picklist(responsibles), 'anyone'),
      reason: v.optional(v.picklist(ticketReasons)),
      type: v.optional(v.picklist(ticketTypes)),
      priority: v.optional(v.picklist(priorities)),
      order: v.optional(v.picklist(ticketOrders), 'changed'),
      after: v.optional(f.line(100), ''),
    }),
  }),
  'ticket:open': command<TicketPage>()({
    by: 'agent',
    kind: 'read',
    rate: 'read',
    subject: { field: 'number', noun: 'ticketNumber' },
    input: v.object({
      number: v.pipe(v.string(), v.regex(/^[A-Z]{1,8}-\d{1,12}$/)),
      afterSeq: v.optional(f.seq, 0),
    }),
  }),
  'availability:set': command<{ agent: Agent }>()({
    by: 'agent',
    kind: 'write',
    rate: 'write',
    input: v.object({ availability: v.picklist(availabilities) }),
  }),
  'agent:invite': command<{ invitation: Invitation; link: string }>()({
    by: 'admin',
    kind: 'write',
    rate: 'session',
    input: v.object({
      name: f.name,
      email: f.email,
      role: v.picklist(roles),
      siteIds: v.pipe(v.array(f.id('site')), v.maxLength(1_000)),
    }),
  }),
  'agent:setRole': command<{ agent: Agent }>()({
    by: 'admin',
    kind: 'write',
    rate: 'write',
    subject: { field: 'agentId', noun: 'agent' },
    input: v.object({ agentId: f.id('agent'), version: f.version, role: v.picklist(roles) }),
  }),
  /** Only sites of the caller's own come and go; a site keeps at least one member (`last_member`). */
  'agent:setSites': command<{ agent: Agent }>()({
    by: 'admin',
    kind: 'write',
    rate: 'write',
    subject: { field: 'agentId', noun: 'agent' },
    input: v.object({
      agentId: f.id('agent'),
      version: f.version,
      siteIds: v.pipe(v.array(f.id('site')), v.minLength(1), v.maxLength(1_000)),
    }),
  }),
  'agent:remove': command<{ agentId: AgentId }>()({
    by: 'admin',
    kind: 'write',
    rate: 'write',
    subject: { field: 'agentId', noun: 'agent' },
    input: v.object({ agentId: f.id('agent'), version: f.version }),
  }),
  'invitation:list': command<{ invitations: Invitation[] }>()({
    by: 'admin',
    kind: 'read',
    rate: 'read',
    input: v.object({}),
  }),
  'invitation:revoke': command<{ invitationId: string }>()({
    by: 'admin',
    kind: 'write',
    rate: 'write',
    subject: { field: 'invitationId', noun: 'invitation' },
    input: v.object({ invitationId: f.id('invitation') }),
  }),
  'site:create': command<{ site: Site }>()({
    by: 'admin',
    kind: 'write',
    rate: 'write',
    input: v.object(siteFields),
  }),
  'site:update': command<{ site: Site }>()({
    by: 'admin',
    kind: 'write',
    rate: 'write',
    subject: { field: 'siteId', noun: 'site' },
    input: v.object({ siteId: f.id('site'), version: f.version, ...v.partial(v.object(siteFields)).entries }),
  }),
  /** What the site's own server signs `identify` tokens with (HS256). Shown to administrators alone. */
  'site:identitySecret': command<{ secret: string }>()({
    by: 'admin',
    kind: 'read',
    rate: 'secret',
    subject: { field: 'siteId', noun: 'site' },
    input: v.object({ siteId: f.id('site') }),
  }),
  /** A new secret; the one before goes on counting until the next rotation, so that pages can follow at their own pace. */
  'site:rotateIdentitySecret': command<{ secret: string }>()({
    by: 'admin',
    kind: 'write',
    rate: 'secret',
    subject: { field: 'siteId', noun: 'site' },
    input: v.object({ siteId: f.id('site') }),
  }),
  /** "Is my tag live?": the hosts where it was seen, the latest first. */
  'site:sightings': command<{ sightings: SiteSighting[] }>()({
    by: 'agent',
    kind: 'read',
    rate: 'read',
    subject: { field: 'siteId', noun: 'site' },
    input: v.object({ siteId: f.id('site') }),
  }),
  /** CV1: all four numbers are 0 in a healthy desk. */
  'health:noDeadEnd': command<NoDeadEndReport>()({ by: 'admin', kind: 'read', rate: 'read', input: v.object({}) }),
};

export interface NoDeadEndReport {
  overdueDeadlines: number;
  endedWithoutOutcome: number;
  ticketedWithoutTicket: number;
  twoOpenTickets: number;
}

/** What opens with a one-time link, before anybody is signed in. */
export const linkCommands = {
  'setup:check': command<{ isOpen: true }>()({
    by: 'anyone',
    kind: 'write',
    rate: 'secret',
    input: v.object({ secret: f.secret }),
  }),
  'setup:complete': command<{ agentId: AgentId }>()({
    by: 'anyone',
    kind: 'write',
    rate: 'secret',
    input: v.object({ secret: f.secret, name: f.name, email: f.email, password: f.password }),
  }),
  'invitation:check': command<{ name: string; email: string }>()({
    by: 'anyone',
    kind: 'write',
    rate: 'secret',
    input: v.object({ secret: f.secret }),
  }),
  'invitation:accept': command<{ agentId: AgentId }>()({
    by: 'anyone',
    kind: 'write',
    rate: 'secret',
    input: v.object({ secret: f.secret, name: f.name, password: f.password }),
  }),
};

/** What an agent hears, of the sites they are a member of. */
export interface AgentEvents {
  'entry:added': (event: { conversationId: ConversationId; entry: AgentEntry; position: number }) => void;
  'conversation:changed': (event: { conversation: ConversationSummary; position: number }) => void;
  /** How far the visitor has read, in their stream (DL8). */
  'conversation:read': (event: { conversationId: ConversationId; visitorReadSeq: number }) => void;
  /** `authorId` is an agent's, or the visitor's. */
  'typing:changed': (event: { conversationId: ConversationId; authorId: string; isTyping: boolean }) => void;
  'ticket:changed': (event: { ticket: TicketSummary; position: number }) => void;
  'agent:changed': (event: { agent: Agent }) => void;
  'agent:removed': (event: { agentId: AgentId }) => void;
  'site:changed': (event: { site: Site }) => void;
  'command:refused': (event: { command: string; error: WireError }) => void;
  'session:ended': (event: { error: WireError }) => void;
}
