import type { DeadlineReason } from '@ventanilla/shared/vocabulary';
import type { ConversationHead, SiteRow } from '../rows.ts';
import type { Situation } from './situation.ts';

export interface Deadline {
  deadlineAt: number;
  deadlineReason: DeadlineReason;
}

/** CV1. How long each kind of waiting may last on this site, ms. */
function patience(site: SiteRow, reason: DeadlineReason): number {
  switch (reason) {
    case 'pick_up':
    case 'pick_up_after_loss':
      return site.pickUpMs;
    case 'agent_grace':
      return site.graceMs;
    case 'agent_reply':
      return site.replyMs;
    case 'visitor_return':
      return site.visitorReturnMs;
    case 'idle':
      return site.idleMs;
  }
}

export function deadlineFor(reason: DeadlineReason, situation: Situation): Deadline {
  return { deadlineAt: situation.now + patience(situation.site, reason), deadlineReason: reason };
}

export const noDeadline = { deadlineAt: 0, deadlineReason: '' } as const;

/** CV1. What an active conversation waits for, by who spoke last and who is there. */
export function activeReason(
  head: Pick<ConversationHead, 'lastAuthorKind' | 'assigneeId'>,
  situation: Situation,
): DeadlineReason {
  if (head.assigneeId !== '' && !situation.isAgentOnline(head.assigneeId)) return 'agent_grace';
  if (head.lastAuthorKind !== 'visitor') return 'idle';
  return situation.isVisitorHere ? 'agent_reply' : 'visitor_return';
}

/** The deadline after something changed: one that already runs for the same reason is never pushed back. */
export function keepOrStart(head: ConversationHead, reason: DeadlineReason, situation: Situation): Deadline {
  if (head.deadlineReason === reason && head.deadlineAt > 0)
    return { deadlineAt: head.deadlineAt, deadlineReason: reason };
  return deadlineFor(reason, situation);
}
