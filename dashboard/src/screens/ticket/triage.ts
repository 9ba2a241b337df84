import type { TicketSummary } from '@ventanilla/shared/entities/ticket';
import { keptFocus } from '../../components/kept-focus.ts';
import { notice } from '../../desk.ts';
import { sentenceOf } from '../../language.ts';
import { type TicketTriage, triageTicket } from '../../tickets.ts';

/** Changes it and says what stood in the way. */
export async function triage(ticket: TicketSummary, change: TicketTriage): Promise<boolean> {
  const keepFocus = keptFocus();
  const answer = await triageTicket(ticket, change);
  notice.value = answer.ok ? '' : sentenceOf(answer.error);
  keepFocus();
  return answer.ok;
}
