import type { ClosedDates, Incident, OpeningHours } from '@ventanilla/shared/entities/site';
import type {
  AgentId,
  ArticleId,
  ConversationId,
  EntryId,
  EventId,
  FileId,
  GroupId,
  InvitationId,
  MailId,
  RequesterId,
  SiteId,
  TicketId,
  TicketLinkId,
  VisitorId,
} from '@ventanilla/shared/ids';
import type {
  ArticleAudience,
  ArticleState,
  AuthorKind,
  Availability,
  Channel,
  ConversationState,
  CspDirective,
  DeadlineReason,
  EntryKind,
  LauncherPosition,
  Level,
  Locale,
  Outcome,
  Rating,
  Role,
  SubjectKind,
  TicketReason,
  TicketStatus,
  TicketType,
} from '@ventanilla/shared/vocabulary';

/*
 * The rows as every storage returns them. Instants are ms UTC, durations ms.
 * Nothing is null: '' and 0 say "none", so that every column can be sorted and compared.
 */

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

export interface SiteRow {
  id: SiteId;
  /** Public and random; it stands in the script's address. */
  key: string;
  name: string;
  origins: readonly string[];
  /** Newest first, at most two live: what `identify` tokens may be signed with. */
  identitySecrets: readonly string[];
  locale: Locale;
  accent: string;
  launcherPosition: LauncherPosition;
  /** Base64 of a small picture; '' for none. */
  logo: string;
  timeZone: string;
  openingHours: OpeningHours;
  closedDates: readonly ClosedDates[];
  incident: Incident;
  incidentChangedAt: number;
  pickUpMs: number;
  replyMs: number;
  idleMs: number;
  reopenMs: number;
  graceMs: number;
  visitorReturnMs: number;
  /** Counted in opening hours. */
  firstReplyMinutes: number;
  disabledAt: number;
  version: number;
  createdAt: number;
}

/** A site's tag on one host; 0 says never. */
export interface SightingRow {
  siteId: SiteId;
  /** '' when its pages do not say where they are. */
  host: string;
  loadedAt: number;
  reachedAt: number;
  blockedAt: number;
  directive: CspDirective | '';
}

export interface GroupRow {
  id: GroupId;
  siteId: SiteId;
  name: string;
  isBuiltIn: boolean;
  version: number;
}

export interface AgentRow {
  id: AgentId;
  authUserId: string;
  name: string;
  email: string;
  emailFolded: string;
  role: Role;
  availability: Availability;
  locale: Locale;
  /** As it was last noted; whoever was connected when a process ended is expected back in the next one. */
  wasConnected: boolean;
  removedAt: number;
  version: number;
  createdAt: number;
}

export interface RequesterRow {
  id: RequesterId;
  siteId: SiteId;
  /** `sub` of the site's own token; '' when nobody vouched for this person. */
  externalId: string;
  name: string;
  email: string;
  emailFolded: string;
  emailVerifiedAt: number;
  version: number;
  createdAt: number;
}

export interface VisitorRow {
  id: VisitorId;
  siteId: SiteId;
  requesterId: RequesterId | '';
  blockedAt: number;
  version: number;
  createdAt: number;
}

export interface ConversationRow {
  id: ConversationId;
  siteId: SiteId;
  visitorId: VisitorId;
  requesterId: RequesterId | '';
  /** Client-made, unique per visitor (DL1). */
  startId: string;
  channel: Channel;
  state: ConversationState;
  outcome: Outcome | '';
  assigneeId: AgentId | '';
  queuedAt: number;
  /** Returned to the front of the queue (AS3). */
  isFront: boolean;
  subject: string;
  /** The context card (CV7). */
  context: JsonObject;
  lastSeq: number;
  lastPublicSeq: number;
  /** Who wrote the last public message; '' before the first one. */
  lastAuthorKind: AuthorKind | '';
  lastEntryAt: number;
  /** Last public message of an agent, and whose it was (CV6); 0 and '' before the first. */
  lastReplySeq: number;
  lastReplyBy: AgentId | '';
  /** The visitor's read mark, in `publicSeq`. */
  visitorReadSeq: number;
  /** How far any agent has read, in `publicSeq`. */
  agentReadSeq: number;
  deadlineAt: number;
  deadlineReason: DeadlineReason | '';
  endedAt: number;
  endReason: string;
  rating: Rating | '';
  ratingComment: string;
  /** Where it goes on by mail when it must go on without its visitor; '' while nobody has said. */
  address: string;
  version: number;
  createdAt: number;
}

/** A conversation with its ticket, open or closed, as `decide` sees it. */
export interface ConversationHead extends ConversationRow {
  ticket: TicketRow | null;
}

export interface EntryRow {
  id: EntryId;
  conversationId: ConversationId;
  siteId: SiteId;
  seq: number;
  /** 0: for agents only (DL2, CV5). */
  publicSeq: number;
  kind: EntryKind;
  authorKind: AuthorKind;
  authorId: string;
  /** '' for entries made by the machine. */
  clientId: string;
  body: string;
  data: JsonObject;
  /** Place in the installation's one order of entries and events. */
  position: number;
  createdAt: number;
}

export interface TicketRow {
  id: TicketId;
  number: number;
  siteId: SiteId;
  conversationId: ConversationId;
  requesterId: RequesterId | '';
  reason: TicketReason;
  status: TicketStatus;
  type: TicketType;
  urgency: Level;
  impact: Level;
  /** TK5: 1 low to 4 urgent, a number that lists can be ordered by. */
  priority: number;
  /** Why it is not the matrix's; '' when it is. */
  priorityReason: string;
  assigneeId: AgentId | '';
  groupId: GroupId | '';
  channel: Channel;
  subject: string;
  /** The closed one that this one goes on from (TK4); 0 for all others. */
  followsNumber: number;
  /** When the visitor first wrote (TK2). */
  receivedAt: number;
  /** When the requester may expect the next answer; 0 while none is owed (TK3). */
  dueAt: number;
  solvedAt: number;
  closedAt: number;
  version: number;
  createdAt: number;
  updatedAt: number;
}

export interface EventRow {
  id: EventId;
  /** '' for what concerns the whole installation. */
  siteId: SiteId | '';
  subjectKind: SubjectKind;
  subjectId: string;
  type: string;
  /** The subject's version after this change (DL9). */
  version: number;
  actorKind: AuthorKind;
  actorId: string;
  at: number;
  before: JsonObject;
  after: JsonObject;
  position: number;
}

export type InvitationKind = 'setup' | 'invitation';

export interface InvitationRow {
  id: InvitationId;
  kind: InvitationKind;
  email: string;
  name: string;
  role: Role;
  siteIds: readonly SiteId[];
  tokenHash: string;
  createdBy: AgentId | '';
  createdAt: number;
  expiresAt: number;
  usedAt: number;
}

/** `received`: number and promise. `answered`: somebody wrote while they were away. `link`: they asked for it. */
export type MailKind = 'received' | 'answered' | 'link';
/** `dropped`: there was nothing left to tell, or the mail server would not have it. */
export type MailState = 'waiting' | 'sent' | 'dropped';

/** What is to be told by mail of a ticket; its words are made when it leaves. */
export interface MailRow {
  id: MailId;
  kind: MailKind;
  siteId: SiteId;
  conversationId: ConversationId;
  ticketId: TicketId;
  visitorId: VisitorId;
  address: string;
  addressFolded: string;
  locale: Locale;
  state: MailState;
  /** How often it was handed over, or tried. */
  attempts: number;
  /** When it leaves, or is tried again. */
  dueAt: number;
  createdAt: number;
}

/** TK3. Opens one ticket for whoever reads the mails of one address. */
export interface TicketLinkRow {
  id: TicketLinkId;
  ticketId: TicketId;
  conversationId: ConversationId;
  tokenHash: string;
  addressFolded: string;
  createdAt: number;
  expiresAt: number;
  /** 0 while it works. */
  revokedAt: number;
}

/** `uploading`: bytes on their way. `ready`: nobody but its owner knows of it. `removed`: the bytes are going or gone. */
export type FileState = 'uploading' | 'ready' | 'attached' | 'removed';

export interface FileRow {
  id: FileId;
  siteId: SiteId;
  /** Of the entry that carries it; '' until then. */
  conversationId: ConversationId | '';
  entryId: EntryId | '';
  ownerKind: Extract<AuthorKind, 'visitor' | 'agent'>;
  ownerId: string;
  /** Where the bytes lie: random, known to the file store alone. */
  storageKey: string;
  state: FileState;
  name: string;
  mime: string;
  sizeBytes: number;
  /** Pixels; 0 for what is not shown in place. */
  width: number;
  height: number;
  createdAt: number;
}

/** What is published at once: readers see all of it or nothing. */
export interface ArticleEdition {
  title: string;
  /** The Markdown that `parseArticle` reads. */
  body: string;
  /** Other ways in which people ask this. */
  phrasings: readonly string[];
  category: string;
  audience: ArticleAudience;
  /** Place among the most asked, 1 first; 0: by how often it is read. */
  position: number;
}

export interface ArticleRow extends ArticleEdition {
  id: ArticleId;
  siteId: SiteId;
  locale: Locale;
  /** Unique within site and locale; translations share it. */
  slug: string;
  state: ArticleState;
  /** The edition that readers see while the state is `published`; the row's own fields are what is being written. */
  edition: ArticleEdition | Record<string, never>;
  hasChanges: boolean;
  /** Place of its last publishing or archiving in the installation's one order of them; 0 before the first. */
  revision: number;
  /** Counted apart: they change neither `version` nor `updatedAt`. */
  views: number;
  helpfulYes: number;
  helpfulNo: number;
  updatedBy: AgentId | '';
  publishedAt: number;
  version: number;
  createdAt: number;
  updatedAt: number;
}

/** KB3. A search without a result, by its folded words; nothing says who it was. */
export interface MissRow {
  siteId: SiteId;
  locale: Locale;
  text: string;
  count: number;
  lastAt: number;
}

export interface ReadMarkRow {
  conversationId: ConversationId;
  readerId: string;
  seq: number;
}
