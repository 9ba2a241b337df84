import type { Logger } from './logger.ts';
import type { Mail, Mailer } from './mailer.ts';

/** Hands a mail over without making anybody wait for the mail server. */
export function sendLater(mailer: Mailer, log: Logger, mail: Mail): void {
  if (!mailer.canSend) return;
  mailer.send(mail).catch((error: unknown) => log.warn({ reason: reasonOf(error) }, 'a mail was not sent'));
}

/** Only the code: the sentence of a mail server repeats the address. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
