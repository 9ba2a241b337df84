import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileStore, type FileStore } from './file-store.ts';

let folder: string;
let files: FileStore;
const key = 'abcdef0123456789abcdef0123456789';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ventanilla-files-'));
  files = createFileStore(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function* inPieces(...pieces: Uint8Array[]) {
  yield* pieces;
}

const kept = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

async function bytesOf(stream: ReadableStream<Uint8Array> | null): Promise<Buffer> {
  if (!stream) throw new Error('nothing there');
  return Buffer.from(await new Response(stream).arrayBuffer());
}

test('what was written comes back, from below two folders that only the owner may read', async () => {
  const content = randomBytes(700_000);
  const written = await files.write(
    key,
    inPieces(content.subarray(0, 3), content.subarray(3, 300_000), content.subarray(300_000)),
  );
  expect(written.sizeBytes).toBe(700_000);
  expect(Buffer.from(written.head)).toEqual(content.subarray(0, 256 * 1024));
  expect(await bytesOf(await files.read(key))).toEqual(content);
  const path = join(folder, 'files', 'ab', 'cd', key);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  for (const part of ['files', 'files/ab', 'files/ab/cd'])
    expect((await stat(join(folder, part))).mode & 0o777).toBe(0o700);
});

test('a sender who breaks off leaves nothing, and their error is told as it is', async () => {
  async function* breaking() {
    yield randomBytes(1_000);
    throw new RangeError('went away');
  }
  await expect(files.write(key, breaking())).rejects.toThrow(new RangeError('went away'));
  expect(await kept()).toEqual([]);
  await files.write(key, inPieces(Buffer.from('again')));
  expect(String(await bytesOf(await files.read(key)))).toBe('again');
});

test('a disk that refuses is told as the storage’s failure', async () => {
  await writeFile(join(folder, 'files'), 'in the way');
  await expect(files.write(key, inPieces(Buffer.from('x')))).rejects.toMatchObject({ failure: 'io' });
});

test('nothing is ever written over', async () => {
  await files.write(key, inPieces(Buffer.from('first')));
  await expect(files.write(key, inPieces(Buffer.from('second')))).rejects.toThrow('EEXIST');
  expect(await readFile(join(folder, 'files', 'ab', 'cd', key), 'utf8')).toBe('first');
});

test.each(['', 'x', '../../../../etc/passwd', 'ABCDEF0123456789ABCDEF0123456789', `${key}/`, `${key}\n`])(
  '%j is no key',
  async (given) => {
    await expect(files.write(given, inPieces())).rejects.toThrow('not a key');
    await expect(files.read(given)).rejects.toThrow('not a key');
    await expect(files.remove(given)).rejects.toThrow('not a key');
  },
);

test('what is not there is null, and may be removed', async () => {
  expect(await files.read(key)).toBeNull();
  await files.remove(key);
  await files.write(key, inPieces(Buffer.from('x')));
  await files.remove(key);
  expect(await files.read(key)).toBeNull();
});

test('a reader who stops half-way closes the file', async () => {
  await files.write(key, inPieces(randomBytes(300_000)));
  const reader = (await files.read(key))?.getReader();
  expect((await reader?.read())?.value?.byteLength).toBe(64 * 1024);
  await reader?.cancel();
  // Opened only when read: this one never was.
  expect(await files.read(key)).not.toBeNull();
});
