import { idPattern, type TicketId } from '@ventanilla/shared/ids';
import { limits } from '@ventanilla/shared/limits';
import { unsolved, unsolvedStatuses } from '@ventanilla/shared/vocabulary';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { TicketDetail, TicketFilter } from '../../storage/store.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';

export interface TicketsPage {
  tickets: TicketDetail[];
  /** Hand it back as `after`; '' when this was the last page. */
  next: string;
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
  if (data.after !== '') filter.before = readCursor(data.after);
  const tickets = await deps.store.tickets.list(filter);
  const last = tickets.at(-1);
  return { tickets, next: last && tickets.length === limits.listPage ? `${last.updatedAt}.${last.id}` : '' };
}

const ticketPattern = idPattern('ticket');

function readCursor(text: string): { updatedAt: number; id: TicketId } {
  const [digits = '', id = ''] = text.split('.');
  if (!/^\d{1,15}$/.test(digits) || !ticketPattern.test(id)) throw new AppError('invalid', { field: 'after' });
  return { updatedAt: Number(digits), id: id as TicketId };
}
