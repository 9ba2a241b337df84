import type { VisitorTicket } from '../../../entities/ticket.ts';
import type { TicketTexts } from './texts.ts';

/** TK3: who has it, with a slot for the name where there is one. */
export function holderWords(
  { responsible, isPerson }: Pick<VisitorTicket, 'responsible' | 'isPerson'>,
  texts: Pick<TicketTexts, 'holder' | 'holderGroup' | 'holderTeam'>,
): string {
  if (isPerson) return texts.holder;
  return responsible === '' ? texts.holderTeam : texts.holderGroup;
}
