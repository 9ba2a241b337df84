import type { InboxRow } from '../../storage/store.ts';
import type { InboxFacts } from './conversation.ts';
import { presentRequester } from './ticket.ts';

const previewLength = 140;

/** One line, short enough for a row. */
export function previewOf(body: string): string {
  const letters = Array.from(body.replace(/\s+/g, ' ').trim());
  return letters.length <= previewLength ? letters.join('') : `${letters.slice(0, previewLength).join('')}…`;
}

export function inboxFacts(row: InboxRow): InboxFacts {
  return { requester: presentRequester(row), preview: previewOf(row.lastMessage?.body ?? '') };
}
