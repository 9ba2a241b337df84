import { type SQL, sql } from 'drizzle-orm';
import type { Schema } from '../schema/define.ts';

/**
 * The conditions of the partial indexes, word for word: a parameter in their place would hide them from the planner, and
 * the query would read the whole table.
 */
export function indexConditions({ conversations, tickets, entries, files, articles, mails }: Schema) {
  return {
    hasDeadline: sql`${conversations.deadlineAt} > 0`,
    hasNotEnded: sql`${conversations.state} <> 'ended'`,
    hasEndedWithoutOutcome: sql`${conversations.state} = 'ended' AND ${conversations.outcome} = ''`,
    hasRequester: sql`${conversations.requesterId} <> ''`,
    isOpenTicket: sql`${tickets.status} <> 'closed'`,
    isSolvedTicket: sql`${tickets.status} = 'solved'`,
    isFollowUp: sql`${tickets.followsNumber} > 0`,
    isNotAttached: sql`${files.state} <> 'attached'`,
    isRevised: sql`${articles.revision} > 0`,
    isWaitingMail: sql`${mails.state} = 'waiting'`,
    isSettledMail: sql`${mails.state} <> 'waiting'`,
    isPublic: sql`${entries.publicSeq} > 0`,
  } satisfies Record<string, SQL>;
}
