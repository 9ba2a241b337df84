import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  /** As it came over the wire, headers included. */
  raw: string;
  /** The text, decoded. */
  text: string;
  header(name: string): string;
}

export interface MailSink {
  /** For `VENTANILLA_SMTP_URL`. */
  url: string;
  received: ReceivedMail[];
  /** The first mail to this address whose text or subject has these words, past or future. */
  next(to: string, words?: string): Promise<ReceivedMail>;
  /** What it answers to each mail from now on: an SMTP code such as 451 or 550, or nothing, and it takes them. */
  refuseWith(code: number | undefined): void;
  /** How often somebody tried to hand over a mail. */
  attempts(): number;
  close(): Promise<void>;
}

/** A mail server on loopback that keeps what it is given. */
export async function openMailSink(port = 0): Promise<MailSink> {
  const received: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  let refusal: number | undefined;
  let attempts = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      attempts += 1;
      done(refusal === undefined ? null : Object.assign(new Error('not now'), { responseCode: refusal }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(
          readMail(
            session.envelope.rcptTo.map(({ address }) => address),
            Buffer.concat(chunks).toString('utf8'),
          ),
        );
        for (const check of waiting) check();
        done();
      });
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const { port: chosen } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${chosen}`,
    received,
    next: (to, words = '') =>
      new Promise((resolve) => {
        function check() {
          const found = received.find(
            (mail) => mail.to.includes(to) && (mail.text.includes(words) || mail.header('subject').includes(words)),
          );
          if (!found) return;
          waiting.delete(check);
          resolve(found);
        }
        waiting.add(check);
        check();
      }),
    refuseWith(code) {
      refusal = code;
    },
    attempts: () => attempts,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function readMail(to: string[], raw: string): ReceivedMail {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => decodedWords(new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '');
  return { to, raw, text: decodedBody(raw.slice(end + 4), header('content-transfer-encoding')), header };
}

function decodedBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? decodedQuoted(body.replace(/=\r\n/g, '')) : body;
}

/** RFC 2047, as far as our own mails need it. */
function decodedWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_whole, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : decodedQuoted(text.replaceAll('_', ' ')),
    );
}

function decodedQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
