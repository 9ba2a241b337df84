import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from '@ventanilla/shared/limits';
import { afterEach, expect, it } from 'vitest';
import { type Connection, openConnection } from './storage/sqlite/connection.ts';
import { databaseFile } from './storage/sqlite/open.ts';
import { aVisitor, callHttp, newClientId, startChat, theAdmin } from './testing/clients.ts';
import { upload } from './testing/file-calls.ts';
import { anInstallation } from './testing/programs.ts';
import { startApp } from './testing/running-app.ts';
import { png } from './testing/sample-files.ts';

const opened: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

it('[DL3] a full disk refuses with a code and a sentence, reading goes on, and room mends it in place', async () => {
  let writer: Connection | undefined;
  const app = await startApp(
    {},
    {
      storage: {
        wrapConnection(connection, role) {
          if (role === 'writer') writer = connection;
          return connection;
        },
      },
    },
  );
  opened.push(() => app.close());
  const agent = await theAdmin(app);
  const lucia = await aVisitor(app);
  opened.push(agent.close, lucia.close);
  const { conversation } = await startChat(lucia, 'antes');
  const { id: conversationId } = conversation;
  await agent.ask('conversation:take', { conversationId });
  const [{ page_count: pages } = {}] = (await writer?.all('PRAGMA page_count')) ?? [];
  await writer?.all(`PRAGMA max_page_count = ${Number(pages) + 4}`);

  const words = ['antes'];
  let refused = { conversationId, clientId: '', body: '' };
  while (refused.clientId === '') {
    const said = { conversationId, clientId: newClientId(), body: `${words.length} ${'x'.repeat(3_000)}` };
    const answer = await lucia.call('message:send', said);
    if (answer.ok) words.push(said.body);
    else {
      expect(answer.error).toMatchObject({ code: 'unavailable', details: { reason: 'full' } });
      expect(answer.error.message).toContain('No se ha perdido nada');
      refused = said;
    }
  }
  const reply = { conversationId, clientId: newClientId(), body: 'y'.repeat(3_000), seenSeq: 0, anyway: true };
  expect(await agent.call('message:reply', reply)).toMatchObject({ error: { code: 'unavailable' } });
  const proof = { site: app.siteKey, token: lucia.token };
  expect(await callHttp(app, 'message:send', refused, proof)).toMatchObject({ status: 503 });

  const texts = async () =>
    (await agent.ask('entry:list', { conversationId })).entries.flatMap(({ kind, body }) =>
      kind === 'message' ? [body] : [],
    );
  expect(await texts()).toEqual(words);
  expect((await fetch(`${app.url}/health/ready`)).status).toBe(200);
  const metrics = await (await fetch(`${app.url}/metrics`)).text();
  expect(Number(/ventanilla_storage_refusals_total\{reason="full"\} (\d+)/.exec(metrics)?.[1])).toBeGreaterThan(2);
  expect(app.logged.some((line) => line.includes('there is no room on the disk'))).toBe(true);

  await writer?.all('PRAGMA max_page_count = 1000000');
  await lucia.ask('message:send', refused);
  await agent.ask('message:reply', reply);
  expect(await texts()).toEqual([...words, refused.body, reply.body]);
});

it('[DL3] what SQLite takes for a failed disk and is none, a quota or the longest file, ends nothing', async () => {
  const installation = await anInstallation();
  opened.push(() => installation.remove());
  const first = await installation.serve();
  const agent = await theAdmin(first);
  agent.close();
  first.child.kill('SIGTERM');
  await first.exit;

  // Half a megabyte to a file, or a whole one where `ulimit` counts in kilobytes, beyond what the database has.
  const file = join(installation.data, databaseFile);
  const blocks = Math.ceil((await stat(file)).size / 512) + 1_024;
  const server = await installation.serve({ by: ['sh', '-c', `ulimit -f ${blocks} && exec "$0" "$@"`] });
  const lucia = await aVisitor(server);
  opened.push(lucia.close);
  const { conversation } = await startChat(lucia, 'antes');
  const words = ['antes'];
  let refused = { conversationId: conversation.id, clientId: '', body: '' };
  while (refused.clientId === '') {
    const said = { ...refused, clientId: newClientId(), body: `${words.length} ${'x'.repeat(3_000)}` };
    const answer = await lucia.call('message:send', said);
    if (answer.ok) words.push(said.body);
    else {
      expect(answer.error).toMatchObject({ code: 'unavailable', details: { reason: 'full' } });
      refused = said;
    }
  }
  const texts = async () => {
    const { entries } = await lucia.ask('conversation:sync', { conversationId: conversation.id, afterSeq: 0 });
    return entries.flatMap(({ kind, body }) => (kind === 'message' ? [body] : []));
  };
  expect(await texts()).toEqual(words.slice(-limits.entriesPerPage));

  // Another program empties the log: there is room in it again, and the same process takes the same words.
  const other = await openConnection(file, 'readwrite', 5_000);
  await other.all('PRAGMA wal_checkpoint(TRUNCATE)');
  await other.close();
  await lucia.ask('message:send', refused);
  expect(await texts()).toEqual([...words, refused.body].slice(-limits.entriesPerPage));
  expect(await readdir(installation.data)).not.toContain(`${databaseFile}-room`);
  expect(server.child.exitCode).toBe(null);
});

it('a file for which there is no room is refused and leaves nothing; what is smaller is taken', async () => {
  const installation = await anInstallation();
  opened.push(() => installation.remove());
  // The system itself ends the writing: no file may grow beyond 4 MB, or 8 where `ulimit` counts in kilobytes.
  const server = await installation.serve({ by: ['sh', '-c', 'ulimit -f 8192 && exec "$0" "$@"'] });
  const lucia = await aVisitor(server);
  opened.push(lucia.close);
  const proof = { site: server.siteKey, token: lucia.token };
  const whole = Buffer.concat([png(), Buffer.alloc(limits.fileBytes - 1_000)]);
  const refused = await upload(server, proof, 'grande.png', whole);
  expect([refused.status, refused.body]).toMatchObject([
    503,
    { error: { code: 'unavailable', details: { reason: 'full' } } },
  ]);
  const files = await readdir(join(installation.data, 'files'), { recursive: true, withFileTypes: true });
  expect(files.filter((entry) => entry.isFile())).toEqual([]);
  expect((await upload(server, proof, 'pequeña.png', png())).status).toBe(200);
  expect((await startChat(lucia)).conversation.state).not.toBe('');
});
