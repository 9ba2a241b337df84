import type { TicketFilter } from '@ventanilla/shared/state/ticket-list';
import {
  priorities,
  responsibles,
  ticketOrders,
  ticketReasons,
  ticketStatuses,
  ticketTypes,
  unsolved,
} from '@ventanilla/shared/vocabulary';

/** What an address asks for; what it does not know counts as nothing. */
export function filterOf(query: Record<string, string | undefined>): TicketFilter {
  return {
    status: [...ticketStatuses, unsolved].find((known) => known === query['status']) ?? '',
    responsible: responsibles.find((known) => known === query['responsible']) ?? 'anyone',
    reason: ticketReasons.find((known) => known === query['reason']) ?? '',
    type: ticketTypes.find((known) => known === query['type']) ?? '',
    priority: priorities.find((known) => known === query['priority']) ?? '',
    order: ticketOrders.find((known) => known === query['order']) ?? 'changed',
  };
}
