import { createHmac } from 'node:crypto';
import type { ConversationId } from '@ventanilla/shared/ids';
import type { VisitorEvents } from '@ventanilla/shared/wire/visitor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccessWorld, openAccessWorld } from '../testing/access-world.ts';
import { aVisitor, connect, newClientId, startChat, type TestVisitor } from '../testing/clients.ts';
import { openStoredRows, type StoredRows } from '../testing/stored-rows.ts';

let world: AccessWorld;
let stored: StoredRows;
beforeAll(async () => {
  world = await openAccessWorld();
  stored = await openStoredRows(world.app);
});
afterAll(async () => {
  await stored?.close();
  await world?.close();
});

type EntryAdded = Parameters<VisitorEvents['entry:added']>[0];

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What a site's own code would sign for one of its customers. */
function signed(customer: string, secret: string, header: object = { alg: 'HS256' }): string {
  const exp = Math.floor(world.app.deps.clock.now() / 1000) + 3_600;
  const text = `${part(header)}.${part({ sub: customer, exp, name: 'Lucía Díaz', email: 'lucia@example.com' })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

/** The secret is asked for as an administrator would. */
async function shown(command: 'site:identitySecret' | 'site:rotateIdentitySecret'): Promise<string> {
  const { socket } = world.roles.admin;
  if (!socket) throw new Error('the admin is not connected');
  return (await socket.ask(command, { siteId: world.home.id })).secret;
}

const secretOf = (site: 'home' | 'away') => world[site].identitySecrets[0] ?? '';

async function requesterOf(id: ConversationId) {
  const row = await world.app.deps.store.conversations.byId(id);
  return { id: row?.requesterId, externalId: row?.requesterExternalId, name: row?.requesterName };
}

async function withConversation(): Promise<{ visitor: TestVisitor; id: ConversationId }> {
  const visitor = await aVisitor(world.app);
  const { conversation } = await startChat(visitor);
  return { visitor, id: conversation.id };
}

describe('who cannot show a token of the site stays who they were', () => {
  it.each([
    ['nothing', () => undefined, 'invalid'],
    ['null', () => null, 'invalid'],
    ['an array', () => [signed('c', secretOf('home'))], 'invalid'],
    ['an object', () => ({ sub: 'c' }), 'invalid'],
    ['too long a text', () => 'x'.repeat(5_000), 'invalid'],
    ['an empty text', () => '', 'bad_identity'],
    ['a token of another site', () => signed('c', secretOf('away')), 'bad_identity'],
    ['a token signed with the public key of the site', () => signed('c', world.home.key), 'bad_identity'],
    ['a truncated one', () => signed('c', secretOf('home')).slice(0, -2), 'bad_identity'],
    ['one that names no algorithm', () => `${part({ alg: 'none' })}.${part({ sub: 'c' })}.`, 'bad_identity'],
    ['one that names another', () => signed('c', secretOf('home'), { alg: 'HS512' }), 'bad_identity'],
    ['a visitor’s own token', () => world.roles.visitor.token, 'bad_identity'],
  ])('%s', async (_case, token, code) => {
    const { visitor, id } = await withConversation();
    const before = { requester: await requesterOf(id), version: await stored.version() };
    const answer = await visitor.raw.timeout(5_000).emitWithAck('visitor:identify', { identityToken: token() });
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect({ requester: await requesterOf(id), version: await stored.version() }).toEqual(before);
    expect((await visitor.call('conversation:sync', { conversationId: id, afterSeq: 0 })).ok).toBe(true);
    visitor.close();
  });
});

it('who is identified takes along their own conversations and nobody else’s', async () => {
  const lucia = await withConversation();
  const mateo = await withConversation();
  const identityToken = signed('customer 7', secretOf('home'));
  const answer = await lucia.visitor.ask('visitor:identify', { identityToken });
  expect(answer).toMatchObject({ visitorId: lucia.visitor.visitorId, name: 'Lucía Díaz' });
  expect(await requesterOf(lucia.id)).toMatchObject({ externalId: 'customer 7', name: 'Lucía Díaz' });
  expect(await requesterOf(mateo.id)).toMatchObject({ externalId: '', name: '' });

  // The same person in another browser: one person. What is open already keeps what it was opened with.
  const phone = await withConversation();
  await phone.visitor.ask('visitor:identify', { identityToken });
  expect((await requesterOf(phone.id)).id).toBe((await requesterOf(lucia.id)).id);
  for (const [reader, id] of [
    [phone, lucia.id],
    [lucia, phone.id],
  ] as const) {
    const answer = await reader.visitor.call('conversation:sync', { conversationId: id, afterSeq: 0 });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not_found' } });
  }
  for (const { visitor } of [lucia, mateo, phone]) visitor.close();
});

describe('in all their browsers', () => {
  /** A browser in which the site has vouched for this customer, connected with the token it was given. */
  async function identified(customer: string): Promise<TestVisitor> {
    const { visitor } = await withConversation();
    const { token } = await visitor.ask('visitor:identify', { identityToken: signed(customer, secretOf('home')) });
    visitor.close();
    const socket = await connect(world.app, '/visitor', { token, site: world.home.key });
    return { ...visitor, ...socket, token };
  }

  it('a person has the same conversations, hears of them at once, and has read them everywhere', async () => {
    const [desk, phone] = [await identified('customer 20'), await identified('customer 20')];
    const { conversation } = await startChat(desk);
    const conversationId = conversation.id;
    const lists = await Promise.all([desk, phone].map((browser) => browser.ask('conversation:list', {})));
    const [ids, others] = lists.map(({ conversations }) => conversations.map(({ id }) => id));
    expect(ids).toHaveLength(3);
    expect(others).toEqual(ids);

    const words = { conversationId, clientId: newClientId(), body: 'Desde el móvil' };
    await phone.ask('message:send', words);
    await desk.hears<EntryAdded>('entry:added', ({ entry }) => entry.body === words.body);
    const { socket: agent } = world.roles.agent;
    await agent?.ask('conversation:take', { conversationId });
    await phone.hears<EntryAdded>('entry:added', ({ entry }) => entry.system?.line === 'taken');
    await desk.ask('message:read', { conversationId, seq: 3 });
    const read = await phone.hears<{ readSeq: number }>('conversation:read', ({ readSeq }) => readSeq > 0);
    expect(read).toMatchObject({ conversationId, readSeq: 3 });
    // Said once more, it is the same message (DL1).
    const { entry } = await phone.ask('message:send', words);
    const { entries } = await desk.ask('conversation:sync', { conversationId, afterSeq: 0 });
    expect(entries.filter(({ body }) => body === words.body).map(({ id }) => id)).toEqual([entry.id]);
    for (const browser of [desk, phone]) browser.close();
  });

  it('and nobody else has them: another customer, a browser of nobody, or a token that was tampered with [PR3]', async () => {
    const lucia = await identified('customer 21');
    const { conversation } = await startChat(lucia);
    const other = await identified('customer 22');
    const { visitor: nobody } = await withConversation();
    for (const stranger of [other, nobody]) {
      const answer = await stranger.call('conversation:sync', { conversationId: conversation.id, afterSeq: 0 });
      expect(answer).toMatchObject({ ok: false, error: { code: 'not_found' } });
      const listed = await stranger.ask('conversation:list', {});
      expect(listed.conversations.map(({ id }) => id)).not.toContain(conversation.id);
      expect(stranger.heard.some(({ payload }) => JSON.stringify(payload).includes(conversation.id))).toBe(false);
    }
    const [scheme, visitorId, siteId, , signature] = other.token.split('.');
    const requesterId = lucia.token.split('.')[3];
    const forged = [scheme, visitorId, siteId, requesterId, signature].join('.');
    await expect(connect(world.app, '/visitor', { token: forged, site: world.home.key })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    for (const browser of [lucia, other, nobody]) browser.close();
  });
});

it('the same customer number on two sites is two people', async () => {
  const here = await withConversation();
  const there = await aVisitor(world.app, world.away.key);
  const { conversation } = await startChat(there);
  await here.visitor.ask('visitor:identify', { identityToken: signed('customer 8', secretOf('home')) });
  await there.ask('visitor:identify', { identityToken: signed('customer 8', secretOf('away')) });
  expect((await requesterOf(here.id)).id).not.toBe((await requesterOf(conversation.id)).id);
  for (const visitor of [here.visitor, there]) visitor.close();
});

it('while a site replaces its secret, both are believed', async () => {
  const { deps } = world.app;
  const { siteId, version } = world.roles.admin.own.site();
  const older = secretOf('home');
  await deps.store.sites.update(siteId, version, { identitySecrets: ['a newer secret of this site', older] }, []);
  await deps.directory.reloadSites();
  for (const secret of ['a newer secret of this site', older]) {
    const { visitor } = await withConversation();
    const answer = await visitor.call('visitor:identify', { identityToken: signed('customer 9', secret) });
    expect(answer.ok).toBe(true);
    visitor.close();
  }
});

describe('the secret of a site', () => {
  it('is shown to its administrator; after a rotation both count, after the next the oldest no more', async () => {
    const oldest = await shown('site:identitySecret');
    const newer = await shown('site:rotateIdentitySecret');
    const { visitor } = await withConversation();
    for (const secret of [oldest, newer]) {
      expect(await visitor.call('visitor:identify', { identityToken: signed('uno', secret) })).toMatchObject({
        ok: true,
      });
    }
    await shown('site:rotateIdentitySecret');
    const { visitor: another } = await withConversation();
    const refused = await another.call('visitor:identify', { identityToken: signed('dos', oldest) });
    expect(refused).toMatchObject({ ok: false, error: { code: 'bad_identity' } });
  });

  it('another person in the same browser begins anew and takes nothing of the first', async () => {
    const secret = await shown('site:identitySecret');
    const { visitor, id } = await withConversation();
    const first = await visitor.ask('visitor:identify', { identityToken: signed('marta', secret) });
    expect(first.visitorId).toBe(visitor.visitorId);
    const second = await visitor.ask('visitor:identify', { identityToken: signed('pedro', secret) });
    expect(second.visitorId).not.toBe(visitor.visitorId);
    expect(await requesterOf(id)).toMatchObject({ externalId: 'marta' });
  });
});
