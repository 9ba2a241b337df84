import { filesIn } from '../../domain/file/file-ref.ts';
import type { EntryRow } from '../../domain/rows.ts';
import type { InboxRow } from '../../storage/store.ts';
import type { InboxFacts } from './conversation.ts';
import { presentRequester } from './ticket.ts';

const previewLength = 140;

/** One line, short enough for a row; where there are no words, the first file's name. */
export function previewOf({ body, data }: Pick<EntryRow, 'body' | 'data'>): string {
  const said = body.trim() === '' ? (filesIn(data)[0]?.name ?? '') : body;
  const letters = Array.from(said.replace(/\s+/g, ' ').trim());
  return letters.length <= previewLength ? letters.join('') : `${letters.slice(0, previewLength).join('')}…`;
}

export function inboxFacts(row: InboxRow): InboxFacts {
  return { requester: presentRequester(row), preview: row.lastMessage ? previewOf(row.lastMessage) : '' };
}
