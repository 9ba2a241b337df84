import type { ConversationSummary, PageAttributes } from '@ventanilla/shared/entities/conversation';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { aVisitor, newClientId, startChat, type TestAgent, type TestVisitor, theAdmin } from '../testing/clients.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

/* CV8. What a page says of its visitor: kept, shown to agents, believed by nobody. */

let app: RunningApp;
let marta: TestAgent;
let lucia: TestVisitor;

beforeAll(async () => {
  app = await startApp();
  marta = await theAdmin(app);
  lucia = await aVisitor(app);
});
afterAll(async () => {
  lucia?.close();
  marta?.close();
  await app?.close();
});

async function startWith(attributes: unknown) {
  const words = { startId: newClientId(), clientId: newClientId(), body: 'Hola' };
  const context = { pageTitle: 'Averías', attributes: attributes as PageAttributes };
  return (await lucia.ask('conversation:start', { ...words, context })).conversation.id;
}

const opened = async (conversationId: Awaited<ReturnType<typeof startWith>>) =>
  (await marta.ask('conversation:open', { conversationId })).conversation;

it('comes with the first message; what does not fit is left out, and the message is not', async () => {
  const said = { plan: 'Fibra 600', 'pedido nº': 4_711, isCustomer: true };
  expect((await opened(await startWith(said))).context).toMatchObject({ pageTitle: 'Averías', attributes: said });
  for (const wrong of [{ plan: null }, 'plan', { plan: 'x'.repeat(201) }])
    expect((await opened(await startWith(wrong))).context).toMatchObject({ pageTitle: 'Averías', attributes: {} });
});

it('can be said anew while it goes on: who looks at it is told, who comes back finds it, its history stays readable', async () => {
  const conversationId = await startWith({ plan: 'Fibra 600' });
  const { position } = await marta.ask('inbox:open', {});
  await lucia.ask('attributes:set', { conversationId, attributes: { plan: 'Fibra 1000' } });
  const isIt = ({ conversation }: { conversation: ConversationSummary }) =>
    conversation.id === conversationId && conversation.attributesAt > 0;
  await marta.hears('conversation:changed', isIt);
  expect((await opened(conversationId)).context.attributes).toEqual({ plan: 'Fibra 1000' });

  const caught = await marta.ask('inbox:open', { afterPosition: position });
  expect(caught.isSnapshot).toBe(false);
  expect(caught.conversations.map(({ id }) => id)).toContain(conversationId);

  const { ticket } = await marta.ask('ticket:create', { conversationId });
  await lucia.ask('attributes:set', { conversationId, attributes: {} });
  const page = await marta.ask('ticket:open', { number: ticket.number });
  expect(page.conversation.context.attributes).toEqual({});
  expect(page.history.map(({ type }) => type)).not.toContain('conversation.attributesSet');
});

it('is nothing new when it is the same', async () => {
  const conversationId = await startWith({ plan: 'Fibra 600', isCustomer: true });
  const { version } = await opened(conversationId);
  await lucia.ask('attributes:set', { conversationId, attributes: { isCustomer: true, plan: 'Fibra 600' } });
  expect((await opened(conversationId)).version).toBe(version);
});

it('makes nobody somebody else', async () => {
  const claims = { name: 'Dirección', email: 'direccion@alameda.example', sub: 'customer 7', role: 'admin' };
  const conversationId = await startWith(claims);
  await lucia.ask('attributes:set', { conversationId, attributes: { ...claims, isIdentified: true } });
  const { requester, address } = await opened(conversationId);
  expect(requester).toMatchObject({ name: '', email: '', isIdentified: false, isEmailVerified: false });
  expect(address).toBe('');
});

it('is refused where it is no claim, and where nothing goes on', async () => {
  const conversationId = await startWith({});
  const set = async (attributes: unknown) =>
    lucia.call('attributes:set', { conversationId, attributes: attributes as PageAttributes });
  const invalid = { ok: false, error: { code: 'invalid' } };
  const many = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`n${i}`, i]));
  for (const wrong of [null, 'plan', { plan: null }, { plan: {} }, { plan: 'a\nb' }, { '': 'x' }, many])
    expect(await set(wrong)).toMatchObject(invalid);
  expect(await set(JSON.parse('{"__proto__":{"role":"admin"},"plan":"Fibra"}'))).toMatchObject({ ok: true });
  expect((await opened(conversationId)).context.attributes).toEqual({ plan: 'Fibra' });

  await lucia.ask('conversation:withdraw', { conversationId });
  expect(await set({ plan: 'Otra' })).toMatchObject({ error: { code: 'not_writable' } });
});

it('takes nothing of what a visitor may write, however often a page says it', async () => {
  const strict = await startApp({ rateLimits: { read: 1e6, write: 3, session: 1e6, secret: 1e6, page: 2 } });
  onTestFinished(() => strict.close());
  const visitor = await aVisitor(strict);
  onTestFinished(() => visitor.close());
  const { conversation } = await startChat(visitor);
  const set = (order: number) =>
    visitor.call('attributes:set', { conversationId: conversation.id, attributes: { order } });
  expect([await set(1), await set(2), await set(3), await set(4)].map(({ ok }) => ok)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  await visitor.ask('message:send', { conversationId: conversation.id, clientId: newClientId(), body: 'Sigo aquí' });
});
