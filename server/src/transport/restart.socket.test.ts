import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { returnMs } from '../lib/presence.ts';
import { aVisitor, startChat, theAdmin } from '../testing/clients.ts';
import { startApp } from '../testing/running-app.ts';

it('a restart is no absence: who was there is expected back, and counts as gone only when they did not come', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'ventanilla-test-'));
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
  const before = await startApp({ dataFolder });
  await theAdmin(before);
  await vi.waitFor(async () => expect(await before.deps.store.agents.list()).toMatchObject([{ wasConnected: true }]));
  await before.close();

  const after = await startApp({ dataFolder });
  onTestFinished(() => after.close());
  const lucia = await aVisitor(after);
  onTestFinished(() => lucia.close());
  expect((await startChat(lucia)).conversation).toMatchObject({ state: 'queued' });
  after.deps.clock.advance(returnMs);
  await vi.waitFor(async () => expect(await after.deps.store.agents.list()).toMatchObject([{ wasConnected: false }]));
  const { conversation } = await startChat(lucia);
  expect(conversation).toMatchObject({ outcome: 'ticketed', ticket: { reason: 'no_agent_available' } });
});
