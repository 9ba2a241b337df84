import type { Requester, TicketSummary } from '@ventanilla/shared/entities/ticket';
import { texts } from '../language.ts';

/** What we call somebody: their name, else their address, else "visitor". */
export function nameOf(requester: Requester): string {
  return requester.name || requester.email || texts.value.inbox.visitor;
}

/** Who has it: an agent, else a group. */
export function responsibleName({ assignee, group }: TicketSummary): string {
  return assignee?.name ?? group?.name ?? texts.value.tickets.unassigned;
}
