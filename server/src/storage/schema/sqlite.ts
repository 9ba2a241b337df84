import { defineSchema } from './define.ts';
import { sqliteKit } from './kit.ts';

/** Also exported one by one, because drizzle-kit looks for tables among the exports. */
export const schema = defineSchema(sqliteKit);
export const {
  counters,
  installation,
  sites,
  siteSightings,
  mails,
  ticketLinks,
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
  articles,
  searchMisses,
  authUsers,
  authSessions,
  authAccounts,
  authVerifications,
} = schema;
