import { setTimeout } from 'node:timers/promises';
import type { MailSink } from '@ventanilla/server/lib/mail-sink-for-tests';
import type { ConversationId } from '@ventanilla/shared/ids';
import { limits } from '@ventanilla/shared/limits';
import type { Locale } from '@ventanilla/shared/vocabulary';
import { newClientId } from '../../fixtures/desk.ts';
import { openTimedDesk, type TimedDesk } from '../../fixtures/timed-desk.ts';

interface Closed {
  conversationId: ConversationId;
  number: string;
  /** As it stood in its mail. */
  link: string;
}

/** A desk a week later: what was solved is closed. */
export interface LongAgo {
  desk: TimedDesk;
  /** Nobody has written since. */
  closed: Record<Locale, Closed>;
  /** What goes on from another closed one. */
  followUp: string;
}

const asked = { es: 'El wifi no llega al dormitorio', en: 'The wifi does not reach the bedroom' };
const answered = {
  es: 'Te enviamos un repetidor. ¿Llega ahora la señal?',
  en: 'We have sent you a repeater. Does the signal arrive now?',
};
const again = { es: 'El repetidor se apaga solo por las noches', en: 'The repeater turns itself off at night' };

/** Asks, leaves an address, is answered; then it is solved. */
async function solved(desk: TimedDesk, mailbox: MailSink, locale: Locale) {
  const visitor = await desk.visitor();
  const body = asked[locale];
  const start = { startId: newClientId(), clientId: newClientId(), body, locale, context: {} } as const;
  const conversationId = (await visitor.call('conversation:start', start)).conversation.id;
  const address = `lucia.${newClientId().slice(-4)}@example.com`;
  await visitor.call('address:give', { conversationId, address });
  const { text } = await mailbox.next(address);
  await desk.reply(conversationId, answered[locale]);
  const { ticket } = await desk.call('ticket:setStatus', { conversationId, status: 'solved' });
  return { visitor, conversationId, number: ticket.number, link: /http\S+\/t#\S+/.exec(text)?.[0] ?? '' };
}

/** A week passes: everything that is solved there closes. */
export async function aWeekLater(desk: TimedDesk, number: string): Promise<void> {
  desk.passTime(limits.closeAfterMs);
  const status = async () => (await desk.call('ticket:open', { number })).ticket.status;
  while ((await status()) !== 'closed') await setTimeout(100);
}

export async function openLongAgo(settings: Record<string, string>, mailbox: MailSink): Promise<LongAgo> {
  const desk = await openTimedDesk({ ...settings, VENTANILLA_SMTP_URL: mailbox.url });
  await desk.changeSite({ name: 'Alameda Fibra' });
  const [es, en] = [await solved(desk, mailbox, 'es'), await solved(desk, mailbox, 'en')];
  const { visitor, conversationId, number } = await solved(desk, mailbox, 'es');
  await aWeekLater(desk, number);
  const sent = await visitor.call('message:send', { conversationId, clientId: newClientId(), body: again.es });
  return { desk, closed: { es, en }, followUp: sent.conversation.ticket?.number ?? '' };
}
