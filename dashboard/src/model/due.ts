import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import type { Urgency } from './waiting.ts';

/** What the due column says: a moment that counts, a pause, or no answer that is owed. */
export type Due =
  | { kind: 'moment'; at: number; urgency: Urgency }
  | { kind: 'paused'; status: 'pending' | 'onHold' }
  | { kind: 'done' };

const soonMs = 2 * 60 * 60 * 1000;

export function dueOf(ticket: TicketSummary, nowMs: number): Due {
  if (ticket.status === 'solved' || ticket.status === 'closed') return { kind: 'done' };
  if (ticket.status === 'pending' || ticket.status === 'onHold') return { kind: 'paused', status: ticket.status };
  if (ticket.dueAt === 0) return { kind: 'done' };
  const left = ticket.dueAt - nowMs;
  return { kind: 'moment', at: ticket.dueAt, urgency: left < 0 ? 'late' : left < soonMs ? 'soon' : 'calm' };
}
