import { fill } from '@ventanilla/shared/i18n/fill';
import { mailEn } from '@ventanilla/shared/i18n/mail/en';
import { type MailName, type MailTexts, mailEs } from '@ventanilla/shared/i18n/mail/es';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { Mail } from './mailer.ts';

const texts: Record<Locale, MailTexts> = { es: mailEs, en: mailEn };

/** One of our mails in the reader's language; `values` fills its slots. A line that names what there is none of is left out. */
export function composeMail(to: string, locale: Locale, name: MailName, values: Record<string, string>): Mail {
  const { subject, text } = texts[locale][name];
  const lines = text.split('\n').filter((line) => values[/: \{(\w+)\}$/.exec(line)?.[1] ?? ''] !== '');
  return { to, subject: fill(subject, values), text: fill(lines.join('\n'), values) };
}
