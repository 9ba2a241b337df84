import { describe, expect, it } from 'vitest';
import { colleague, cookieOf, openIdentity, owner, secretIn, withColleague, withOwner } from './identity-for-tests.ts';

const refusal = (code: string) => expect.objectContaining({ code });

describe('signing in', () => {
  it('opens a session that the cookie names', async () => {
    const { request, claim, ownerId } = await withOwner();
    const response = await request('signIn', owner);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, data: { agentId: ownerId } });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await claim(cookieOf(response))).toEqual({
      agentId: ownerId,
      sessionId: expect.any(String),
      expiresAt: expect.any(Number),
    });
  });

  it('sets a cookie for https pages only', async () => {
    const { request } = await withOwner();
    const [cookie, ...others] = (await request('signIn', owner)).headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^__Secure-ventanilla\.session_token=/);
    expect(cookie?.toLowerCase()).toMatch(/; path=\/.*; httponly.*/);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).not.toMatch(/; Domain/i);
  });

  it('sets one without Secure where the public URL is plain http', async () => {
    const { request } = await withOwner({ env: { VENTANILLA_URL: 'http://localhost:4000' } });
    const [cookie] = (await request('signIn', owner)).headers.getSetCookie();
    expect(cookie).toMatch(/^ventanilla\.session_token=/);
    expect(cookie).not.toMatch(/; Secure/i);
  });

  it('takes the address in any case', async () => {
    const { signIn, claim } = await withOwner();
    expect(await claim(await signIn(' NURIA@EXAMPLE.COM ', owner.password))).not.toBeNull();
  });

  it.each([
    ['a wrong password', { email: owner.email, password: 'a wrong password' }],
    ['an unknown address', { email: 'nobody@example.com', password: owner.password }],
    ['something that is no address', { email: 'nobody', password: owner.password }],
    ['an endless password', { email: owner.email, password: 'a'.repeat(500) }],
    ['nothing', { email: '', password: '' }],
  ])('says the same about %s', async (_case, body) => {
    const { request } = await withOwner();
    await expect(request('signIn', body)).rejects.toEqual(refusal('wrong_credentials'));
  });

  it.each([
    ['an object for a text', { email: { $gt: '' }, password: owner.password }],
    ['an array', [owner.email, owner.password]],
    ['no password', { email: owner.email }],
    ['null', null],
  ])('refuses %s', async (_case, body) => {
    const { request } = await withOwner();
    await expect(request('signIn', body)).rejects.toEqual(refusal('invalid'));
  });

  it('is limited for each account', async () => {
    const { request, moveClock } = await withOwner({ env: { VENTANILLA_RATE_SECRET: '2' } });
    const wrong = { email: owner.email, password: 'a wrong password' };
    await expect(request('signIn', wrong)).rejects.toEqual(refusal('wrong_credentials'));
    await expect(request('signIn', wrong)).rejects.toEqual(refusal('wrong_credentials'));
    await expect(request('signIn', owner)).rejects.toMatchObject({
      code: 'rate_limited',
      details: { retryAfterMs: 30_000 },
    });
    moveClock(30_000);
    expect((await request('signIn', owner)).status).toBe(200);
  });

  it('is limited for each address of a socket, whatever the client says of itself', async () => {
    const { request } = await withOwner({ env: { VENTANILLA_RATE_SECRET: '1' } });
    const tries = Array.from({ length: 21 }, (_, i) => ({
      body: { email: `somebody-${i}@example.com`, password: 'a wrong password' },
      headers: {
        'x-forwarded-for': `198.51.100.${i}`,
        'x-real-ip': `198.51.100.${i}`,
        forwarded: `for=198.51.100.${i}`,
      },
    }));
    const answers = await Promise.all(
      tries.map(({ body, headers }) =>
        request('signIn', body, { headers }).catch((error: { code: string }) => error.code),
      ),
    );
    expect(answers.filter((code) => code === 'wrong_credentials')).toHaveLength(20);
    expect(answers.filter((code) => code === 'rate_limited')).toHaveLength(1);
  });
});

it("keeps the socket's address with a session, never what x-forwarded-for says", async () => {
  const { deps, store, request, ownerId } = await withOwner();
  await request('signIn', owner, { headers: { 'x-forwarded-for': '203.0.113.9', 'x-client-ip': '203.0.113.9' } });
  const where = [{ field: 'userId', value: deps.directory.agent(ownerId)?.authUserId ?? '' }];
  const rows = await store.authAdapter({}).findMany<{ ipAddress: string }>({ model: 'session', where });
  expect(rows.map(({ ipAddress }) => ipAddress)).toEqual(['192.0.2.1']);
});

describe('the session behind a cookie', () => {
  it('is told without its token', async () => {
    const { request, signIn, ownerId } = await withOwner();
    const response = await request('session', undefined, { cookie: await signIn(owner.email, owner.password) });
    expect(await response.json()).toEqual({
      ok: true,
      data: { agentId: ownerId, name: 'Núria', email: 'Nuria@example.com', role: 'admin' },
    });
  });

  it.each([
    ['no cookie', ''],
    ['a cookie that nobody signed', '__Secure-ventanilla.session_token=abc.def'],
    ['half a cookie', '__Secure-ventanilla.session_token='],
    ['broken escapes', '__Secure-ventanilla.session_token=%E0%A4%A'],
    ['a stranger cookie', 'session=1; theme=dark'],
  ])('is nobody with %s', async (_case, cookie) => {
    const { claim, request } = await withOwner();
    expect(await claim(cookie)).toBeNull();
    expect(await (await request('session', undefined, { cookie })).json()).toEqual({ ok: true, data: null });
  });

  it('is nobody when one letter of the signature differs', async () => {
    const { claim, signIn } = await withOwner();
    const cookie = await signIn(owner.email, owner.password);
    const at = cookie.indexOf('.', cookie.indexOf('=')) + 5;
    const forged = cookie.slice(0, at) + (cookie[at] === 'A' ? 'B' : 'A') + cookie.slice(at + 1);
    expect(await claim(cookie)).not.toBeNull();
    expect(await claim(forged)).toBeNull();
  });
});

describe('signing out', () => {
  it('ends this session before it answers, and no other', async () => {
    const { request, signIn, claim, happenings, ownerId } = await withOwner();
    const [here, elsewhere] = [await signIn(owner.email, owner.password), await signIn(owner.email, owner.password)];
    const session = await claim(here);
    happenings.length = 0;
    const response = await request('signOut', {}, { cookie: here });
    expect(await response.json()).toEqual({ ok: true, data: {} });
    expect(response.headers.getSetCookie().join()).toMatch(/session_token=;.*Max-Age=0/i);
    expect(happenings).toEqual([
      { type: 'agentRevoked', agentId: ownerId, reason: 'signedOut', sessionId: session?.sessionId },
    ]);
    expect(await claim(here)).toBeNull();
    expect(await claim(elsewhere)).not.toBeNull();
  });

  it('is not acknowledged while the session can still be found', async () => {
    const { request, signIn, claim, happenings } = await withOwner({ canEndSessions: false });
    const cookie = await signIn(owner.email, owner.password);
    happenings.length = 0;
    await expect(request('signOut', {}, { cookie })).rejects.toEqual(refusal('unavailable'));
    expect(happenings).toEqual([]);
    expect(await claim(cookie)).not.toBeNull();
  });

  it('is refused to nobody', async () => {
    const { request, happenings } = await openIdentity();
    await expect(request('signOut')).rejects.toEqual(refusal('unauthenticated'));
    expect(happenings).toEqual([]);
  });
});

describe('changing the password', () => {
  it('ends all other sessions', async () => {
    const { request, signIn, claim, happenings, ownerId } = await withOwner();
    const [here, elsewhere] = [await signIn(owner.email, owner.password), await signIn(owner.email, owner.password)];
    const other = await claim(elsewhere);
    happenings.length = 0;
    const body = { currentPassword: owner.password, newPassword: 'a better password' };
    expect((await request('changePassword', body, { cookie: here })).status).toBe(200);
    expect(happenings).toEqual([
      { type: 'agentRevoked', agentId: ownerId, reason: 'passwordChanged', sessionId: other?.sessionId },
    ]);
    expect(await claim(here)).not.toBeNull();
    expect(await claim(elsewhere)).toBeNull();
    await expect(signIn(owner.email, owner.password)).rejects.toEqual(refusal('wrong_credentials'));
    expect(await claim(await signIn(owner.email, 'a better password'))).not.toBeNull();
  });

  it('is not acknowledged while another session can still be found', async () => {
    const { request, signIn, happenings } = await withOwner({ canEndSessions: false });
    const cookie = await signIn(owner.email, owner.password);
    await signIn(owner.email, owner.password);
    happenings.length = 0;
    const body = { currentPassword: owner.password, newPassword: 'a better password' };
    await expect(request('changePassword', body, { cookie })).rejects.toEqual(refusal('unavailable'));
    expect(happenings).toEqual([]);
  });

  it.each([
    ['wrong_credentials', { currentPassword: 'a wrong password', newPassword: 'a better password' }],
    ['weak_password', { currentPassword: owner.password, newPassword: 'short' }],
    ['weak_password', { currentPassword: owner.password, newPassword: 'a'.repeat(129) }],
    ['invalid', { newPassword: 'a better password' }],
  ])('answers %s and changes nothing', async (code, body) => {
    const { request, signIn, claim, happenings } = await withOwner();
    const [here, elsewhere] = [await signIn(owner.email, owner.password), await signIn(owner.email, owner.password)];
    happenings.length = 0;
    await expect(request('changePassword', body, { cookie: here })).rejects.toEqual(refusal(code));
    expect(await claim(elsewhere)).not.toBeNull();
    expect(happenings).toEqual([]);
  });

  it('is refused without a session', async () => {
    const { request } = await withOwner();
    const body = { currentPassword: owner.password, newPassword: 'a better password' };
    await expect(request('changePassword', body)).rejects.toEqual(refusal('unauthenticated'));
  });
});

describe('a forgotten password', () => {
  it('is replaced once with the mailed link, and every session ends', async () => {
    const { request, signIn, claim, mailbox, happenings, ownerId } = await withOwner();
    const session = await signIn(owner.email, owner.password);
    await request('requestReset', { email: owner.email.toUpperCase() });
    const mail = await mailbox.next();
    expect(mail).toMatchObject({ to: owner.email, subject: 'Elige otra contraseña de Ventanilla' });
    const link = /https:\S+/.exec(mail.text.slice(mail.text.indexOf('una hora')))?.[0] ?? '';
    expect(link).toMatch(/^https:\/\/help\.example\.com\/dashboard\/reset#[A-Za-z0-9]{24}$/);
    happenings.length = 0;
    const body = { token: secretIn(link), newPassword: 'a better password' };
    await request('resetPassword', body);
    expect(happenings).toEqual([{ type: 'agentRevoked', agentId: ownerId, reason: 'passwordChanged' }]);
    expect(await claim(session)).toBeNull();
    expect(await claim(await signIn(owner.email, 'a better password'))).not.toBeNull();
    await expect(request('resetPassword', body)).rejects.toEqual(refusal('link_expired'));
  });

  it('answers the same for every address', async () => {
    const { request } = await withOwner();
    const known = await request('requestReset', { email: owner.email });
    const unknown = await request('requestReset', { email: 'nobody@example.com' });
    expect(await known.text()).toBe(await unknown.text());
  });

  it('cannot be used to send somebody many mails', async () => {
    const { request, moveClock } = await withOwner();
    await request('requestReset', { email: owner.email });
    await expect(request('requestReset', { email: owner.email })).rejects.toEqual(refusal('rate_limited'));
    await request('requestReset', { email: 'nobody@example.com' });
    await expect(request('requestReset', { email: 'nobody@example.com' })).rejects.toEqual(refusal('rate_limited'));
    moveClock(60_000);
    expect((await request('requestReset', { email: owner.email })).status).toBe(200);
  });

  it('says that no mail goes out where there is no mail server', async () => {
    const { request } = await withOwner({ canSend: false });
    expect(await (await request('requestReset', { email: owner.email })).json()).toEqual({
      ok: true,
      data: { isMailed: false },
    });
  });

  it.each([
    ['an empty token', 'invalid', { token: '', newPassword: 'a better password' }],
    ['no token', 'invalid', { newPassword: 'a better password' }],
    ['a token of nobody', 'link_expired', { token: 'a'.repeat(24), newPassword: 'a better password' }],
    ['a weak password', 'weak_password', { token: 'a'.repeat(24), newPassword: 'short' }],
  ])('is not replaced with %s', async (_case, code, body) => {
    const { request } = await withOwner();
    await expect(request('resetPassword', body)).rejects.toEqual(refusal(code));
  });
});

describe('whoever was removed', () => {
  it('has no session from the moment it is acknowledged, and cannot sign in again', async () => {
    const { call, callerOf, deps, signIn, claim, ownerId, colleagueId } = await withColleague();
    const session = await signIn(colleague.email, colleague.password);
    const version = deps.directory.agent(colleagueId)?.version ?? 0;
    await call('agent:remove', callerOf(ownerId), { agentId: colleagueId, version });
    expect(await claim(session)).toBeNull();
    await expect(signIn(colleague.email, colleague.password)).rejects.toEqual(refusal('wrong_credentials'));
  });
});

it('reaches no other route of the library', async () => {
  const { deps } = await openIdentity();
  const { agentAuth } = deps;
  for (const path of [
    'sign-up/email',
    'ok',
    'list-sessions',
    'update-user',
    'reset-password/abc',
    'sign-in/social',
    '',
  ]) {
    const request = new Request(`https://help.example.com/api/auth/${path}`, { method: 'POST', body: '{}' });
    await expect(agentAuth.handle(request), path).rejects.toEqual(refusal('not_found'));
  }
});
