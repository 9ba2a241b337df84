import type { ConversationId, EventId, RequesterId, SiteId, TicketId } from '../ids.ts';
import type { Channel, Level, Priority, TicketReason, TicketStatus, TicketType } from '../vocabulary.ts';
import type { PersonRef } from './agent.ts';

/** The promise as the visitor sees it (TK3): a number, who has it, and by when. */
export interface VisitorTicket {
  id: TicketId;
  /** What people say aloud: prefix and number, e.g. `VEN-1042`. */
  number: string;
  status: TicketStatus;
  reason: TicketReason;
  /** Number of the closed one that this one goes on from (TK4); '' for all others. */
  follows: string;
  /** Name of the assignee, else of the group; '' for a group that nobody has named. */
  responsible: string;
  isPerson: boolean;
  receivedAt: number;
  /** When to expect an answer, ms UTC; 0 while none is owed. */
  dueAt: number;
}

/** Somebody is to answer by `dueAt`: it is neither answered nor over, nor waiting for something else. */
export function isPromised({ status, dueAt }: Pick<VisitorTicket, 'status' | 'dueAt'>): boolean {
  return dueAt > 0 && (status === 'new' || status === 'open');
}

/** A ticket as a row of the agents' list. */
export interface TicketSummary {
  id: TicketId;
  number: string;
  siteId: SiteId;
  conversationId: ConversationId;
  subject: string;
  requester: Requester;
  status: TicketStatus;
  type: TicketType;
  urgency: Level;
  impact: Level;
  /** TK5: what the matrix makes of urgency and impact, unless somebody has said otherwise. */
  priority: Priority;
  /** Why it is not the matrix's; '' when it is. */
  priorityReason: string;
  reason: TicketReason;
  /** Number of the closed one that this one goes on from (TK4); '' for all others. */
  follows: string;
  channel: Channel;
  assignee: PersonRef | null;
  group: PersonRef | null;
  receivedAt: number;
  /** When the next answer is owed; 0 while none is. */
  dueAt: number;
  updatedAt: number;
  version: number;
}

export interface Requester {
  id: RequesterId;
  /** '' while nobody knows it. */
  name: string;
  email: string;
  /** Somebody we trust vouched for it; until then it proves nothing (TK3). */
  isEmailVerified: boolean;
  /** Their identity was signed by the site (`identify`). */
  isIdentified: boolean;
}

/** TK6. One change: who, when, what it was and what it became. */
export interface HistoryEvent {
  id: EventId;
  type: string;
  actor: { kind: 'visitor' | 'agent' | 'system'; id: string; name: string };
  at: number;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}
