import type { AgentId } from '@ventanilla/shared/ids';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { aColleague, aVisitor, connect, startChat, type TestAgent, theAdmin } from '../testing/clients.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

let app: RunningApp;
let marta: TestAgent;

beforeAll(async () => {
  app = await startApp();
  marta = await theAdmin(app);
});
afterAll(async () => {
  marta?.close();
  await app?.close();
});

it('[DL9] who leaves a site hears no more of it, comes back to a list without it, gives back what they had there, and no site is left alone', async () => {
  const home = app.deps.directory.sites()[0]!;
  const { site: shop } = await marta.ask('site:create', {
    name: 'La tienda',
    origins: ['https://tienda.example'],
    locale: 'es',
    accent: '#0f766e',
    position: 'end',
    timeZone: 'Europe/Madrid',
    openingHours: home.openingHours,
    pickUpMs: 60_000,
    firstReplyMinutes: 60,
  });
  const diego = await aColleague(app, marta, 'Diego', [home.id]);
  const agentId = diego.agentId as AgentId;
  const lucia = await aVisitor(app);
  const { conversation } = await startChat(lucia);
  await diego.ask('conversation:take', { conversationId: conversation.id });

  const { position: afterPosition, conversations } = await diego.ask('inbox:open', {});
  expect(conversations.map(({ id }) => id)).toContain(conversation.id);
  const move = { agentId, version: 1, siteIds: [shop.id] };
  expect((await marta.ask('agent:setSites', move)).agent).toMatchObject({ siteIds: [shop.id], version: 2 });
  await vi.waitFor(() => expect(diego.raw.connected).toBe(false));
  expect(diego.heard.map(({ name }) => name)).not.toContain('session:ended');
  const again = await connect(app, '/agent', {}, { cookie: diego.cookie, origin: app.url });
  const inbox = await again.ask('inbox:open', { afterPosition });
  expect(inbox).toMatchObject({ isSnapshot: true, conversations: [] });
  const opened = await marta.ask('conversation:open', { conversationId: conversation.id });
  expect(opened.conversation).toMatchObject({ state: 'queued', assignee: null });
  expect((await app.deps.store.events.ofSubject('agent', agentId, 10)).at(-1)).toMatchObject({
    type: 'agent.sitesChanged',
    actorId: marta.agentId,
    after: { added: [shop.id], left: [home.id] },
  });

  const refusals = [
    [move, { code: 'conflict', details: { version: 2 } }],
    [{ ...move, version: 2, siteIds: [app.deps.ids.next('site')] }, { code: 'not_found' }],
    [
      { ...move, version: 2, siteIds: [] },
      { code: 'invalid', details: { field: 'siteIds' } },
    ],
  ] as const;
  for (const [input, error] of refusals)
    expect(await marta.call('agent:setSites', { ...input, siteIds: [...input.siteIds] })).toMatchObject({ error });
  const version = app.deps.directory.agent(marta.agentId)?.version ?? 0;
  const leave = { agentId: marta.agentId as AgentId, version, siteIds: [shop.id] };
  expect(await marta.call('agent:setSites', leave)).toMatchObject({ error: { code: 'last_member' } });
  for (const socket of [diego, again, lucia]) socket.close();
});
