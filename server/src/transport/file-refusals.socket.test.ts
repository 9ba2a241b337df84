import { readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { limits } from '@ventanilla/shared/limits';
import { filePath } from '@ventanilla/shared/wire/file';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFileSweep } from '../jobs/file-sweep.ts';
import { aVisitor, startChat, type TestVisitor } from '../testing/clients.ts';
import { type FileProof, upload, uploaded } from '../testing/file-calls.ts';
import { sendRaw } from '../testing/raw-http.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';
import { pdf, png, text, windowsProgram } from '../testing/sample-files.ts';
import { openStoredRows, type StoredRows } from '../testing/stored-rows.ts';

let app: RunningApp;
let stored: StoredRows;
let lucia: TestVisitor;
let visitor: FileProof;

beforeAll(async () => {
  app = await startApp();
  stored = await openStoredRows(app);
});
beforeEach(async () => {
  lucia = await aVisitor(app);
  visitor = { site: app.siteKey, token: lucia.token };
  return () => lucia.close();
});
afterAll(async () => {
  await stored?.close();
  await app?.close();
});

/** Everything that is kept of files: rows, and bytes on disk. */
async function kept(): Promise<{ rows: number; bytes: string[] }> {
  const { files = [] } = await stored.all();
  const home = join(app.deps.config.dataFolder, 'files');
  const entries = await readdir(home, { recursive: true, withFileTypes: true }).catch(() => []);
  return { rows: files.length, bytes: entries.filter((entry) => entry.isFile()).map((entry) => entry.name) };
}

describe('what is refused leaves nothing', () => {
  async function expectNothingKept(act: () => Promise<unknown>, refusal: object): Promise<void> {
    const before = await kept();
    expect(await act()).toMatchObject(refusal);
    expect(await kept()).toEqual(before);
  }
  const refusedUpload = async (name: string, bytes: Uint8Array) => (await upload(app, visitor, name, bytes)).body;

  it.each([
    ['a program called a picture', 'foto.jpg', windowsProgram()],
    ['a script called a text', 'leeme.txt', text('#!/usr/bin/env node\n')],
    ['a text called a program', 'leeme.exe', text('hola')],
    ['a double extension', 'factura.pdf.exe', pdf()],
    ['an extension behind a right-to-left mark', 'factura\u202efdp.exe', pdf()],
    ['an extension with an invisible letter', 'factura.e\u200bxe', pdf()],
    ['bytes of no kind', 'datos.bin', Uint8Array.of(0, 1, 2, 3)],
  ])('%s', (_case, name, bytes) =>
    expectNothingKept(() => refusedUpload(name, bytes), { ok: false, error: { code: 'unsupported_type' } }),
  );

  it('an empty file, whether it says so or not', async () => {
    const empty = { error: { code: 'invalid', details: { field: 'file', reason: 'empty' } } };
    await expectNothingKept(() => refusedUpload('a.txt', new Uint8Array()), empty);
    const headers = { origin: app.url, authorization: `Bearer ${lucia.token}`, 'transfer-encoding': 'chunked' };
    const path = `${filePath}?site=${app.siteKey}&name=a.txt`;
    await expectNothingKept(
      async () => JSON.parse((await sendRaw(app, { method: 'POST', path, headers })).text),
      empty,
    );
  });

  it('ten megabytes are taken, a byte more is not', async () => {
    const most = new Uint8Array(limits.fileBytes).fill(65);
    expect((await uploaded(app, visitor, 'a.txt', most)).sizeBytes).toBe(limits.fileBytes);
    const more = new Uint8Array(limits.fileBytes + 1).fill(65);
    const tooLarge = { error: { code: 'too_large', details: { maxBytes: limits.fileBytes } } };
    await expectNothingKept(() => refusedUpload('a.txt', more), tooLarge);
  });

  /** As fast as the server reads; answers how much it let in before it said no. */
  function sendEndless(headers: Record<string, string>, name = 'a.txt') {
    const megabyte = Buffer.alloc(1024 * 1024, 65);
    return new Promise<{ status: number; text: string; sentBytes: number }>((resolve, reject) => {
      const { hostname, port } = new URL(app.url);
      const path = `${filePath}?site=${app.siteKey}&name=${name}`;
      const all = { origin: app.url, authorization: `Bearer ${lucia.token}`, ...headers };
      let sentBytes = 0;
      let isAnswered = false;
      const outgoing = request({ hostname, port, method: 'POST', path, headers: all, agent: false }, (incoming) => {
        isAnswered = true;
        const atAnswer = sentBytes;
        incoming.setEncoding('utf8');
        let body = '';
        incoming.on('data', (chunk: string) => {
          body += chunk;
        });
        incoming.on('end', () => {
          resolve({ status: incoming.statusCode ?? 0, text: body, sentBytes: atAnswer });
          outgoing.destroy();
        });
      });
      outgoing.on('error', (error) => isAnswered || reject(error));
      function pump() {
        while (!isAnswered && sentBytes < 200 * megabyte.byteLength) {
          sentBytes += megabyte.byteLength;
          if (!outgoing.write(megabyte)) return outgoing.once('drain', pump);
        }
        return outgoing;
      }
      pump();
    });
  }

  it('two hundred megabytes that say so are refused before they are read', async () => {
    const before = await kept();
    const answer = await sendEndless({ 'content-length': String(200 * 1024 * 1024) });
    expect([answer.status, JSON.parse(answer.text).error.code]).toEqual([413, 'too_large']);
    expect(answer.sentBytes).toBeLessThan(limits.fileBytes);
    expect(await kept()).toEqual(before);
  });

  it('two hundred megabytes that do not say so are refused at the limit, without growing in memory', async () => {
    const before = await kept();
    const memory = process.memoryUsage().arrayBuffers;
    const answer = await sendEndless({ 'transfer-encoding': 'chunked' });
    expect([answer.status, JSON.parse(answer.text).error.code]).toEqual([413, 'too_large']);
    expect(answer.sentBytes).toBeLessThan(4 * limits.fileBytes);
    expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(4 * limits.fileBytes);
    expect(await kept()).toEqual(before);
  });

  it('an upload that breaks off', async () => {
    const before = await kept();
    const { hostname, port } = new URL(app.url);
    const headers = { origin: app.url, authorization: `Bearer ${lucia.token}`, 'content-length': '1000000' };
    const path = `${filePath}?site=${app.siteKey}&name=a.txt`;
    const outgoing = request({ hostname, port, method: 'POST', path, headers, agent: false });
    outgoing.on('error', () => {});
    outgoing.write('x'.repeat(100_000));
    while ((await kept()).bytes.length === before.bytes.length);
    outgoing.destroy();
    while ((await kept()).rows > before.rows);
    expect(await kept()).toEqual(before);
  });

  it('whoever is blocked', async () => {
    await startChat(lucia);
    await app.deps.store.visitors.block(lucia.visitorId as `vis_${string}`, 1, []);
    await app.deps.directory.reloadBlocked();
    await expectNothingKept(() => refusedUpload('a.png', png()), { error: { code: 'blocked' } });
  });
});

describe('how much', () => {
  it('a visitor may upload so many bytes an hour, refused ones included; time gives them back', async () => {
    const strict = await startApp({ uploadBytesPerHour: 3_000 });
    const [one, two] = [await aVisitor(strict), await aVisitor(strict)];
    const send = async ({ token }: TestVisitor, name = 'a.txt') => {
      const { status, headers, body } = await upload(
        strict,
        { site: strict.siteKey, token },
        name,
        text('x'.repeat(1_000)),
      );
      return { status, retryAfter: Number(headers.get('retry-after')), code: body.ok ? 'ok' : body.error.code };
    };
    expect((await send(one)).code).toBe('ok');
    expect((await send(one, 'a.png.jar')).code).toBe('unsupported_type');
    expect((await send(one)).code).toBe('ok');
    expect((await send(one)).code).toBe('ok');
    expect(await send(one)).toEqual({ status: 429, retryAfter: 1_200, code: 'rate_limited' });
    expect((await send(two)).code).toBe('ok');
    strict.deps.clock.advance(1_200_000);
    expect((await send(one)).code).toBe('ok');
    for (const socket of [one, two]) socket.close();
    await strict.close();
  });

  it('counts as a write, like a message', async () => {
    const strict = await startApp({ rateLimits: { read: 1e6, write: 2, session: 1e6, secret: 1e6, page: 1e6 } });
    const one = await aVisitor(strict);
    const send = async () => (await upload(strict, { site: strict.siteKey, token: one.token }, 'a.png', png())).status;
    expect([await send(), await send(), await send()]).toEqual([200, 200, 429]);
    one.close();
    await strict.close();
  });
});

it('a disk that does not take it is told so, and what it left is removed once it can be', async () => {
  const broken = await startApp();
  const obstacle = join(broken.deps.config.dataFolder, 'files');
  await writeFile(obstacle, 'in the way');
  const one = await aVisitor(broken);
  const answer = await upload(broken, { site: broken.siteKey, token: one.token }, 'a.png', png());
  expect([answer.status, answer.body]).toMatchObject([503, { error: { code: 'unavailable' } }]);
  await rm(obstacle);
  broken.deps.clock.advance(limits.unsentFileLifeMs + 1);
  await startFileSweep(broken.deps).close();
  const rows = await openStoredRows(broken);
  expect((await rows.all()).files).toEqual([]);
  await rows.close();
  one.close();
  await broken.close();
});

it('nothing of the rest was a fault of the server', () => {
  expect(app.logged.filter((line) => JSON.parse(line).level >= 40)).toEqual([]);
});
