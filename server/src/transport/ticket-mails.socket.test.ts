import type { ConversationId } from '@ventanilla/shared/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MailSink, openMailSink, type ReceivedMail } from '../lib/mail-sink-for-tests.ts';
import {
  aVisitor,
  callHttp,
  newClientId,
  startChat,
  type TestAgent,
  type TestVisitor,
  theAdmin,
} from '../testing/clients.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

const lucia = 'lucia@example.com';
const hourMs = 60 * 60_000;

let sink: MailSink;
let app: RunningApp;
let marta: TestAgent;
let visitor: TestVisitor;

beforeEach(async () => {
  sink = await openMailSink();
  await begin();
});
afterEach(async () => {
  await app.close();
  await sink.close();
});

async function begin(changes: Parameters<typeof startApp>[0] = {}): Promise<void> {
  app = await startApp({ smtpUrl: sink.url, ...changes });
  marta = await theAdmin(app);
  visitor = await aVisitor(app);
}

async function beginAgain(changes: Parameters<typeof begin>[0]): Promise<void> {
  await app.close();
  await begin(changes);
}

/** Time passes until it is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await app.passTimeUntil(new Promise((resolve) => setTimeout(resolve, 20)));
}

const secretIn = (mail: ReceivedMail) => /\/t#(\S+)/.exec(mail.text)?.[1] ?? '';
const mailTo = (address: string, words?: string) => app.passTimeUntil(sink.next(address, words));
/** Time enough for everything that waits, and its answer. */
async function settled(): Promise<void> {
  const marker = `${newClientId()}@example.com`;
  const other = await aVisitor(app);
  await ticketed(other, marker);
  await mailTo(marker);
  other.close();
}

async function ticketed(who: TestVisitor, address = ''): Promise<ConversationId> {
  const { conversation } = await startChat(who, 'Se ha ido internet');
  if (address !== '') await who.ask('address:give', { conversationId: conversation.id, address });
  await who.ask('ticket:ask', { conversationId: conversation.id }).catch(() => {});
  return conversation.id;
}

function open(secret: string, more: { afterSeq?: number } = {}) {
  return callHttp(app, 'ticketLink:open', { secret, ...more });
}

describe('[TK3] the number by mail, when there is an address', () => {
  it('goes out when a conversation with an address becomes a ticket, in its language', async () => {
    const start = { startId: newClientId(), clientId: newClientId(), body: 'My line is dead', locale: 'en' } as const;
    const { conversation } = await visitor.ask('conversation:start', {
      ...start,
      context: { timeZone: 'America/Bogota', language: 'en-GB' },
    });
    const { conversation: known } = await visitor.ask('address:give', {
      conversationId: conversation.id,
      address: lucia,
    });
    expect(known.address).toBe(lucia);
    const { conversation: now } = await visitor.ask('ticket:ask', { conversationId: conversation.id });
    const mail = await mailTo(lucia);
    expect(mail.header('subject')).toContain(`[${now.ticket?.number}]`);
    expect(mail.text).toContain('My line is dead');
    expect(mail.text).toContain('Who has it: The team');
    expect(mail.text).toMatch(/Bogota/);
    expect(mail.text).toContain(`${app.url}/t#`);
    expect(mail.header('auto-submitted')).toBe('auto-generated');
  });

  it('goes out once when the address comes later, however often it is given', async () => {
    const conversationId = await ticketed(visitor);
    for (const address of [lucia, lucia, 'LUCIA@example.com', lucia]) {
      await visitor.ask('address:give', { conversationId, address });
    }
    expect((await mailTo(lucia)).text).toContain('Se ha ido internet');
    await settled();
    expect(sink.received.filter(({ to }) => to[0]?.toLowerCase() === lucia)).toHaveLength(1);
  });

  it('repeats no link of what was asked: we carry nobody’s to a stranger', async () => {
    const { conversation } = await startChat(visitor, 'Gana dinero en https://trampa.example o trampa.example ya');
    await visitor.ask('address:give', { conversationId: conversation.id, address: lucia });
    await visitor.ask('ticket:ask', { conversationId: conversation.id }).catch(() => {});
    const { text } = await mailTo(lucia);
    expect(text).toContain('Gana dinero en […] o […] ya');
    expect(text).not.toContain('trampa');
  });

  it('an address is a change that history keeps, and agents see that nobody has verified it', async () => {
    const conversationId = await ticketed(visitor, 'primera@example.com');
    await visitor.ask('address:give', { conversationId, address: lucia });
    const events = await app.deps.store.events.ofSubject('conversation', conversationId, 50);
    const given = events.filter(({ type }) => type === 'conversation.addressGiven');
    expect(given.map(({ before, after, actorId }) => ({ before, after, actorId }))).toEqual([
      { before: { address: '' }, after: { address: 'primera@example.com' }, actorId: visitor.visitorId },
      { before: { address: 'primera@example.com' }, after: { address: lucia }, actorId: visitor.visitorId },
    ]);
    const { conversation } = await marta.ask('conversation:open', { conversationId });
    expect(conversation).toMatchObject({ address: lucia, requester: { email: lucia, isEmailVerified: false } });
  });

  it('the next conversation of the same visitor is told of without asking again', async () => {
    await ticketed(visitor, lucia);
    await mailTo(lucia);
    const { conversation } = await startChat(visitor, 'Otra cosa distinta');
    expect(conversation.address).toBe(lucia);
    await visitor.ask('ticket:ask', { conversationId: conversation.id }).catch(() => {});
    await mailTo(lucia, 'Otra cosa distinta');
  });
});

describe('what an address may not do', () => {
  it.each([
    'lucia@example.com\r\nBcc: todos@example.com',
    'lucia@example.com\nx',
    'a b@example.com',
    'nadie',
    '',
    `${'a'.repeat(250)}@example.com`,
  ])('%j is none', async (address) => {
    const conversationId = await ticketed(visitor);
    const answer = await visitor.call('address:give', { conversationId, address });
    expect(answer.ok).toBe(false);
    if (!answer.ok) expect(['invalid', 'too_large']).toContain(answer.error.code);
  });

  it('be given to somebody else’s conversation', async () => {
    const conversationId = await ticketed(visitor);
    const other = await aVisitor(app);
    const answer = await other.call('address:give', { conversationId, address: 'ladron@example.com' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not_found' } });
    await settled();
    expect(sink.received.filter(({ to }) => to.includes('ladron@example.com'))).toEqual([]);
    other.close();
  });

  it('replace one that the site has signed for', async () => {
    const conversationId = await ticketed(visitor);
    const conversation = await app.deps.store.conversations.byId(conversationId);
    const requester = conversation && (await app.deps.store.requesters.byId(conversation.requesterId as never));
    if (!requester) throw new Error('no requester');
    const signed = { email: 'cierta@example.com', emailFolded: 'cierta@example.com', emailVerifiedAt: 5 };
    await app.deps.store.requesters.update(requester.id, requester.version, signed);
    await visitor.ask('address:give', { conversationId, address: lucia });
    expect(await app.deps.store.requesters.byId(requester.id)).toMatchObject(signed);
    // This conversation still goes where its visitor wants it.
    await mailTo(lucia);
  });

  it('have its mail box filled: an hour has so many, and then the visitor is told', async () => {
    await beginAgain({ mailsPerHour: 2 });
    const codes: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      const stranger = await aVisitor(app);
      const conversationId = await ticketed(stranger);
      const answer = await stranger.call('address:give', { conversationId, address: lucia });
      codes.push(answer.ok ? 'ok' : answer.error.code);
      stranger.close();
    }
    expect(codes).toEqual(['ok', 'ok', 'rate_limited', 'rate_limited']);
    app.deps.clock.advance(hourMs);
    const conversationId = await ticketed(visitor);
    await visitor.ask('address:give', { conversationId, address: lucia });
  });

  it('have its mail box filled by one visitor’s many tickets either: they wait, and then are left out', async () => {
    await beginAgain({ mailsPerHour: 2 });
    await ticketed(visitor, lucia);
    await mailTo(lucia);
    for (let count = 0; count < 12; count += 1) await ticketed(visitor);
    await settled();
    const sent = () => sink.received.filter(({ to }) => to.includes(lucia)).length;
    expect(sent()).toBe(2);
    for (let hours = 0; hours < 20; hours += 1) {
      app.deps.clock.advance(hourMs);
      await settled();
    }
    expect(sent()).toBe(8);
    app.deps.clock.advance(6 * hourMs);
    await settled();
    const ofFirstDay = sent();
    expect(ofFirstDay).toBeLessThanOrEqual(10);
    app.deps.clock.advance(24 * hourMs);
    await settled();
    expect(sent()).toBe(ofFirstDay);
  });

  it('be many on account of one visitor', async () => {
    await beginAgain({ mailsPerHour: 2 });
    const conversationId = await ticketed(visitor);
    const codes: string[] = [];
    for (const name of ['uno', 'dos', 'tres']) {
      const answer = await visitor.call('address:give', { conversationId, address: `${name}@example.com` });
      codes.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect(codes).toEqual(['ok', 'ok', 'rate_limited']);
  });
});

describe('a mail server that is down', () => {
  it('stops no message, and gets the mail when it is back', async () => {
    sink.refuseWith(451);
    const conversationId = await ticketed(visitor, lucia);
    app.deps.clock.advance(1_000);
    await app.passTimeUntil(
      visitor.ask('message:send', { conversationId, clientId: newClientId(), body: 'Sigo aquí' }),
    );
    await until(() => sink.attempts() > 0);
    sink.refuseWith(undefined);
    await mailTo(lucia);
    expect(sink.received).toHaveLength(1);
  });

  it('may get a mail twice when we end before we know that it took it, under one name', async () => {
    app.deps.probe = (label) => {
      if (label !== 'mail:accepted') return;
      app.deps.probe = () => {};
      throw new Error('the process ends here');
    };
    await ticketed(visitor, lucia);
    await mailTo(lucia);
    await until(() => sink.received.length === 2);
    await settled();
    const names = sink.received.filter(({ to }) => to.includes(lucia)).map((mail) => mail.header('message-id'));
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(1);
  });

  it('is not asked again about an address that it will never have', async () => {
    sink.refuseWith(550);
    await ticketed(visitor, lucia);
    await until(() => sink.attempts() > 0);
    sink.refuseWith(undefined);
    await settled();
    expect(sink.received.filter(({ to }) => to.includes(lucia))).toEqual([]);
  });
});

describe('[TK3] the link', () => {
  async function aLink(): Promise<{ conversationId: ConversationId; secret: string }> {
    const conversationId = await ticketed(visitor, lucia);
    return { conversationId, secret: secretIn(await mailTo(lucia)) };
  }

  it('shows the visitor’s view as often as it is opened, and never a note [CV5]', async () => {
    const { conversationId, secret } = await aLink();
    await marta.ask('note:add', { conversationId, clientId: newClientId(), body: 'SECRETO DE CASA' });
    expect(secret.length).toBeGreaterThanOrEqual(22);
    for (let count = 0; count < 2; count += 1) {
      const { body } = await open(secret);
      if (!body.ok) throw new Error(body.error.code);
      expect(body.data.entries.map(({ seq }) => seq)).toEqual([1, 2]);
      expect(body.data.ticket.number).toMatch(/^VEN-\d+$/);
      expect(JSON.stringify(body)).not.toContain('SECRETO');
      expect(JSON.stringify(body)).not.toContain(lucia);
    }
  });

  it('lets its holder answer, once for one id, as the ticket’s visitor [DL1]', async () => {
    const { conversationId, secret } = await aLink();
    const said = { secret, clientId: newClientId(), body: 'Desde el correo' };
    const [first, again] = [await callHttp(app, 'ticketLink:send', said), await callHttp(app, 'ticketLink:send', said)];
    expect(first.body.ok && first.body.data.entry.id).toBe(again.body.ok && again.body.data.entry.id);
    const { entries } = await marta.ask('conversation:open', { conversationId });
    const words = entries.filter(({ kind }) => kind === 'message').map(({ body, authorId }) => [body, authorId]);
    expect(words.at(-1)).toEqual(['Desde el correo', visitor.visitorId]);
    await marta.hears('entry:added', (event: { entry: { body: string } }) => event.entry.body === 'Desde el correo');
  });

  it('opens its one ticket and nothing else of the same visitor', async () => {
    const { secret } = await aLink();
    const other = await startChat(visitor, 'Algo muy privado');
    const { body } = await open(secret);
    expect(JSON.stringify(body)).not.toContain('privado');
    expect(JSON.stringify(body)).not.toContain(other.conversation.id);
    expect(JSON.stringify(body)).not.toContain(visitor.token);
  });

  it.each<[string, (link: { conversationId: ConversationId; secret: string }) => Promise<unknown>]>([
    ['expired', async () => app.deps.clock.advance(91 * 24 * hourMs)],
    ['revoked', async ({ conversationId }) => app.deps.store.ticketLinks.revoke(conversationId, '', 5)],
    [
      'of an address that was replaced',
      ({ conversationId }) => visitor.ask('address:give', { conversationId, address: 'otra@example.com' }),
    ],
    ['of a blocked visitor', async () => app.deps.store.visitors.block(visitor.visitorId as never, 5, [])],
    [
      'of a site that was switched off',
      async () => {
        const [site] = app.deps.directory.sites();
        if (site) await app.deps.store.sites.update(site.id, site.version, { disabledAt: 5 }, []);
        await app.deps.directory.reloadSites();
      },
    ],
  ])('when it is %s opens nothing, and says the same as one that never was', async (_why, end) => {
    const link = await aLink();
    await end(link);
    const [ended, never] = [await open(link.secret), await open('x'.repeat(43))];
    const plain = ({ status, body }: typeof ended) => ({ status, code: body.ok ? 'ok' : body.error.code });
    expect(plain(ended)).toEqual({ status: 410, code: 'link_expired' });
    expect(plain(never)).toEqual(plain(ended));
    const said = { secret: link.secret, clientId: newClientId(), body: 'x' };
    expect((await callHttp(app, 'ticketLink:send', said)).body).toMatchObject({ error: { code: 'link_expired' } });
  });

  it('is nowhere in the database or the log', async () => {
    const { secret } = await aLink();
    await open(secret);
    expect(app.logged.join('\n')).not.toContain(secret);
    expect(app.logged.join('\n')).not.toContain(lucia);
    expect(await app.deps.store.ticketLinks.byTokenHash(secret)).toBeNull();
  });
});

describe('[TK3] number and address', () => {
  it('only send a link to that address, with the same answer whether or not they match', async () => {
    const conversationId = await ticketed(visitor, lucia);
    await mailTo(lucia);
    const ticket = await app.deps.store.tickets.ofConversation(conversationId);
    const number = `ven-${ticket?.number}`;
    const answers: { status: number; body: unknown }[] = [];
    for (const [asked, address] of [
      [number, 'LUCIA@example.com'],
      [number, 'ladron@example.com'],
      ['VEN-999999', lucia],
      ['nada', lucia],
    ]) {
      const { status, body } = await callHttp(app, 'ticketLink:request', { number: asked, address });
      answers.push({ status, body });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const mail = await mailTo(lucia, 'Has pedido el enlace');
    expect((await open(secretIn(mail))).body.ok).toBe(true);
    await settled();
    expect(sink.received.filter(({ to }) => to.includes('ladron@example.com'))).toEqual([]);
    expect(sink.received.filter(({ to }) => to.includes(lucia))).toHaveLength(2);
  });
});

describe('an answer while they are away', () => {
  it('is told of once for several, and its words stay on the page', async () => {
    const conversationId = await ticketed(visitor, lucia);
    await mailTo(lucia);
    visitor.close();
    await until(() => !app.deps.presence.isConnected(visitor.visitorId as never));
    for (const body of ['Ya lo miramos', 'Está arreglado']) {
      const { conversation } = await marta.ask('conversation:open', { conversationId });
      await marta.ask('message:reply', {
        conversationId,
        clientId: newClientId(),
        body,
        seenSeq: conversation.lastSeq,
      });
    }
    const mail = await mailTo(lucia, 'Tienes una respuesta');
    expect(mail.text).not.toContain('arreglado');
    const { body } = await open(secretIn(mail));
    expect(body.ok && body.data.entries.map((entry) => entry.body)).toContain('Está arreglado');
    await settled();
    expect(sink.received.filter(({ to }) => to.includes(lucia))).toHaveLength(2);
  });

  it('is not told of to whoever is there', async () => {
    const conversationId = await ticketed(visitor, lucia);
    await mailTo(lucia);
    const { conversation } = await marta.ask('conversation:open', { conversationId });
    await marta.ask('message:reply', {
      conversationId,
      clientId: newClientId(),
      body: 'Hola',
      seenSeq: conversation.lastSeq,
    });
    await settled();
    expect(sink.received.filter(({ to }) => to.includes(lucia))).toHaveLength(1);
  });
});
