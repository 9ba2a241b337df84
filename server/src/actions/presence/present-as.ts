import type { PresentId } from '../../lib/presence.ts';
import type { VisitorCaller } from '../caller.ts';

/** Whoever looks in one browser is here in all that are theirs. */
export function presentAs({ visitorId, requesterId }: Pick<VisitorCaller, 'visitorId' | 'requesterId'>): PresentId[] {
  return requesterId === '' ? [visitorId] : [visitorId, requesterId];
}
