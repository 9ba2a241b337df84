import type { Model } from './model.ts';

/** Messages of people at the desk that this visitor has not seen. */
export function unreadCount({ conversations, threads }: Model): number {
  return conversations.reduce((sum, { id, readSeq }) => {
    const entries = threads[id]?.entries ?? [];
    return (
      sum +
      entries.filter(({ kind, authorKind, seq }) => kind === 'message' && authorKind === 'agent' && seq > readSeq)
        .length
    );
  }, 0);
}
