import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { aVisitor, callHttp, connect, newClientId, startChat, theAdmin } from './testing/clients.ts';
import { anInstallation } from './testing/programs.ts';
import { startApp } from './testing/running-app.ts';

const hourMs = 60 * 60_000;

it('[DL2] a system clock that is set an hour forward and back changes times and nothing else', async () => {
  const installation = await anInstallation();
  onTestFinished(() => installation.remove());
  const nodeArgs = ['--import', join(import.meta.dirname, 'testing/movable-time.ts')];
  const server = await installation.serve({ nodeArgs });
  const agent = await theAdmin(server);
  const lucia = await aVisitor(server);
  const { conversation } = await startChat(lucia, 'ahora');
  const { id: conversationId } = conversation;
  await agent.ask('conversation:take', { conversationId });
  const proof = { site: server.siteKey, token: lucia.token };

  const words = ['ahora'];
  const settings = [
    ['SIGHUP', -1],
    ['SIGUSR2', 0],
    ['SIGUSR2', 1],
    ['SIGHUP', 0],
  ] as const;
  for (const [index, [signal, hours]] of settings.entries()) {
    server.child.kill(signal);
    await server.says(`the clock was set ${index + 1}`);
    const said = { conversationId, clientId: newClientId(), body: `${words.length}: a ${hours} h` };
    const { entry } = await lucia.ask('message:send', said);
    expect((entry.createdAt - Date.now()) / hourMs).toBeCloseTo(hours, 1);
    const reply = { conversationId, clientId: newClientId(), body: `sí, a ${hours} h`, seenSeq: entry.seq };
    await agent.ask('message:reply', reply);
    // Sent again, and come back with what one had: nothing is new, nobody is a stranger.
    expect((await lucia.ask('message:send', said)).entry).toEqual(entry);
    (await connect(server, '/visitor', proof)).close();
    expect((await callHttp(server, 'session:open', {}, { cookie: agent.cookie })).status).toBe(200);
    words.push(said.body, reply.body);
  }

  const { entries } = await agent.ask('entry:list', { conversationId });
  expect(entries.flatMap(({ kind, body }) => (kind === 'message' ? [body] : []))).toEqual(words);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  expect([lucia.raw.connected, agent.raw.connected]).toEqual([true, true]);
  const heard = lucia.heard
    .filter(({ name }) => name === 'entry:added')
    .map(({ payload }) => payload as { entry: { seq: number } });
  expect(heard.map(({ entry }) => entry.seq)).toEqual(
    [...new Set(heard.map(({ entry }) => entry.seq))].sort((a, b) => a - b),
  );
});

it.each([
  ['forward', 1],
  ['back', -1],
])('[CV1] set an hour %s, whoever waits keeps their place and still gets a ticket, and one', async (_way, hours) => {
  const app = await startApp();
  onTestFinished(() => app.close());
  const agent = await theAdmin(app);
  const [before, after] = [await aVisitor(app), await aVisitor(app)];
  onTestFinished(() => {
    for (const socket of [agent, before, after]) socket.close();
  });
  const { conversation: first } = await startChat(before, 'antes del salto');
  app.deps.clock.jump(hours * hourMs);
  const { conversation: second } = await startChat(after, 'después del salto');

  const { conversations: queue } = await agent.ask('inbox:open', {});
  expect(queue.map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(await after.ask('queue:check', { conversationId: second.id })).toMatchObject({ place: 2 });

  /** Half a minute at a time: no job sleeps longer. */
  async function waitedFor(id: typeof first.id): Promise<number> {
    const startedAt = app.deps.clock.elapsed();
    for (;;) {
      const { conversation } = await agent.ask('conversation:open', { conversationId: id });
      const waitedMs = app.deps.clock.elapsed() - startedAt;
      if (conversation.outcome === 'ticketed' || waitedMs > 2 * hourMs) return waitedMs;
      app.deps.clock.advance(30_000);
    }
  }
  // Three minutes and a look; the hour comes on top for whoever waited for a time of before.
  expect(await waitedFor(second.id)).toBeLessThan(hourMs);
  expect(await waitedFor(first.id)).toBeLessThan(2 * hourMs);
  const tickets = await agent.ask('ticket:list', {});
  expect(tickets.tickets.map(({ conversationId }) => conversationId).sort()).toEqual([first.id, second.id].sort());
  expect(await agent.ask('health:noDeadEnd', {})).toEqual({
    overdueDeadlines: 0,
    endedWithoutOutcome: 0,
    ticketedWithoutTicket: 0,
    twoOpenTickets: 0,
  });
});
