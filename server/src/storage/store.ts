import type { AgentId, ConversationId, FileId, RequesterId, SiteId, TicketId, VisitorId } from '@ventanilla/shared/ids';
import type {
  Availability,
  Role,
  SubjectKind,
  TicketOrder,
  TicketReason,
  TicketStatus,
  TicketType,
} from '@ventanilla/shared/vocabulary';
import type { Decision, Fingerprint, NewConversation, NewEvent } from '../domain/decision.ts';
import type {
  AgentRow,
  ConversationHead,
  ConversationRow,
  EntryRow,
  EventRow,
  FileRow,
  GroupRow,
  InvitationRow,
  JsonObject,
  ReadMarkRow,
  RequesterRow,
  SightingRow,
  SiteRow,
  TicketRow,
  VisitorRow,
} from '../domain/rows.ts';
import type { ArticleQueries, MissQueries } from './knowledge-port.ts';
import type { MailQueries, TicketLinkQueries } from './mail-port.ts';

export type { ArticleListRow, NewArticle } from './knowledge-port.ts';

/** What actions may ask of the storage. Two implementations, one behaviour: see `store-contract.ts`. */
export interface Store {
  readonly dialect: 'sqlite' | 'postgres';
  /**
   * The one way by which words and state changes reach a conversation and its ticket; results in the order of `items`.
   * Calls made while a commit is on its way are merged into the next transaction. A call is stored whole or throws.
   */
  appendEntries(items: readonly AppendItem[]): Promise<AppendResult[]>;
  readonly sites: SiteQueries;
  readonly sightings: SightingQueries;
  readonly groups: GroupQueries;
  readonly agents: AgentQueries;
  readonly visitors: VisitorQueries;
  readonly requesters: RequesterQueries;
  readonly conversations: ConversationQueries;
  readonly entries: EntryQueries;
  readonly readMarks: ReadMarkQueries;
  readonly tickets: TicketQueries;
  readonly events: EventQueries;
  readonly invitations: InvitationQueries;
  readonly files: FileQueries;
  readonly mails: MailQueries;
  readonly ticketLinks: TicketLinkQueries;
  readonly articles: ArticleQueries;
  readonly misses: MissQueries;
  readonly installation: InstallationQueries;
  readonly health: HealthQueries;
  /** Commits and appended entries since opening, for metrics. */
  counts(): { commits: number; entries: number };
  close(): Promise<void>;
}

export interface AppendItem {
  /** Of an existing conversation, or the one that `start` makes. */
  conversationId: ConversationId;
  /** Used if (visitorId, startId) is new; else the existing conversation is the target (DL1). */
  start?: NewConversation;
  /** '' for entries made by the machine. */
  clientId: string;
  /** Same `clientId`, same fingerprint and same files: duplicate. Anything else with that `clientId`: conflict. */
  fingerprint: Fingerprint;
  /** Files the entry is to carry, in their order; `decide` gets those of them that exist. */
  fileIds?: readonly FileId[];
  /**
   * Asked of the stored row before anything else, duplicates included: false answers `notFound`, so that a foreign id
   * tells nothing. Absent: allowed.
   */
  mayTouch?(head: ConversationHead): boolean;
  /**
   * Pure. Called inside the transaction with the conversation as the batch's earlier items left it; may be called again
   * when the transaction is repeated.
   */
  decide(head: ConversationHead, files: readonly FileRow[]): Decision;
}

export type AppendResult =
  | {
      status: 'stored';
      conversation: ConversationHead;
      entries: EntryRow[];
      /** The ticket as it is after this item, when the item made or changed it. */
      ticket: TicketRow | null;
      events: EventRow[];
      /** A mail may wait because of it. */
      hasMail: boolean;
    }
  | { status: 'duplicate'; conversation: ConversationHead; entries: EntryRow[] }
  | { status: 'conflict'; conversation: ConversationHead; existing: EntryRow }
  | { status: 'refused'; reason: string; details: JsonObject; conversation: ConversationHead }
  | { status: 'notFound' };

export interface SiteQueries {
  list(): Promise<SiteRow[]>;
  byId(id: SiteId): Promise<SiteRow | null>;
  byKey(key: string): Promise<SiteRow | null>;
  /** The site, its built-in group and its first members, all or nothing. */
  create(
    site: Omit<SiteRow, 'version'>,
    group: Pick<GroupRow, 'id' | 'name'>,
    members: readonly AgentId[],
    events: readonly NewEvent[],
  ): Promise<SiteRow>;
  /** Null when the version is stale or the site is gone (TK8). */
  update(id: SiteId, version: number, patch: SitePatch, events: readonly NewEvent[]): Promise<SiteRow | null>;
}
export type SitePatch = Partial<Omit<SiteRow, 'id' | 'key' | 'version' | 'createdAt'>>;

export interface SightingQueries {
  /** At least one. Each instant only moves forward, whoever else writes; of each site the `kept` latest hosts stay. */
  record(sightings: readonly SightingRow[], kept: number): Promise<void>;
  /** The latest first. */
  list(siteId: SiteId): Promise<SightingRow[]>;
}

export interface GroupQueries {
  builtInOf(siteId: SiteId): Promise<GroupRow | null>;
}

export interface AgentQueries {
  byId(id: AgentId): Promise<AgentRow | null>;
  byAuthUserId(authUserId: string): Promise<AgentRow | null>;
  byEmailFolded(emailFolded: string): Promise<AgentRow | null>;
  /** Removed agents too, oldest first. */
  list(): Promise<AgentRow[]>;
  /** Not removed, oldest first. */
  listOfSite(siteId: SiteId): Promise<AgentRow[]>;
  siteIds(id: AgentId): Promise<SiteId[]>;
  /** Null when an agent with this address or this account exists. */
  create(agent: NewAgent, siteIds: readonly SiteId[], events: readonly NewEvent[]): Promise<AgentRow | null>;
  /** Null when any agent exists, removed ones included; of two racing calls one wins. */
  createFirstAdmin(agent: NewAgent, siteIds: readonly SiteId[], events: readonly NewEvent[]): Promise<AgentRow | null>;
  setRole(id: AgentId, version: number, role: Role, events: readonly NewEvent[]): Promise<AgentChange>;
  remove(id: AgentId, version: number, removedAt: number, events: readonly NewEvent[]): Promise<AgentChange>;
  setAvailability(id: AgentId, availability: Availability, events: readonly NewEvent[]): Promise<AgentRow | null>;
  /** Nobody else's business: neither a new version nor an event. */
  noteConnected(id: AgentId, isConnected: boolean): Promise<void>;
  /** Null when the agent has another version by now, or was removed. */
  setSites(
    id: AgentId,
    version: number,
    siteIds: readonly SiteId[],
    events: readonly NewEvent[],
  ): Promise<AgentRow | null>;
}
export type NewAgent = Omit<AgentRow, 'version' | 'removedAt' | 'wasConnected'>;
/** `lastAdmin`: the change would leave the installation without one. */
export type AgentChange = { status: 'stored'; agent: AgentRow } | { status: 'stale' } | { status: 'lastAdmin' };

export interface VisitorQueries {
  byId(id: VisitorId): Promise<VisitorRow | null>;
  /** With the requester they are; the existing row, and no second requester, when the visitor is there already. */
  create(
    visitor: Omit<VisitorRow, 'version' | 'requesterId'>,
    requester: Omit<RequesterRow, 'version'>,
  ): Promise<VisitorRow>;
  setRequester(id: VisitorId, requesterId: RequesterId): Promise<VisitorRow | null>;
  /** All that are. */
  blocked(): Promise<VisitorId[]>;
  /** 0 unblocks. */
  block(id: VisitorId, blockedAt: number, events: readonly NewEvent[]): Promise<VisitorRow | null>;
}

export interface RequesterQueries {
  byId(id: RequesterId): Promise<RequesterRow | null>;
  byExternalId(siteId: SiteId, externalId: string): Promise<RequesterRow | null>;
  /** The existing row when (siteId, externalId) is taken. */
  create(requester: Omit<RequesterRow, 'version'>): Promise<RequesterRow>;
  /** Null when the version is stale or the row is gone. */
  update(id: RequesterId, version: number, patch: RequesterPatch): Promise<RequesterRow | null>;
}
export type RequesterPatch = Partial<
  Pick<RequesterRow, 'name' | 'email' | 'emailFolded' | 'emailVerifiedAt' | 'externalId'>
>;

export interface ConversationDetail extends ConversationHead {
  requesterName: string;
  requesterEmail: string;
  /** 0 while nobody has verified it. */
  requesterEmailVerifiedAt: number;
  /** '' while nobody vouched for them. */
  requesterExternalId: string;
}

export interface InboxRow extends ConversationDetail {
  /** The last message, never a note; `body` is cut to 200 code units. */
  lastMessage: Pick<EntryRow, 'kind' | 'authorKind' | 'authorId' | 'body' | 'data' | 'createdAt'> | null;
}

export interface ConversationQueries {
  byId(id: ConversationId): Promise<ConversationDetail | null>;
  byStartId(visitorId: VisitorId, startId: string): Promise<ConversationDetail | null>;
  /** Newest first. */
  listForVisitor(visitorId: VisitorId, limit: number): Promise<ConversationDetail[]>;
  /** Of a person, in whatever browser; newest first. */
  listForRequester(requesterId: RequesterId, limit: number): Promise<ConversationDetail[]>;
  /** Queue first (front, then longest waiting), then active, then ticketed with an open ticket (latest word first). */
  inbox(filter: { siteIds: readonly SiteId[]; limit: number }): Promise<InboxRow[]>;
  /** Who waits on a site, in the order of the inbox. */
  queue(siteId: SiteId): Promise<Pick<ConversationRow, 'id' | 'visitorId' | 'requesterId'>[]>;
  /** Of all who wait on these sites; 0 when nobody does. */
  lastQueuedAt(siteIds: readonly SiteId[]): Promise<number>;
  /** One row as `inbox` gives it, whatever its state. */
  inboxRow(id: ConversationId): Promise<InboxRow | null>;
  /** Unknown ids are skipped. */
  inboxRows(ids: readonly string[]): Promise<InboxRow[]>;
  /** Ids and visitors of what an agent is working on live. */
  activeOfAgent(agentId: AgentId): Promise<ConversationHead[]>;
  /** Conversations of the open tickets that an agent answers for. */
  ticketedOfAgent(agentId: AgentId): Promise<ConversationHead[]>;
  /** Ended conversations of a person, newest first. */
  listPastOfRequester(requesterId: RequesterId, limit: number): Promise<ConversationDetail[]>;
  /** Whose deadline has come (`deadlineAt` ≤ now), the longest overdue first. */
  due(now: number, limit: number): Promise<ConversationHead[]>;
  /** The earliest deadline; 0 when there is none. */
  nextDeadline(): Promise<number>;
}

export interface EntryQueries {
  /** For agents: `seq` > afterSeq, ascending. */
  after(conversationId: ConversationId, afterSeq: number, limit: number): Promise<EntryRow[]>;
  /** For agents: the last ones with `seq` < beforeSeq, ascending. */
  before(conversationId: ConversationId, beforeSeq: number, limit: number): Promise<EntryRow[]>;
  /** For agents: the last ones, ascending. */
  last(conversationId: ConversationId, limit: number): Promise<EntryRow[]>;
  /** For visitors: `publicSeq` > afterPublicSeq, ascending; nothing internal (CV5). */
  publicAfter(conversationId: ConversationId, afterPublicSeq: number, limit: number): Promise<EntryRow[]>;
  publicBefore(conversationId: ConversationId, beforePublicSeq: number, limit: number): Promise<EntryRow[]>;
  /** Ascending by position; at most `limit`. */
  afterPosition(siteIds: readonly SiteId[], position: number, limit: number): Promise<EntryRow[]>;
}

export interface ReadMarkQueries {
  /** Monotone: a lower mark changes nothing (DL8). Unknown conversations are skipped. */
  set(marks: readonly ReadMarkRow[]): Promise<void>;
  /** The visitor's own mark, in `publicSeq`; monotone too. */
  setOfVisitor(conversationId: ConversationId, publicSeq: number): Promise<void>;
  /** Raises the conversation's `agentReadSeq` to the public line at or before `seq`; returns it. Monotone too. */
  setOfAgents(conversationId: ConversationId, seq: number): Promise<number>;
  ofReader(readerId: string, conversationIds: readonly ConversationId[]): Promise<ReadMarkRow[]>;
}

export interface TicketDetail extends TicketRow {
  requesterName: string;
  requesterEmail: string;
  requesterEmailVerifiedAt: number;
  requesterExternalId: string;
  assigneeName: string;
  groupName: string;
}

export interface TicketFilter {
  siteIds: readonly SiteId[];
  statuses?: readonly TicketStatus[];
  assigneeId?: AgentId | '';
  reason?: TicketReason;
  type?: TicketType;
  /** A rank (TK5). */
  priority?: number;
  /** Descending by (updatedAt, id) unless it is by (priority, updatedAt, id). */
  order?: TicketOrder;
  /** The last row of the page before; its priority counts in that order alone. */
  before?: Pick<TicketRow, 'updatedAt' | 'id'> & Partial<Pick<TicketRow, 'priority'>>;
  limit: number;
}

export interface TicketQueries {
  byId(id: TicketId): Promise<TicketDetail | null>;
  /** Unknown ids are skipped. */
  byIds(ids: readonly string[]): Promise<TicketDetail[]>;
  byNumber(number: number): Promise<TicketDetail | null>;
  ofConversation(conversationId: ConversationId): Promise<TicketDetail | null>;
  /** The one that goes on from this closed one (TK4). */
  followUpOf(number: number): Promise<TicketDetail | null>;
  list(filter: TicketFilter): Promise<TicketDetail[]>;
  /** Conversations of tickets that are solved, and were so at this instant; the longest first. */
  solvedUpTo(
    at: number,
    limit: number,
  ): Promise<Pick<ConversationRow, 'id' | 'siteId' | 'visitorId' | 'requesterId'>[]>;
}

export interface EventQueries {
  /** The newest ones, ascending by position; those of the type `except` are left out. */
  ofSubject(subjectKind: SubjectKind, subjectId: string, limit: number, except?: string): Promise<EventRow[]>;
  /** Ascending by position; `''` among the sites means events of the whole installation. */
  afterPosition(siteIds: readonly (SiteId | '')[], position: number, limit: number): Promise<EventRow[]>;
  /** Of the newest placed entry or event; 0 at the beginning. */
  currentPosition(): Promise<number>;
}

export interface InvitationQueries {
  create(invitation: Omit<InvitationRow, 'usedAt'>, events: readonly NewEvent[]): Promise<InvitationRow>;
  byTokenHash(tokenHash: string): Promise<InvitationRow | null>;
  /** Marks it used and returns it; null when unknown, used or expired. Of two racing calls one wins. */
  use(tokenHash: string, now: number): Promise<InvitationRow | null>;
  /** A set-up link that still works. */
  unusedSetup(now: number): Promise<InvitationRow | null>;
  /** Unused and not expired, newest first. */
  listOpen(now: number): Promise<InvitationRow[]>;
}

export interface FileDetail extends FileRow {
  /** Whose conversation carries it; '' while none does. */
  visitorId: VisitorId | '';
  requesterId: RequesterId | '';
  /** Of the entry that carries it: 0 while none does, and for what is for agents only (CV5). */
  publicSeq: number;
}

/** What is carried by an entry was attached by `appendEntries`, and is out of reach of all but `byId`. */
export interface FileQueries {
  /** In the state `uploading`. */
  create(file: NewFile): Promise<FileRow>;
  /** The bytes are on disk: `ready`. Null when it was given up meanwhile. */
  finish(id: FileId, facts: Pick<FileRow, 'name' | 'mime' | 'sizeBytes' | 'width' | 'height'>): Promise<FileRow | null>;
  byId(id: FileId): Promise<FileDetail | null>;
  /** Marks as `removed` what was made before and never sent, the oldest first; answers everything so marked. */
  expire(createdBefore: number, limit: number): Promise<FileRow[]>;
  /** Forgets those that no entry carries; to be called when their bytes are gone. */
  forget(ids: readonly FileId[]): Promise<void>;
}
export type NewFile = Pick<FileRow, 'id' | 'siteId' | 'ownerKind' | 'ownerId' | 'storageKey' | 'createdAt'>;

/** Small facts about the installation, by key. */
export interface InstallationQueries {
  /** '' when never set. */
  get(key: string): Promise<string>;
  set(key: string, value: string): Promise<void>;
  /** Sets it only if it was never set; returns what is stored. */
  setOnce(key: string, value: string): Promise<string>;
}

export interface NoDeadEndCounts {
  /** Deadline older than the tolerance. */
  overdue: number;
  endedWithoutOutcome: number;
  ticketedWithoutTicket: number;
  twoOpenTickets: number;
}

export interface HealthQueries {
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  /** CV1: all zero, or something is lost. */
  noDeadEnd(now: number, toleranceMs: number): Promise<NoDeadEndCounts>;
}
