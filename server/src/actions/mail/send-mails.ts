import type { Deps } from '../../deps.ts';
import { nextAttemptAt } from '../../domain/mail/try-again.ts';
import type { MailRow, TicketRow } from '../../domain/rows.ts';
import type { ConversationDetail } from '../../storage/store.ts';
import { makeTicketLink } from '../ticket-link/make-ticket-link.ts';
import { composeTicketMail } from './compose-ticket-mail.ts';

const atOnce = 5;
/** Longer than the mail server may take; whoever ended in between, it is tried again. */
const claimMs = 5 * 60_000;
const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
/** How long a mail waits whose address has had its share. */
const fullMs = 15 * 60_000;

/** What is due leaves, or is put off; some at a time. */
export async function sendMails(deps: Deps): Promise<{ hasMore: boolean }> {
  const now = deps.clock.now();
  const mails = await deps.store.mails.claim(now, now + claimMs, atOnce);
  // One after the other, so that each sees what has left before it.
  for (const mail of mails) await sendOne(deps, mail);
  return { hasMore: mails.length === atOnce };
}

async function sendOne(deps: Deps, mail: MailRow): Promise<void> {
  const { store, mailer, clock, log } = deps;
  const told = await isStillTrue(deps, mail);
  if (!told) return store.mails.settle(mail.id, 'dropped');
  const room = await roomFor(deps, mail);
  if (room !== 'now') {
    log.warn({ room }, 'an address has had its mails');
    if (room === 'never') await store.mails.settle(mail.id, 'dropped');
    else await store.mails.postpone(mail.id, clock.now() + fullMs);
    return;
  }
  try {
    const link = await makeTicketLink(deps, mail);
    await mailer.send({ ...composeTicketMail(deps, mail, told, link), id: mail.id });
    await deps.probe('mail:accepted');
    await store.mails.settle(mail.id, 'sent');
  } catch (error) {
    const { code, isFinal } = refusalOf(error);
    const again = isFinal ? 0 : nextAttemptAt(mail, clock.now());
    log.warn({ reason: code, attempts: mail.attempts, isGivenUp: again === 0 }, 'a mail was not sent');
    if (again === 0) await store.mails.settle(mail.id, 'dropped');
    else await store.mails.postpone(mail.id, again);
  }
}

/**
 * However a mail came about (tickets make them, too): an hour has so many for one address, a day four hours' worth; what
 * is more is put off, and after a day left out. Otherwise strangers could have us fill a mail box.
 */
async function roomFor(
  { store, clock, config }: Deps,
  { addressFolded, createdAt }: MailRow,
): Promise<'now' | 'later' | 'never'> {
  const now = clock.now();
  const [ofHour, ofDay] = [
    await store.mails.countSent(addressFolded, now - hourMs),
    await store.mails.countSent(addressFolded, now - dayMs),
  ];
  if (ofHour < config.mailsPerHour && ofDay < 4 * config.mailsPerHour) return 'now';
  return now - createdAt < dayMs ? 'later' : 'never';
}

interface Told {
  ticket: TicketRow;
  conversation: ConversationDetail;
}

/** What a mail was about may have ended meanwhile: another address, or an answer that has been read. */
async function isStillTrue(deps: Deps, mail: MailRow): Promise<Told | null> {
  const conversation = await deps.store.conversations.byId(mail.conversationId);
  const ticket = await deps.store.tickets.byId(mail.ticketId);
  if (!conversation || !ticket) return null;
  if (conversation.address.toLowerCase() !== mail.addressFolded) return null;
  const hasSeen = conversation.visitorReadSeq >= conversation.lastPublicSeq;
  if (mail.kind === 'answered' && (hasSeen || conversation.lastAuthorKind === 'visitor')) return null;
  return { ticket, conversation };
}

/** Only the code is told: the sentence of a mail server repeats the address. 5xx: it will never have it. */
function refusalOf(error: unknown): { code: string; isFinal: boolean } {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const isRefusal = typeof responseCode === 'number' && responseCode >= 500 && code === 'EENVELOPE';
  return { code: typeof code === 'string' ? code : 'unknown', isFinal: isRefusal };
}
