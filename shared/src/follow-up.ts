import type { ConversationId } from './ids.ts';

/**
 * TK4. The start id of what comes after a closed conversation: the same for whoever starts it, and on whichever way, so that
 * there is one (DL1).
 */
export function followUpStartId(closed: ConversationId): string {
  return closed.slice(closed.indexOf('_') + 1);
}
