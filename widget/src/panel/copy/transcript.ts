import type { Entry } from '@ventanilla/shared/entities/entry';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { PartScene } from '../parts.ts';
import type { sentenceOf } from '../talk/SystemLine.tsx';
import type { Talk } from '../talk/timeline.ts';

type Reader = Pick<PartScene<'copy'>, 'texts' | 'times' | 'siteName' | 'now'> & { sentenceOf: typeof sentenceOf };

/**
 * A conversation as plain text in its reader's language and zone. It is made of what their window shows, so of nothing else
 * than what they may see (CV5).
 */
export function transcript({ conversation, thread }: Talk, reader: Reader): string {
  const { texts, times, siteName, now } = reader;
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  const moment = new Intl.DateTimeFormat(times.language, { dateStyle: 'long', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(times.language, { dateStyle: 'full' });
  const ticket = conversation?.ticket;
  const head = [
    fill(texts.title, { site: siteName }),
    conversation?.subject,
    ticket && `${fill(texts.ticketName, { number: ticket.number })} · ${texts.ticketStatus[ticket.status]}`,
    fill(texts.asOf, { when: moment.format(now), zone }),
  ];
  const lines: string[] = [];
  let shownDay = '';
  for (const entry of thread.entries) {
    const words = wordsOf(entry, reader);
    if (words === '') continue;
    const { createdAt } = entry;
    if (times.dayOf(createdAt) !== shownDay) lines.push('', day.format(createdAt), '');
    shownDay = times.dayOf(createdAt);
    lines.push(`${times.time(createdAt)}  ${words}`);
  }
  return [...head.filter(Boolean), ...lines, ''].join('\n');
}

/** '' for an entry that this version does not know. */
function wordsOf(entry: Entry, { texts, sentenceOf }: Reader): string {
  const { kind, authorKind, authorName, body, files } = entry;
  if (kind !== 'message') {
    const sentence = sentenceOf({ entry, texts });
    return sentence ? `— ${sentence}` : '';
  }
  const said = [body, ...files.map(({ name }) => fill(texts.file, { name }))].filter((one) => one !== '');
  // Further lines are set in: none of them can pass for a line of somebody else.
  return `${authorKind === 'visitor' ? texts.you : authorName}: ${said.join('\n').replace(/\r?\n|[\r\u2028\u2029]/g, '\n       ')}`;
}
