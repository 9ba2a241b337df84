import type { RequesterId, SiteId, VisitorId } from '@ventanilla/shared/ids';

/**
 * Who hears what: a visitor all of their tabs, a person for whom the site has vouched all of their browsers, an agent everything
 * of their sites.
 */
export function visitorRooms({
  visitorId,
  requesterId,
}: {
  visitorId: VisitorId;
  requesterId: RequesterId | '';
}): string[] {
  const visitor = `visitor:${visitorId}`;
  return requesterId === '' ? [visitor] : [visitor, `requester:${requesterId}`];
}
export const siteRoom = (id: SiteId) => `site:${id}`;

/** A reload is not an absence: a closed connection counts this much longer, ms. */
export const lingerMs = 5_000;
