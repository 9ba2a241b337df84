import type { SiteId, VisitorId } from '@ventanilla/shared/ids';

/** Who hears what: a visitor all of their tabs, an agent everything of their sites. */
export const visitorRoom = (id: VisitorId) => `visitor:${id}`;
export const siteRoom = (id: SiteId) => `site:${id}`;

/** A reload is not an absence: a closed connection counts this much longer, ms. */
export const lingerMs = 5_000;
