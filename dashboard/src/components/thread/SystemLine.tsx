import type { AgentEntry } from '@ventanilla/shared/entities/entry';
import type { SystemLine as Line } from '@ventanilla/shared/vocabulary';
import { texts } from '../../language.ts';
import { clockTime } from '../../time-words.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { Sentence } from '../Sentence.tsx';

const icons: Record<Line, IconName> = {
  taken: 'user',
  handed_over: 'user',
  returned_to_queue: 'inbox',
  ticketed: 'ticket',
  ended: 'check',
  reopened: 'refresh',
  status_changed: 'ticket',
  visitor_blocked: 'lock',
  visitor_unblocked: 'refresh',
};

/** What happened, as a sentence in the reader's language; a line we do not know yet is said neutrally. */
export function SystemLine({ entry }: { entry: AgentEntry }) {
  const { system } = entry;
  const words = texts.value;
  return (
    <p class="happened">
      <Icon name={(system && icons[system.line]) ?? 'info'} />
      <span>
        <Sentence
          text={sentenceFor(entry)}
          values={{
            agent: <b>{system?.agentName}</b>,
            toAgent: <b>{system?.toAgentName}</b>,
            ticket: <b>{system?.ticketNumber}</b>,
            reason: system?.reason && `${words.reason[system.reason]}.`,
            outcome: system?.outcome && words.outcome[system.outcome],
            blockReason:
              system?.blockReason && words.conversation.discardReason[system.blockReason].toLocaleLowerCase(),
            status: system?.status && <b>{words.status[system.status]}</b>,
          }}
        />
        {' · '}
        <time dateTime={new Date(entry.createdAt).toISOString()}>{clockTime(entry.createdAt)}</time>
      </span>
    </p>
  );
}

function sentenceFor({ kind, system }: AgentEntry): string {
  const { line, redacted } = texts.value.conversation;
  if (kind === 'redaction') return redacted;
  if (!system || !(system.line in line)) return line.unknown;
  if (!system.agentName) return line[system.line];
  const byAgent: Partial<Record<Line, string>> = {
    returned_to_queue: line.returned_to_queue_by,
    ticketed: line.ticketed_by,
    status_changed: line.status_changed_by,
  };
  return byAgent[system.line] ?? line[system.line];
}
