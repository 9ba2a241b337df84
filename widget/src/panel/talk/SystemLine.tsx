import type { Entry } from '@ventanilla/shared/entities/entry';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { PartScene } from '../parts.ts';

/** What happened, in the reader's language. A line this version does not know is left out. */
export function SystemLine({ entry: { system }, texts }: PartScene<'talk'> & { entry: Entry }) {
  const line = system?.outcome === 'withdrawn' ? 'withdrawn' : system?.line;
  const sentence = system && line && texts.line[line];
  if (!sentence) return null;
  const { agentName, toAgentName, ticketNumber, status } = system;
  return (
    <p class="line">
      {fill(sentence, {
        agent: agentName,
        toAgent: toAgentName,
        ticket: ticketNumber,
        status: status && texts.ticketStatus[status],
      })}
    </p>
  );
}
