import { unnamedGroup } from '@ventanilla/shared/i18n/first-names';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { Deps } from '../../deps.ts';
import { responsibleOf, ticketNumber } from '../../directory.ts';
import { quoted } from '../../domain/mail/quoted.ts';
import type { MailRow, TicketRow } from '../../domain/rows.ts';
import { composeMail } from '../../lib/compose-mail.ts';
import type { Mail } from '../../lib/mailer.ts';
import type { ConversationDetail } from '../../storage/store.ts';

const names = { received: 'ticketReceived', answered: 'ticketAnswered', link: 'ticketLink' } as const;

interface Told {
  ticket: TicketRow;
  conversation: ConversationDetail;
}

/** The words of a mail about a ticket, as things stand when it leaves. Nothing of what was answered is in it. */
export function composeTicketMail(deps: Deps, mail: MailRow, { ticket, conversation }: Told, link: string): Mail {
  const { directory } = deps;
  const site = directory.site(ticket.siteId);
  const zones = [site?.timeZone ?? 'UTC', String(conversation.context.timeZone ?? '')];
  return composeMail(mail.address, mail.locale, names[mail.kind], {
    number: ticketNumber(directory, ticket.number),
    site: site?.name ?? '',
    subject: quoted(ticket.subject),
    responsible: responsibleOf(directory, ticket).name || unnamedGroup[mail.locale],
    due: ticket.dueAt === 0 ? '' : momentIn(ticket.dueAt, mail.locale, zones),
    link,
  });
}

/** In the site's zone, and where the reader's clock shows another time, in theirs as well. */
function momentIn(at: number, locale: Locale, zones: readonly string[]): string {
  const written = zones.filter(isZone).map((timeZone) => inZone(at, locale, timeZone));
  return [...new Map(written.map((one) => [one.clock, one.text])).values()].join(' · ');
}

function inZone(at: number, locale: Locale, timeZone: string): { clock: string; text: string } {
  const clock = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at);
  return { clock, text: `${clock} (${timeZone.split('/').at(-1)?.replaceAll('_', ' ')})` };
}

/** What a browser says of its zone may be anything. */
function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '' && timeZone !== '';
  } catch {
    return false;
  }
}
