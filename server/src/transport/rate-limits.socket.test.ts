import { routes } from '@ventanilla/shared/wire/routes';
import type { RateClass } from '@ventanilla/shared/wire/spec';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aVisitor,
  callHttp,
  connect,
  HandshakeRefused,
  newClientId,
  startChat,
  type TestAgent,
  type TestSocket,
  theAdmin,
} from '../testing/clients.ts';
import { sendRaw } from '../testing/raw-http.ts';
import { joinPacket, openRaw } from '../testing/raw-socket.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

/** An address may do this many times what one visitor may. */
const factor = 20;
const plenty = { read: 1e6, write: 1e6, session: 1e6, secret: 1e6, page: 1e6 };

let app: RunningApp;
const opened: TestSocket[] = [];

/** An installation whose limit of one kind is tiny. */
async function startStrict(strict: Partial<Record<RateClass, number>>): Promise<void> {
  app = await startApp({ rateLimits: { ...plenty, ...strict } });
}

beforeEach(() => {
  opened.length = 0;
});
afterEach(async () => {
  for (const socket of opened) socket.close();
  await app.close();
});

function keep<T extends TestSocket>(socket: T): T {
  opened.push(socket);
  return socket;
}

const rateLimited = { ok: false, error: { code: 'rate_limited', details: { retryAfterMs: expect.any(Number) } } };

async function repeat(times: number, call: (index: number) => Promise<string>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let index = 0; index < times; index++) {
    const code = await call(index);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

const codeOf = (answer: { ok: true } | { ok: false; error: { code: string } }) =>
  answer.ok ? 'ok' : answer.error.code;

describe('a visitor', () => {
  it('who writes too fast is told how long to wait; others go on, and time gives it back', async () => {
    await startStrict({ write: 3 });
    const fast = keep(await aVisitor(app));
    const other = keep(await aVisitor(app));
    const { conversation } = await startChat(fast);
    const write = () => ({ conversationId: conversation.id, clientId: newClientId(), body: 'otra vez' });
    await fast.ask('message:send', write());
    await fast.ask('message:send', write());
    const words = write();
    expect(await fast.call('message:send', words)).toMatchObject(rateLimited);
    expect(
      (await other.call('conversation:start', { startId: newClientId(), clientId: newClientId(), body: 'x' })).ok,
    ).toBe(true);
    expect((await fast.call('conversation:list', {})).ok).toBe(true);
    app.deps.clock.advance(20_000);
    expect((await fast.call('message:send', words)).ok).toBe(true);
  });

  it('has one allowance for both doors, and HTTP says it in a header too', async () => {
    await startStrict({ write: 2 });
    const visitor = keep(await aVisitor(app));
    const { conversation } = await startChat(visitor);
    const write = { conversationId: conversation.id, clientId: newClientId(), body: 'otra vez' };
    const by = { token: visitor.token, site: app.siteKey };
    expect((await callHttp(app, 'message:send', write, by)).status).toBe(200);
    const refused = await callHttp(app, 'message:send', write, by);
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject(rateLimited);
    expect(Number(refused.headers.get('retry-after'))).toBe(30);
    expect(await visitor.call('message:send', write)).toMatchObject(rateLimited);
  });

  it('pays for what is refused: wrong input, unknown commands, commands of others', async () => {
    await startStrict({ read: 4 });
    const visitor = keep(await aVisitor(app));
    const ask = (name: string, input: unknown) => visitor.raw.timeout(5_000).emitWithAck(name, input);
    expect(codeOf(await ask('conversation:sync', { conversationId: 5 }))).toBe('invalid');
    expect(codeOf(await ask('conversation:burn', {}))).toBe('unknown_command');
    expect(codeOf(await ask('inbox:open', {}))).toBe('unknown_command');
    expect(codeOf(await ask('conversation:list', {}))).toBe('ok');
    for (const name of ['conversation:list', 'conversation:burn', 'inbox:open'])
      expect(codeOf(await ask(name, {}))).toBe('rate_limited');
  });
});

it('an agent has a limit of their own', async () => {
  await startStrict({ read: 2 });
  const marta: TestAgent = keep(await theAdmin(app));
  const counts = await repeat(4, async () => codeOf(await marta.call('inbox:open', {})));
  expect(counts).toEqual({ ok: 2, rate_limited: 2 });
});

describe('an address', () => {
  it('may make this many visitors, whatever it says of itself', async () => {
    await startStrict({ session: 1 });
    const counts = await repeat(factor + 5, async (index) => {
      const forged = `203.0.113.${index}`;
      const headers = {
        'content-type': 'application/json',
        'x-forwarded-for': forged,
        forwarded: `for=${forged}`,
        'x-real-ip': forged,
        'x-ventanilla-address': forged,
        'cf-connecting-ip': forged,
      };
      const path = `/api/v1/visitor/create?site=${app.siteKey}`;
      return codeOf(JSON.parse((await sendRaw(app, { method: 'POST', path, headers, body: ['{}'] })).text));
    });
    expect(counts).toEqual({ ok: factor, rate_limited: 5 });
  });

  it('may open this many connections, whatever it says of itself', async () => {
    await startStrict({ session: 1 });
    const token = app.deps.visitorTokens.issue({
      visitorId: app.deps.ids.next('visitor'),
      siteId: app.deps.directory.sites()[0]?.id ?? 'sit_',
    });
    const counts = await repeat(factor + 3, async (index) => {
      const forged = { 'x-forwarded-for': `203.0.113.${index}` };
      try {
        keep(await connect(app, '/visitor', { site: app.siteKey, token }, forged));
        return 'ok';
      } catch (refused) {
        return refused instanceof HandshakeRefused ? refused.code : String(refused);
      }
    });
    expect(counts).toEqual({ ok: factor, rate_limited: 3 });
  });

  it('pays for handshakes that are refused', async () => {
    await startStrict({ session: 1 });
    const socket = await openRaw(app);
    const counts = await repeat(factor + 2, async (index) => {
      socket.send(joinPacket('/visitor', { site: app.siteKey, token: `guess ${index}` }));
      const answer = await socket.receives('44/visitor,', index + 1);
      return JSON.parse(answer.slice(answer.indexOf('{'))).data.code;
    });
    expect(counts).toEqual({ unauthenticated: factor, rate_limited: 2 });
    socket.close();
  });

  it('may try this many secrets of links', async () => {
    await startStrict({ secret: 1 });
    const counts = await repeat(factor + 2, async (index) =>
      codeOf((await callHttp(app, 'setup:check', { secret: `${'x'.repeat(40)}${index}` })).body),
    );
    expect(counts).toEqual({ link_expired: factor, rate_limited: 2 });
  });

  it('counts behind a proxy that the operator named by what that proxy says, and only its last word', async () => {
    app = await startApp({ rateLimits: { ...plenty, session: 1 }, trustedProxies: ['127.0.0.1'] });
    const create = async (forwardedFor: string) => {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor };
      const path = `/api/v1/visitor/create?site=${app.siteKey}`;
      return codeOf(JSON.parse((await sendRaw(app, { method: 'POST', path, headers, body: ['{}'] })).text));
    };
    const counts = await repeat(factor + 2, (index) => create(`198.51.100.${index}, 203.0.113.9`));
    expect(counts).toEqual({ ok: factor, rate_limited: 2 });
    expect(await create('203.0.113.10')).toBe('ok');
  });
});

describe('signing in', () => {
  async function trySignIn(email: string, password: string) {
    const headers = { origin: app.url, 'content-type': 'application/json' };
    const body = JSON.stringify({ email, password });
    const response = await fetch(`${app.url}${routes.signIn.path}`, { method: 'POST', headers, body });
    const answer = (await response.json()) as { ok: true } | { ok: false; error: { code: string } };
    return { code: codeOf(answer), retryAfter: Number(response.headers.get('retry-after')) };
  }

  it('is limited by account, in whatever case its address is written, and says when to try again', async () => {
    await startStrict({ secret: 3 });
    const marta = keep(await theAdmin(app));
    app.deps.clock.advance(60_000);
    for (const email of [marta.email, marta.email.toUpperCase(), ` ${marta.email} `])
      expect((await trySignIn(email, 'a wrong password')).code).toBe('wrong_credentials');
    const right = await trySignIn(marta.email, 'una ventanilla abierta');
    expect(right).toEqual({ code: 'rate_limited', retryAfter: 20 });
    expect((await trySignIn('nobody@alameda.example', 'a wrong password')).code).toBe('wrong_credentials');
    app.deps.clock.advance(20_000);
    expect((await trySignIn(marta.email, 'una ventanilla abierta')).code).toBe('ok');
  });

  it('is limited alike for an account that does not exist', async () => {
    await startStrict({ secret: 3 });
    const counts = await repeat(5, async () => (await trySignIn('nobody@alameda.example', 'a wrong password')).code);
    expect(counts).toEqual({ wrong_credentials: 3, rate_limited: 2 });
  });
});
