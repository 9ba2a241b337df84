import { afterEach, describe, expect, it } from 'vitest';
import { composeMail } from './compose-mail.ts';
import { type MailSink, openMailSink } from './mail-sink-for-tests.ts';
import { createMailer } from './mailer.ts';

const mailFrom = 'Ventanilla <desk@example.com>';
let sink: MailSink | undefined;

async function receiveMails() {
  sink = await openMailSink();
  return sink;
}

afterEach(() => sink?.close());

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
    expect(received[0]?.raw).toContain('To: lucia@example.com');
    expect(received[0]?.raw).toContain('Auto-Submitted: auto-generated');
    expect(received[0]?.raw).toContain('Content-Type: text/plain');
    expect(received[0]?.raw).not.toContain('text/html');
  });

  it('has one name wherever it is sent again', async () => {
    const { received, url } = await receiveMails();
    const mailer = createMailer({ smtpUrl: url, mailFrom });
    for (const text of ['one', 'two']) await mailer.send({ to: 'a@example.com', subject: 'Hi', text, id: 'mai_1' });
    expect(received.map((mail) => mail.header('message-id'))).toEqual(['<mai_1@example.com>', '<mai_1@example.com>']);
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
    await sink?.close();
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
