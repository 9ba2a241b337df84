import type { Model } from '../model/model.ts';
import { unreadCount } from '../model/unread.ts';

export type PageEvent = [name: 'unread' | 'conversationStarted' | 'messageReceived' | 'ticketCreated', detail: unknown];

/** What the page's own scripts hear (`on`) when the model goes from one state to the next. */
export function pageEvents(before: Model, after: Model): PageEvent[] {
  const events: PageEvent[] = [];
  const unread = unreadCount(after);
  const known = new Map(before.conversations.map((one) => [one.id, one]));
  for (const id of Object.values(after.started)) {
    if (!Object.values(before.started).includes(id)) events.push(['conversationStarted', { conversationId: id }]);
  }
  for (const { id, ticket } of after.conversations) {
    if (ticket && known.has(id) && !known.get(id)?.ticket) events.push(['ticketCreated', { number: ticket.number }]);
  }
  if (unread > unreadCount(before)) events.push(['messageReceived', {}]);
  if (unread !== unreadCount(before)) events.push(['unread', unread]);
  return events;
}
