import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aConversation, aSite, saying, stored } from '../contract/rows-for-tests.ts';
import { openStore, type StoreOptions } from '../open-store.ts';
import { StorageError } from '../storage-error.ts';
import type { Connection } from './connection.ts';
import { databaseFile } from './open.ts';

let folder: string;
let dataFolder: string;
const opened: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ventanilla-faults-'));
  dataFolder = join(folder, 'data');
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(options: Partial<StoreOptions> = {}) {
  const store = await openStore({ dataFolder, ...options });
  opened.push(store);
  return store;
}

test('[DL3] with a full disk what is acknowledged is stored, what is refused is not, and room mends it', async () => {
  let writer: Connection | undefined;
  const store = await open({
    wrapConnection(connection, role) {
      if (role === 'writer') writer = connection;
      return connection;
    },
  });
  const site = await aSite(store);
  const conversations = await Promise.all(Array.from({ length: 10 }, () => aConversation(store, site)));
  const [{ page_count: pages } = {}] = await writer!.all('PRAGMA page_count');
  await writer!.run(`PRAGMA max_page_count = ${Number(pages) + 60}`);

  // Small calls and large ones in turn, so that the disk fills up in the middle of a batch.
  const calls = Array.from({ length: 300 }, (_, i) =>
    Array.from({ length: 1 + (i % 7) }, (_, j) => saying(conversations[i % 10]!.id, `${i} ${j} ${'x'.repeat(300)}`)),
  );
  const outcomes = await Promise.allSettled(calls.map((items) => store.appendEntries(items)));
  const acknowledged = calls.filter((_, i) => outcomes[i]?.status === 'fulfilled').flat();
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused) expect(reason).toMatchObject({ failure: 'full' });

  const bodies = await storedBodies(store, conversations);
  expect(bodies).toEqual(acknowledged.map((item) => item.fingerprint.body).sort());
  await writer!.run('PRAGMA max_page_count = 1000000');
  await stored(store, saying(conversations[0]!.id, 'hay sitio'));
  for (const { id } of conversations) {
    const seqs = (await store.entries.after(id, 0, 5000)).map((entry) => entry.seq);
    expect(seqs).toEqual(seqs.map((_, i) => i + 1));
  }
});

test('[DL3] a failed write refuses its batch and is reported as the end of this process', async () => {
  let isBroken = false;
  const failures: string[] = [];
  const store = await open({
    onDiskFailure: (error) => failures.push(error.failure),
    wrapConnection: (connection) => ({
      ...connection,
      async run(sql, params) {
        if (isBroken && sql === 'COMMIT') throw new StorageError('io', 'disk I/O error');
        return connection.run(sql, params);
      },
    }),
  });
  const conversation = await aConversation(store, await aSite(store));
  isBroken = true;
  await expect(store.appendEntries([saying(conversation.id, 'perdida')])).rejects.toMatchObject({ failure: 'io' });
  expect(failures).toEqual(['io']);
  isBroken = false;
  expect(await storedBodies(store, [conversation])).toEqual([]);
});

test('[DL3] a power cut at any step of a commit loses nothing that was acknowledged', async () => {
  const copies: { folder: string; atLeast: number; label: string }[] = [];
  let acknowledged = 0;
  let isWatching = false;
  const store = await open({
    async probe(label) {
      if (!isWatching) return;
      const copy = join(folder, `copy ${copies.length}`);
      await mkdir(copy);
      // Another process copies: closing a descriptor of the live file here would drop SQLite's locks.
      const files = [databaseFile, `${databaseFile}-wal`].map((name) => join(dataFolder, name));
      await promisify(execFile)('cp', [...files, copy]);
      copies.push({ folder: copy, label, atLeast: acknowledged + (label === 'after-commit' ? 1 : 0) });
    },
  });
  const conversation = await aConversation(store, await aSite(store));
  isWatching = true;
  for (let i = 0; i < 3; i++) {
    await stored(store, saying(conversation.id, `${i}`));
    acknowledged += 1;
  }
  isWatching = false;
  expect(copies.map((copy) => copy.label)).toEqual(Array(3).fill(['before-commit', 'after-commit']).flat());
  for (const copy of copies) {
    const reopened = await open({ dataFolder: copy.folder });
    expect(await storedBodies(reopened, [conversation])).toHaveLength(copy.atLeast);
  }
});

/** Everything but the conversations' first words. */
async function storedBodies(
  store: Awaited<ReturnType<typeof open>>,
  conversations: readonly { id: `cnv_${string}` }[],
) {
  const entries = await Promise.all(conversations.map(({ id }) => store.entries.after(id, 1, 5000)));
  return entries
    .flat()
    .map((entry) => entry.body)
    .sort();
}
