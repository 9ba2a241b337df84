import type { TicketId } from '@ventanilla/shared/ids';
import { type Locale, locales } from '@ventanilla/shared/vocabulary';
import type { Situation } from '../conversation/situation.ts';
import type { NewMail } from '../decision.ts';
import type { ConversationHead, SiteRow } from '../rows.ts';

/** Answers in a row are told of in one mail, ms. */
export const answersSettleMs = 2 * 60_000;

type Addressed = Pick<ConversationHead, 'address' | 'context'>;

/** TK3. The number, who has it and by when, to whoever has said where; told once for each address. */
export function receivedMail(head: Addressed, ticketId: TicketId, situation: Situation): NewMail[] {
  return mailOf('received', head, ticketId, situation, situation.now);
}

/** An answer that its reader is not there to see. */
export function answeredMail(head: Addressed, ticketId: TicketId, situation: Situation): NewMail[] {
  if (situation.isVisitorHere) return [];
  return mailOf('answered', head, ticketId, situation, situation.now + answersSettleMs);
}

function mailOf(
  kind: NewMail['kind'],
  { address, context }: Addressed,
  ticketId: TicketId,
  { canMail, newId, now, site }: Situation,
  dueAt: number,
): NewMail[] {
  if (address === '' || !canMail) return [];
  return [{ id: newId('mail'), kind, ticketId, address, locale: localeOf(context, site), dueAt, createdAt: now }];
}

/** The language of the window in which it began, else the browser's, else the site's. */
export function localeOf(context: ConversationHead['context'], site: Pick<SiteRow, 'locale'>): Locale {
  const said = [
    context.locale,
    String(context.language ?? '')
      .slice(0, 2)
      .toLowerCase(),
  ];
  return locales.find((locale) => locale === said[0]) ?? locales.find((locale) => locale === said[1]) ?? site.locale;
}
