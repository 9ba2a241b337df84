import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import type { SettableStatus } from '@ventanilla/shared/vocabulary';
import { holderOf, isWritable } from '../../model/inbox-sections.ts';

/** What can be done with a conversation, or with the ticket that it has become, as it is now. */
export interface PossibleActs {
  take: boolean;
  createTicket: boolean;
  handOver: boolean;
  resolve: boolean;
  reopen: boolean;
  discard: boolean;
  restore: boolean;
  /** Nothing more is taken from its visitor; or again. */
  block: boolean;
  unblock: boolean;
  /** TK4: what its ticket may be made to wait for. */
  wait: SettableStatus[];
}

export function possibleActs(conversation: ConversationSummary): PossibleActs {
  const { state, outcome, ticket } = conversation;
  const isGoingOn = isWritable(conversation) && ticket?.status !== 'solved';
  const isQueued = state === 'queued';
  return {
    take: isQueued || (isGoingOn && ticket !== null && holderOf(conversation) === null),
    createTicket: ticket === null && state !== 'ended',
    handOver: isGoingOn && !isQueued,
    resolve: isGoingOn && !isQueued,
    reopen: ticket?.status === 'solved',
    discard: ticket === null && outcome !== 'discarded',
    restore: outcome === 'discarded',
    block: !conversation.isBlocked,
    unblock: conversation.isBlocked,
    wait: ticket && isGoingOn ? waits.filter((status) => status !== ticket.status) : [],
  };
}

const waits: readonly SettableStatus[] = ['open', 'pending', 'onHold'];
