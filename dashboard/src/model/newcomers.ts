import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';

/** Who waits since the last look; at the first look nobody is new. */
export function newcomers(
  known: ReadonlySet<string> | null,
  queue: readonly ConversationSummary[],
): readonly ConversationSummary[] {
  return known === null ? [] : queue.filter(({ id }) => !known.has(id));
}
