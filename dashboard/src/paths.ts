import type { TicketFilter } from '@ventanilla/shared/state/ticket-list';
import type { ArticleFilter } from './articles.ts';

/** The part of the desk that an address belongs to; without one it is the inbox. */
export function sectionOf(path: string): string {
  return path.split('/')[2] || 'inbox';
}

/** Where each screen lives. The server serves all of them with the same page. */
const base = '/dashboard';

export const paths = {
  base,
  inbox: `${base}/inbox`,
  conversation: (id: string) => `${base}/inbox/${id}`,
  tickets: `${base}/tickets`,
  ticketList: ({ responsible, order, ...filter }: TicketFilter) => {
    const query = new URLSearchParams({
      ...Object.fromEntries(Object.entries(filter).filter(([, asked]) => asked !== '')),
      ...(responsible !== 'anyone' && { responsible }),
      ...(order !== 'changed' && { order }),
    }).toString();
    return `${base}/tickets${query && `?${query}`}`;
  },
  ticket: (number: string) => `${base}/tickets/${number}`,
  articles: `${base}/articles`,
  articleList: ({ siteId, locale, state, category }: ArticleFilter) => {
    const query = new URLSearchParams({
      site: siteId,
      language: locale,
      ...(state && { state }),
      ...(category && { topic: category }),
    });
    return `${base}/articles?${query}`;
  },
  article: (id: string) => `${base}/articles/${id}`,
  settings: `${base}/settings`,
  site: (id: string) => `${base}/settings/sites/${id}`,
  newSite: `${base}/settings/sites/new`,
  team: `${base}/settings/team`,
  setup: `${base}/setup`,
  join: `${base}/join`,
  forgot: `${base}/forgot`,
  reset: `${base}/reset`,
};
