import type { ConversationRow } from '../../domain/rows.ts';
import type { VisitorCaller } from '../caller.ts';

type Owned = Pick<ConversationRow, 'siteId' | 'visitorId' | 'requesterId'>;

/**
 * A conversation belongs to the browser that began it, and to every browser of the person for whom the site has vouched there:
 * nobody else has it by knowing of it (PR3).
 */
export function owns(caller: VisitorCaller, { siteId, visitorId, requesterId }: Owned): boolean {
  const isTheirs = caller.requesterId !== '' && caller.requesterId === requesterId;
  return caller.siteId === siteId && (caller.visitorId === visitorId || isTheirs);
}
