import type { Talk } from './timeline.ts';

/** What is asked of a visitor when it is over: whether it is solved, how it was, or nothing. */
export type Closing = 'solved' | 'rating' | '';

/** Whoever has rated, or has ended it themselves by saying that it is solved, is not asked whether it is. */
export function closingOf({ conversation, thread }: Talk): Closing {
  if (!conversation) return '';
  const { state, outcome, ticket, rating } = conversation;
  const isOver = ticket ? ticket.status === 'solved' : state === 'ended' && outcome === 'answered';
  const wasAnswered = thread.entries.some(({ kind, authorKind }) => kind === 'message' && authorKind === 'agent');
  if (rating !== '' && (isOver || ticket?.status === 'closed')) return 'rating';
  if (!isOver) return '';
  const ending = thread.entries.findLast(({ system }) => system?.line === 'ended' || system?.line === 'status_changed');
  // In whichever of their browsers.
  return ending?.authorId.startsWith('vis_') && wasAnswered ? 'rating' : 'solved';
}
