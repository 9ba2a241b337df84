import { limits } from '@ventanilla/shared/limits';
import { unsolved, unsolvedStatuses } from '@ventanilla/shared/vocabulary';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { TicketDetail, TicketFilter } from '../../storage/store.ts';
import type { AgentCaller } from '../caller.ts';
import { readCursor, writeCursor } from '../list-cursor.ts';

export interface TicketsPage {
  tickets: TicketDetail[];
  /** Hand it back as `after`; '' when this was the last page. */
  next: string;
  /** Events after it are not in here yet (DL9). */
  position: number;
}

/** Latest change first, by keyset. */
export async function listTickets(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'ticket:list'>,
): Promise<TicketsPage> {
  const filter: TicketFilter = { siteIds: caller.siteIds, limit: limits.listPage };
  if (data.status) filter.statuses = data.status === unsolved ? unsolvedStatuses : [data.status];
  if (data.responsible !== 'anyone') filter.assigneeId = data.responsible === 'me' ? caller.agentId : '';
  if (data.reason) filter.reason = data.reason;
  if (data.after !== '') filter.before = readCursor('ticket', data.after);
  const position = await deps.store.events.currentPosition();
  const tickets = await deps.store.tickets.list(filter);
  return { tickets, next: writeCursor(tickets, limits.listPage), position };
}
