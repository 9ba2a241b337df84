import { fill } from '@ventanilla/shared/i18n/fill';
import { mailEn } from '@ventanilla/shared/i18n/mail/en';
import { type MailName, type MailTexts, mailEs } from '@ventanilla/shared/i18n/mail/es';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { Mail } from './mailer.ts';

const texts: Record<Locale, MailTexts> = { es: mailEs, en: mailEn };

/** One of our mails in the reader's language; `values` fills its slots. */
export function composeMail(to: string, locale: Locale, name: MailName, values: Record<string, string>): Mail {
  const { subject, text } = texts[locale][name];
  return { to, subject: fill(subject, values), text: fill(text, values) };
}
