import type { Rating } from '@ventanilla/shared/vocabulary';
import type { Decision } from '../decision.ts';
import type { ConversationHead } from '../rows.ts';
import { conversationEvent } from './lines.ts';
import type { Actor, Situation } from './situation.ts';

/** Once an agent has answered. It can be changed; history keeps what it was, without the comment's words. */
export function rate(
  head: ConversationHead,
  rating: Rating,
  ratingComment: string,
  visitor: Actor,
  situation: Situation,
): Decision {
  if (head.lastReplySeq === 0) return { ok: false, reason: 'unanswered' };
  return {
    ok: true,
    entries: [],
    patch: { rating, ratingComment },
    events: [conversationEvent('conversation.rated', head, visitor, situation, { rating: head.rating }, { rating })],
  };
}
