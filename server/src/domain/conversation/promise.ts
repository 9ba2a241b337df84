import type { TicketStatus } from '@ventanilla/shared/vocabulary';
import type { ConversationHead, TicketRow } from '../rows.ts';
import { addOpenMinutes } from '../sla/opening.ts';
import type { Actor, Situation } from './situation.ts';

/** An answer that is asked for at `from`, counted in opening hours. */
function answerBy(from: number, { site }: Situation): number {
  return addOpenMinutes(site, from, site.firstReplyMinutes);
}

/** TK3. When to expect the first answer: from the first word while nobody has answered, else from now. */
export function expectedAt(head: Pick<ConversationHead, 'lastReplySeq' | 'createdAt'>, situation: Situation): number {
  return answerBy(head.lastReplySeq === 0 ? head.createdAt : situation.now, situation);
}

/** Nobody owes an answer: the requester's turn, or over. */
const restful: readonly TicketStatus[] = ['pending', 'solved', 'closed'];

/**
 * TK3. The `dueAt` of a ticket that now has this status: none while no answer is owed; a running promise is never pushed
 * back; and who writes again is promised an answer again, counted from now. `lastWord`: who has it.
 */
export function dueIn(
  status: TicketStatus,
  { dueAt }: Pick<TicketRow, 'dueAt'>,
  lastWord: Actor['kind'] | '',
  situation: Situation,
): number {
  if (restful.includes(status)) return 0;
  if (dueAt > 0) return dueAt;
  return lastWord === 'visitor' ? answerBy(situation.now, situation) : 0;
}
