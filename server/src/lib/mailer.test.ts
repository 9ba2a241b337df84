import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { composeMail } from './compose-mail.ts';
import { createMailer } from './mailer.ts';

const mailFrom = 'Ventanilla <desk@example.com>';
let server: SMTPServer | undefined;

/** A mail server on loopback that keeps what it is given. */
async function receiveMails() {
  const received: { to: string[]; text: string }[] = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        received.push({ to, text: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return { received, url: `smtp://127.0.0.1:${port}` };
}

afterEach(async () => {
  const closing = server;
  server = undefined;
  if (closing) await new Promise<void>((resolve) => closing.close(() => resolve()));
});

describe('with a mail server', () => {
  it('delivers a plain text in the language of its reader', async () => {
    const { received, url } = await receiveMails();
    const mailer = createMailer({ smtpUrl: url, mailFrom });
    const link = 'https://help.example.com/dashboard/join#abc';
    const values = { inviter: 'Núria', name: 'Lucía', publicUrl: 'https://help.example.com', link };
    await mailer.send(composeMail('lucia@example.com', 'es', 'invitation', values));
    expect(mailer.canSend).toBe(true);
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(['lucia@example.com']);
    expect(received[0]?.text).toContain('To: lucia@example.com');
    expect(received[0]?.text).toContain('Auto-Submitted: auto-generated');
    expect(received[0]?.text).toContain('Content-Type: text/plain');
    expect(received[0]?.text).not.toContain('text/html');
  });

  it.each([
    { to: 'lucia@example.com\r\nBcc: all@example.com', subject: 'Hi' },
    { to: 'lucia@example.com', subject: 'Hi\nBcc: all@example.com' },
    { to: 'lucia@example.com', subject: 'Hi\rBcc: all@example.com' },
  ])('refuses a line break in a header field', async ({ to, subject }) => {
    const { received, url } = await receiveMails();
    await expect(createMailer({ smtpUrl: url, mailFrom }).send({ to, subject, text: '' })).rejects.toThrow(
      'line break',
    );
    expect(received).toEqual([]);
  });

  it('writes to the one address it is given, whatever that contains', async () => {
    const { received, url } = await receiveMails();
    await createMailer({ smtpUrl: url, mailFrom })
      .send({ to: 'a@example.com, b@example.com', subject: 'Hi', text: '' })
      .catch(() => null);
    expect(received.every((mail) => mail.to.length === 1)).toBe(true);
  });

  it('says when the mail server cannot be reached', async () => {
    const { url } = await receiveMails();
    const closing = server;
    server = undefined;
    await new Promise<void>((resolve) => closing?.close(() => resolve()));
    await expect(
      createMailer({ smtpUrl: url, mailFrom }).send({ to: 'a@example.com', subject: 'Hi', text: '' }),
    ).rejects.toThrow();
  });
});

it('promises nothing without a mail server', async () => {
  const mailer = createMailer({ smtpUrl: '', mailFrom });
  expect(mailer.canSend).toBe(false);
  await expect(mailer.send({ to: 'a@example.com', subject: 'Hi', text: '' })).rejects.toThrow('no mail server');
});
