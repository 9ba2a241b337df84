import { createTransport } from 'nodemailer';

/** One plain-text mail to one person. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Names it wherever it is sent again, so that mail boxes may keep one. */
  id?: string;
}

export interface Mailer {
  /** False while no mail server is configured: then links are handed over by hand and no mail is promised. */
  canSend: boolean;
  /** Resolves when the mail server has taken it; rejects when it has not. */
  send(mail: Mail): Promise<void>;
}

export interface MailerOptions {
  /** `smtp://` or `smtps://` with user and password; '' = no mail. */
  smtpUrl: string;
  mailFrom: string;
}

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

export function createMailer({ smtpUrl, mailFrom }: MailerOptions): Mailer {
  if (smtpUrl === '') return { canSend: false, send: () => Promise.reject(new Error('no mail server is configured')) };
  const transport = createTransport({ url: smtpUrl, disableFileAccess: true, disableUrlAccess: true, ...timeouts });
  return {
    canSend: true,
    async send({ to, subject, text, id }) {
      refuseLineBreaks(to, subject);
      await transport.sendMail({
        from: mailFrom,
        to: { name: '', address: to },
        subject,
        text,
        ...(id && { messageId: `<${id}@${domainOf(mailFrom)}>` }),
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
  };
}

/** Of the sender's address, which may stand in angle brackets after a name. */
function domainOf(mailFrom: string): string {
  return /@([^\s<>]+)/.exec(mailFrom)?.[1] ?? 'localhost';
}

/** A line break in a header field would begin another field. */
function refuseLineBreaks(...fields: string[]): void {
  if (fields.some((field) => /[\r\n]/.test(field))) throw new Error('a header field of a mail has a line break');
}
