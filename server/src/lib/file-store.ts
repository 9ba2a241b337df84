import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StorageError } from '../storage/storage-error.ts';

/** Bytes by a key that we made; what they are called and whose they are is in the database. */
export interface FileStore {
  /**
   * Resolves when everything is on disk, with the size and the first bytes. On any fault, of the disk (`StorageError`) or
   * of what comes in (thrown on as it is), nothing is kept.
   */
  write(key: string, bytes: AsyncIterable<Uint8Array>): Promise<WrittenFile>;
  /** Opens the file when the first byte is asked for; null when it is not there. */
  read(key: string): Promise<ReadableStream<Uint8Array> | null>;
  /** Well even when it is not there. */
  remove(key: string): Promise<void>;
}

export interface WrittenFile {
  sizeBytes: number;
  /** Enough to tell the type and the size of a picture; a copy of its own. */
  head: Uint8Array;
}

const headBytes = 256 * 1024;
const readBytes = 64 * 1024;

/** Below `files/aa/bb` of the data folder, readable by the owner alone. */
export function createFileStore(dataFolder: string): FileStore {
  const home = join(dataFolder, 'files');

  function pathOf(key: string): string {
    if (!/^[0-9a-f]{32}$/.test(key)) throw new Error('not a key of the file store');
    return join(home, key.slice(0, 2), key.slice(2, 4), key);
  }

  return {
    async write(key, bytes) {
      const path = pathOf(key);
      const folder = dirname(path);
      const head: Uint8Array[] = [];
      let sizeBytes = 0;
      async function* seen() {
        for await (const chunk of bytes) {
          if (sizeBytes < headBytes) head.push(chunk.slice(0, headBytes - sizeBytes));
          sizeBytes += chunk.byteLength;
          yield chunk;
        }
      }
      let file: FileHandle | undefined;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        file = await open(path, 'wx', 0o600);
        await file.writeFile(seen());
        await file.sync();
        await file.close();
        // The names too: a file that nobody finds after a power cut is lost.
        for (const parent of [folder, dirname(folder), home]) await syncFolder(parent);
        return { sizeBytes, head: Buffer.concat(head) };
      } catch (error) {
        await file?.close().catch(() => undefined);
        if (file) await rm(path, { force: true });
        throw isOfTheDisk(error) ? diskError(error) : error;
      }
    },

    async read(key) {
      const path = pathOf(key);
      try {
        await stat(path);
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        throw diskError(error);
      }
      return streamOf(path);
    },

    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Nothing is open until somebody reads, so that an answer without a body leaves nothing open. */
function streamOf(path: string): ReadableStream<Uint8Array> {
  let opened: Promise<FileHandle> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        opened ??= open(path, 'r');
        const file = await opened;
        const { bytesRead, buffer } = await file.read(new Uint8Array(readBytes), 0, readBytes);
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        await file.close();
        controller.close();
      },
      async cancel() {
        await (await opened)?.close();
      },
    },
    { highWaterMark: 0 },
  );
}

const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const failing: ReadonlySet<string> = new Set(['EIO', 'EROFS', 'EMFILE', 'ENFILE', 'EACCES', 'EPERM', 'ENOTDIR']);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function isOfTheDisk(error: unknown): boolean {
  return full.has(codeOf(error)) || failing.has(codeOf(error));
}

/** The database is not concerned: the upload is refused, and the process goes on. */
function diskError(error: unknown): StorageError {
  return new StorageError(full.has(codeOf(error)) ? 'full' : 'io', 'A file could not be kept or read.', error);
}
