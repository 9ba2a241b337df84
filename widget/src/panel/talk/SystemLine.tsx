import type { Entry } from '@ventanilla/shared/entities/entry';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { PartScene } from '../parts.ts';

type SystemLineProps = Pick<PartScene<'talk'>, 'texts'> & { entry: Entry };

/** What happened, in the reader's language; undefined for a line this version does not know. */
export function sentenceOf({ entry: { system }, texts }: SystemLineProps): string | undefined {
  const line = system?.outcome === 'withdrawn' ? 'withdrawn' : system?.line;
  const sentence = system && line && texts.line[line];
  if (!sentence) return undefined;
  const { agentName, toAgentName, ticketNumber, status } = system;
  return fill(sentence, {
    agent: agentName,
    toAgent: toAgentName,
    ticket: ticketNumber,
    status: status && texts.ticketStatus[status],
  });
}

export function SystemLine(line: SystemLineProps) {
  const sentence = sentenceOf(line);
  return sentence ? <p class="line">{sentence}</p> : null;
}
