import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import { fill } from '@ventanilla/shared/i18n/fill';
import { now } from '../clock.ts';
import { texts } from '../language.ts';
import { dueOf } from '../model/due.ts';
import { lengthWords, shortMoment } from '../time-words.ts';
import { Icon } from './Icon.tsx';
import { nameOf } from './person-name.ts';

/** When a ticket's answer is due, in words; colour only where a hand is needed, and then with a mark as well. */
export function DueMark({ ticket }: { ticket: TicketSummary }) {
  const { tickets: words } = texts.value;
  const due = dueOf(ticket, now.value);
  if (due.kind === 'done') return <span class="faint">{words.done}</span>;
  if (due.kind === 'paused') {
    const text = due.status === 'pending' ? fill(words.paused, { name: nameOf(ticket.requester) }) : words.onHold;
    return (
      <span class="due paused">
        <Icon name="bars" size="small" />
        <span class="one-line">{text}</span>
      </span>
    );
  }
  return (
    <span class={`due ${due.urgency}`}>
      <i class="dot" />
      {dueWords(due.at, due.urgency, now.value)}
    </span>
  );
}

function dueWords(at: number, urgency: 'calm' | 'soon' | 'late', nowMs: number): string {
  const { tickets: words } = texts.value;
  if (urgency === 'late') return fill(words.overdue, { time: lengthWords(nowMs - at) });
  if (urgency === 'soon') return fill(words.dueIn, { time: lengthWords(at - nowMs) });
  return shortMoment(at, nowMs);
}
