import type { Model } from '../model/model.ts';
import { unreadCount } from '../model/unread.ts';
import type { Events } from '../npm/types.ts';

type FromModel = Omit<Events, 'ready' | 'open' | 'close'>;
export type PageEvent = { [E in keyof FromModel]: [name: E, detail: FromModel[E]] }[keyof FromModel];

/** What the page's own scripts hear (`on`) when the model goes from one state to the next. */
export function pageEvents(before: Model, after: Model): PageEvent[] {
  const events: PageEvent[] = [];
  const begun = Object.values(after.started).slice(Object.keys(before.started).length);
  for (const conversationId of begun) events.push(['conversationStarted', { conversationId }]);
  for (const { id, ticket, rating } of after.conversations) {
    const known = before.conversations.find((one) => one.id === id);
    // Not what the first list tells of: that is old.
    const isNews = known ?? (before.isListed || begun.includes(id));
    if (ticket && isNews && !known?.ticket) events.push(['ticketCreated', { number: ticket.number }]);
    if (rating && known && known.rating !== rating) events.push(['rated', { conversationId: id, rating }]);
  }
  const unread = unreadCount(after);
  const more = unread - unreadCount(before);
  if (more > 0) events.push(['messageReceived', undefined]);
  if (more !== 0) events.push(['unread', unread]);
  return events;
}
