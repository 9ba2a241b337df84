import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aVisitor, callHttp, newClientId, startChat, theAdmin } from './testing/clients.ts';
import { anInstallation, type Installation } from './testing/programs.ts';

let installation: Installation;

beforeEach(async () => {
  installation = await anInstallation();
});
afterEach(() => installation.remove());

it('[DL3] while another program locks the database reading goes on, and what is written is late, once, not lost', async () => {
  const server = await installation.serve();
  const agent = await theAdmin(server);
  const lucia = await aVisitor(server);
  const { conversation } = await startChat(lucia, 'antes');
  const { id: conversationId } = conversation;
  const holder = installation.start(join(import.meta.dirname, 'testing/lock-holder.ts'), {
    args: [join(installation.data, 'ventanilla.db')],
  });
  await holder.says('locked');

  const said = { conversationId, clientId: newClientId(), body: 'mientras' };
  let isAnswered = false;
  const sent = lucia.ask('message:send', said).finally(() => {
    isAnswered = true;
  });
  const texts = async () =>
    (await agent.ask('entry:list', { conversationId })).entries.flatMap(({ kind, body }) =>
      kind === 'message' ? [body] : [],
    );
  expect(await texts()).toEqual(['antes']);
  const proof = { site: server.siteKey, token: lucia.token };
  const synced = await callHttp(server, 'conversation:sync', { conversationId, afterSeq: 0 }, proof);
  expect(synced.status).toBe(200);
  expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
  expect(isAnswered).toBe(false);

  holder.child.kill('SIGTERM');
  const { entry } = await sent;
  await agent.hears<{ entry: { body: string } }>('entry:added', (event) => event.entry.body === 'mientras');
  expect((await lucia.ask('message:send', said)).entry).toEqual(entry);
  expect(await texts()).toEqual(['antes', 'mientras']);
});
