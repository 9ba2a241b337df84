import { noIncident } from '@ventanilla/shared/entities/site';
import type {
  AgentId,
  ConversationId,
  EntryId,
  EventId,
  FileId,
  GroupId,
  InvitationId,
  RequesterId,
  SiteId,
  VisitorId,
} from '@ventanilla/shared/ids';
import { sql } from 'drizzle-orm';
import type * as row from '../../domain/rows.ts';
import { defineAuthTables } from './define-auth.ts';
import { defineKnowledgeTables } from './define-knowledge.ts';
import { defineMailTables } from './define-mail.ts';
import { defineSightings } from './define-sightings.ts';
import { defineTickets } from './define-tickets.ts';
import type { Kit } from './kit.ts';

/** Every table, once, for both dialects. The meaning of the columns is written in `rows.ts`. */
export function defineSchema(kit: Kit) {
  const counters = kit.table('counters', {
    name: kit.text('name').primaryKey(),
    value: kit.integer('value'),
  });

  const installation = kit.table('installation', {
    key: kit.text('key').primaryKey(),
    value: kit.text('value'),
  });

  const sites = kit.table('sites', {
    id: kit.text('id').$type<SiteId>().primaryKey(),
    key: kit.text('key').unique(),
    name: kit.text('name'),
    origins: kit.json<row.SiteRow['origins']>('origins'),
    identitySecrets: kit.json<row.SiteRow['identitySecrets']>('identity_secrets'),
    locale: kit.text('locale').$type<row.SiteRow['locale']>(),
    accent: kit.text('accent'),
    launcherPosition: kit.text('launcher_position').$type<row.SiteRow['launcherPosition']>(),
    logo: kit.text('logo').default(''),
    timeZone: kit.text('time_zone'),
    openingHours: kit.json<row.SiteRow['openingHours']>('opening_hours'),
    closedDates: kit.json<row.SiteRow['closedDates']>('closed_dates').default(sql`'[]'`),
    incident: kit.json<row.SiteRow['incident']>('incident').default(sql.raw(`'${JSON.stringify(noIncident)}'`)),
    incidentChangedAt: kit.integer('incident_changed_at').default(0),
    pickUpMs: kit.integer('pick_up_ms'),
    replyMs: kit.integer('reply_ms'),
    idleMs: kit.integer('idle_ms'),
    reopenMs: kit.integer('reopen_ms'),
    graceMs: kit.integer('grace_ms'),
    visitorReturnMs: kit.integer('visitor_return_ms'),
    firstReplyMinutes: kit.integer('first_reply_minutes'),
    disabledAt: kit.integer('disabled_at'),
    version: kit.integer('version'),
    createdAt: kit.integer('created_at'),
  });

  const groups = kit.table(
    'groups',
    {
      id: kit.text('id').$type<GroupId>().primaryKey(),
      siteId: kit
        .text('site_id')
        .$type<SiteId>()
        .references(() => sites.id),
      name: kit.text('name'),
      isBuiltIn: kit.boolean('is_built_in'),
      version: kit.integer('version'),
    },
    (group) => [kit.index('groups_of_site').on(group.siteId)],
  );

  const agents = kit.table(
    'agents',
    {
      id: kit.text('id').$type<AgentId>().primaryKey(),
      authUserId: kit.text('auth_user_id').unique(),
      name: kit.text('name'),
      email: kit.text('email'),
      emailFolded: kit.text('email_folded'),
      role: kit.text('role').$type<row.AgentRow['role']>(),
      availability: kit.text('availability').$type<row.AgentRow['availability']>(),
      locale: kit.text('locale').$type<row.AgentRow['locale']>(),
      wasConnected: kit.boolean('was_connected').default(false),
      removedAt: kit.integer('removed_at'),
      version: kit.integer('version'),
      createdAt: kit.integer('created_at'),
    },
    // A removed agent's address may be invited again.
    (agent) => [kit.uniqueIndex('agents_email').on(agent.emailFolded).where(sql`removed_at = 0`)],
  );

  const agentSites = kit.table(
    'agent_sites',
    {
      agentId: kit
        .text('agent_id')
        .$type<AgentId>()
        .references(() => agents.id),
      siteId: kit
        .text('site_id')
        .$type<SiteId>()
        .references(() => sites.id),
    },
    (member) => [
      kit.primaryKey({ columns: [member.agentId, member.siteId] }),
      kit.index('agent_sites_of_site').on(member.siteId),
    ],
  );

  const requesters = kit.table(
    'requesters',
    {
      id: kit.text('id').$type<RequesterId>().primaryKey(),
      siteId: kit
        .text('site_id')
        .$type<SiteId>()
        .references(() => sites.id),
      externalId: kit.text('external_id'),
      name: kit.text('name'),
      email: kit.text('email'),
      emailFolded: kit.text('email_folded'),
      emailVerifiedAt: kit.integer('email_verified_at'),
      version: kit.integer('version'),
      createdAt: kit.integer('created_at'),
    },
    (requester) => [
      kit
        .uniqueIndex('requesters_external_id')
        .on(requester.siteId, requester.externalId)
        .where(sql`external_id <> ''`),
      kit.index('requesters_email').on(requester.siteId, requester.emailFolded),
    ],
  );

  const visitors = kit.table(
    'visitors',
    {
      id: kit.text('id').$type<VisitorId>().primaryKey(),
      siteId: kit
        .text('site_id')
        .$type<SiteId>()
        .references(() => sites.id),
      requesterId: kit.text('requester_id').$type<RequesterId | ''>(),
      blockedAt: kit.integer('blocked_at'),
      version: kit.integer('version'),
      createdAt: kit.integer('created_at'),
    },
    (visitor) => [kit.index('visitors_requester').on(visitor.requesterId)],
  );

  const conversations = kit.table(
    'conversations',
    {
      id: kit.text('id').$type<ConversationId>().primaryKey(),
      siteId: kit
        .text('site_id')
        .$type<SiteId>()
        .references(() => sites.id),
      visitorId: kit
        .text('visitor_id')
        .$type<VisitorId>()
        .references(() => visitors.id),
      requesterId: kit.text('requester_id').$type<RequesterId | ''>(),
      startId: kit.text('start_id'),
      channel: kit.text('channel').$type<row.ConversationRow['channel']>(),
      state: kit.text('state').$type<row.ConversationRow['state']>(),
      outcome: kit.text('outcome').$type<row.ConversationRow['outcome']>(),
      assigneeId: kit.text('assignee_id').$type<AgentId | ''>(),
      queuedAt: kit.integer('queued_at'),
      isFront: kit.boolean('is_front'),
      subject: kit.text('subject'),
      context: kit.json<row.JsonObject>('context'),
      lastSeq: kit.integer('last_seq'),
      lastPublicSeq: kit.integer('last_public_seq'),
      lastAuthorKind: kit.text('last_author_kind').$type<row.ConversationRow['lastAuthorKind']>(),
      lastEntryAt: kit.integer('last_entry_at'),
      lastReplySeq: kit.integer('last_reply_seq'),
      lastReplyBy: kit.text('last_reply_by').$type<AgentId | ''>(),
      visitorReadSeq: kit.integer('visitor_read_seq'),
      agentReadSeq: kit.integer('agent_read_seq'),
      deadlineAt: kit.integer('deadline_at'),
      deadlineReason: kit.text('deadline_reason').$type<row.ConversationRow['deadlineReason']>(),
      endedAt: kit.integer('ended_at'),
      endReason: kit.text('end_reason'),
      rating: kit.text('rating').$type<row.ConversationRow['rating']>().default(''),
      ratingComment: kit.text('rating_comment').default(''),
      address: kit.text('address').default(''),
      version: kit.integer('version'),
      createdAt: kit.integer('created_at'),
    },
    (conversation) => [
      kit.uniqueIndex('conversations_start').on(conversation.visitorId, conversation.startId),
      kit.index('conversations_deadline').on(conversation.deadlineAt).where(sql`deadline_at > 0`),
      kit
        .index('conversations_live')
        .on(conversation.siteId, conversation.state, conversation.queuedAt, conversation.id)
        .where(sql`state <> 'ended'`),
      kit.index('conversations_assignee').on(conversation.assigneeId, conversation.state).where(sql`state <> 'ended'`),
      kit
        .index('conversations_requester')
        .on(conversation.requesterId, conversation.createdAt)
        .where(sql`requester_id <> ''`),
      kit.index('conversations_without_outcome').on(conversation.id).where(sql`state = 'ended' AND outcome = ''`),
      // CV1: a dead end cannot be stored.
      kit.check('conversations_deadline_unless_ended', sql`(state = 'ended') = (deadline_at = 0)`),
      kit.check('conversations_deadline_reason', sql`(deadline_at = 0) = (deadline_reason = '')`),
      kit.check('conversations_outcome_when_ended', sql`(state = 'ended') = (outcome <> '')`),
      kit.check('conversations_active_is_assigned', sql`state <> 'active' OR assignee_id <> ''`),
    ],
  );

  const entries = kit.table(
    'entries',
    {
      id: kit.text('id').$type<EntryId>().primaryKey(),
      conversationId: kit
        .text('conversation_id')
        .$type<ConversationId>()
        .references(() => conversations.id),
      siteId: kit.text('site_id').$type<SiteId>(),
      seq: kit.integer('seq'),
      publicSeq: kit.integer('public_seq'),
      kind: kit.text('kind').$type<row.EntryRow['kind']>(),
      authorKind: kit.text('author_kind').$type<row.EntryRow['authorKind']>(),
      authorId: kit.text('author_id'),
      clientId: kit.text('client_id'),
      body: kit.text('body'),
      data: kit.json<row.JsonObject>('data'),
      position: kit.integer('position'),
      createdAt: kit.integer('created_at'),
    },
    (entry) => [
      kit.uniqueIndex('entries_seq').on(entry.conversationId, entry.seq),
      kit.uniqueIndex('entries_public_seq').on(entry.conversationId, entry.publicSeq).where(sql`public_seq > 0`),
      kit.uniqueIndex('entries_client_id').on(entry.conversationId, entry.clientId).where(sql`client_id <> ''`),
      kit.index('entries_position').on(entry.position),
    ],
  );

  const readMarks = kit.table(
    'read_marks',
    {
      conversationId: kit
        .text('conversation_id')
        .$type<ConversationId>()
        .references(() => conversations.id),
      readerId: kit.text('reader_id'),
      seq: kit.integer('seq'),
    },
    (mark) => [kit.primaryKey({ columns: [mark.conversationId, mark.readerId] })],
  );

  const tickets = defineTickets(
    kit,
    () => sites.id,
    () => conversations.id,
  );

  const events = kit.table(
    'events',
    {
      id: kit.text('id').$type<EventId>().primaryKey(),
      siteId: kit.text('site_id').$type<SiteId | ''>(),
      subjectKind: kit.text('subject_kind').$type<row.EventRow['subjectKind']>(),
      subjectId: kit.text('subject_id'),
      type: kit.text('type'),
      version: kit.integer('version'),
      actorKind: kit.text('actor_kind').$type<row.EventRow['actorKind']>(),
      actorId: kit.text('actor_id'),
      at: kit.integer('at'),
      before: kit.json<row.JsonObject>('before'),
      after: kit.json<row.JsonObject>('after'),
      position: kit.integer('position'),
    },
    (event) => [
      kit.index('events_subject').on(event.subjectKind, event.subjectId, event.position),
      kit.index('events_position').on(event.position),
    ],
  );

  const invitations = kit.table('invitations', {
    id: kit.text('id').$type<InvitationId>().primaryKey(),
    kind: kit.text('kind').$type<row.InvitationKind>(),
    email: kit.text('email'),
    name: kit.text('name'),
    role: kit.text('role').$type<row.InvitationRow['role']>(),
    siteIds: kit.json<row.InvitationRow['siteIds']>('site_ids'),
    tokenHash: kit.text('token_hash').unique(),
    createdBy: kit.text('created_by').$type<AgentId | ''>(),
    createdAt: kit.integer('created_at'),
    expiresAt: kit.integer('expires_at'),
    usedAt: kit.integer('used_at'),
  });

  const files = kit.table(
    'files',
    {
      id: kit.text('id').$type<FileId>().primaryKey(),
      siteId: kit
        .text('site_id')
        .$type<SiteId>()
        .references(() => sites.id),
      conversationId: kit.text('conversation_id').$type<ConversationId | ''>(),
      entryId: kit.text('entry_id').$type<EntryId | ''>(),
      ownerKind: kit.text('owner_kind').$type<row.FileRow['ownerKind']>(),
      ownerId: kit.text('owner_id'),
      storageKey: kit.text('storage_key').unique(),
      state: kit.text('state').$type<row.FileState>(),
      name: kit.text('name'),
      mime: kit.text('mime'),
      sizeBytes: kit.integer('size_bytes'),
      width: kit.integer('width'),
      height: kit.integer('height'),
      createdAt: kit.integer('created_at'),
    },
    (file) => [
      kit.index('files_not_attached').on(file.createdAt, file.id).where(sql`state <> 'attached'`),
      kit.check('files_attached_to_an_entry', sql`state <> 'attached' OR (conversation_id <> '' AND entry_id <> '')`),
    ],
  );

  return {
    counters,
    installation,
    sites,
    groups,
    agents,
    agentSites,
    requesters,
    visitors,
    conversations,
    entries,
    readMarks,
    tickets,
    events,
    invitations,
    files,
    siteSightings: defineSightings(kit),
    ...defineMailTables(kit),
    ...defineKnowledgeTables(kit, () => sites.id),
    ...defineAuthTables(kit),
  };
}

export type Schema = ReturnType<typeof defineSchema>;
