import { limits } from '@ventanilla/shared/limits';
import { rankOf } from '@ventanilla/shared/priority';
import { type TicketOrder, unsolved, unsolvedStatuses } from '@ventanilla/shared/vocabulary';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { TicketDetail, TicketFilter } from '../../storage/store.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { readCursor, writeCursor } from '../list-cursor.ts';

export interface TicketsPage {
  tickets: TicketDetail[];
  /** Hand it back as `after`; '' when this was the last page. */
  next: string;
  /** Events after it are not in here yet (DL9). */
  position: number;
}

/** Latest change first, or what is most urgent, by keyset. */
export async function listTickets(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'ticket:list'>,
): Promise<TicketsPage> {
  const filter: TicketFilter = { siteIds: caller.siteIds, order: data.order, limit: limits.listPage };
  if (data.status) filter.statuses = data.status === unsolved ? unsolvedStatuses : [data.status];
  if (data.responsible !== 'anyone') filter.assigneeId = data.responsible === 'me' ? caller.agentId : '';
  if (data.reason) filter.reason = data.reason;
  if (data.type) filter.type = data.type;
  if (data.priority) filter.priority = rankOf(data.priority);
  if (data.after !== '') filter.before = readPlace(data.order, data.after);
  const position = await deps.store.events.currentPosition();
  const tickets = await deps.store.tickets.list(filter);
  return { tickets, next: writePlace(data.order, tickets), position };
}

/** By priority a place begins with its rank: `3.1764065400000.tkt_…`. */
function writePlace(order: TicketOrder, tickets: readonly TicketDetail[]): string {
  const cursor = writeCursor(tickets, limits.listPage);
  return order === 'priority' && cursor !== '' ? `${tickets.at(-1)?.priority}.${cursor}` : cursor;
}

function readPlace(order: TicketOrder, text: string): NonNullable<TicketFilter['before']> {
  if (order !== 'priority') return readCursor('ticket', text);
  const [rank = '', rest = ''] = text.split(/\.(.*)/);
  if (!/^[1-4]$/.test(rank)) throw new AppError('invalid', { field: 'after' });
  return { ...readCursor('ticket', rest), priority: Number(rank) };
}
