import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from '@ventanilla/shared/limits';
import { filePath } from '@ventanilla/shared/wire/file';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFileSweep } from '../jobs/file-sweep.ts';
import { aVisitor, newClientId, startChat, type TestAgent, type TestVisitor, theAdmin } from '../testing/clients.ts';
import { type Download, download, type FileProof, uploaded } from '../testing/file-calls.ts';
import { sendRaw } from '../testing/raw-http.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';
import { gif, jpeg, pdf, png, text, webp, zipBomb } from '../testing/sample-files.ts';

let app: RunningApp;
let marta: TestAgent;
let lucia: TestVisitor;
let visitor: FileProof;
let agent: FileProof;

beforeAll(async () => {
  app = await startApp();
  marta = await theAdmin(app);
  agent = { site: app.siteKey, cookie: marta.cookie };
});
beforeEach(async () => {
  lucia = await aVisitor(app);
  visitor = { site: app.siteKey, token: lucia.token };
  return () => lucia.close();
});
afterAll(async () => {
  marta?.close();
  await app?.close();
});

const words = (fileIds: `fil_${string}`[], body = '') => ({ clientId: newClientId(), body, fileIds });

async function sent(name: string, bytes: Uint8Array) {
  const file = await uploaded(app, visitor, name, bytes);
  const { conversation, entry } = await lucia.ask('conversation:start', {
    startId: newClientId(),
    ...words([file.id]),
  });
  return { file, entry, conversationId: conversation.id };
}

const header = ({ headers }: Download, name: string) => headers.get(name) ?? '';

/** Whatever a file is, a browser that gets it can do nothing with it but show one of four kinds of picture. */
function expectHarmless(answer: Download): void {
  expect(header(answer, 'x-content-type-options')).toBe('nosniff');
  expect(header(answer, 'content-security-policy')).toBe("sandbox; default-src 'none'");
  expect(header(answer, 'cross-origin-resource-policy')).toBe('same-origin');
  expect(header(answer, 'x-frame-options')).toBe('DENY');
  expect(header(answer, 'cache-control')).toBe('private, no-cache');
}

describe('[DL6] a file first, then the message', () => {
  it('the visitor’s picture reaches the agent as it was, and is shown', async () => {
    const bytes = Buffer.concat([jpeg(4_000, 3_000, 6), Buffer.alloc(300_000, 7)]);
    const { file, entry, conversationId } = await sent('DSC 0042.JPG', bytes);
    expect(file).toEqual({
      id: expect.stringMatching(/^fil_/),
      name: 'DSC 0042.jpg',
      mime: 'image/jpeg',
      sizeBytes: bytes.byteLength,
      width: 3_000,
      height: 4_000,
    });
    expect(entry).toMatchObject({ body: '', files: [file] });
    const heard = await marta.hears('entry:added', (event: { entry: { id: string } }) => event.entry.id === entry.id);
    expect(heard).toMatchObject({ entry: { files: [file] } });
    const opened = await marta.ask('conversation:open', { conversationId });
    expect(opened.entries[0]).toMatchObject({ files: [file] });
    expect(opened.conversation).toMatchObject({ subject: 'DSC 0042.jpg', preview: 'DSC 0042.jpg' });

    for (const proof of [visitor, agent]) {
      const answer = await download(app, proof, file.id);
      expect(answer.bytes.equals(bytes)).toBe(true);
      expect(header(answer, 'content-type')).toBe('image/jpeg');
      expect(header(answer, 'content-length')).toBe(String(bytes.byteLength));
      expect(header(answer, 'content-disposition')).toMatch(/^inline; filename="DSC 0042.jpg"/);
      expectHarmless(answer);
      const again = await download(app, proof, file.id, { 'if-none-match': header(answer, 'etag') });
      expect([again.status, again.bytes.byteLength]).toEqual([304, 0]);
      expectHarmless(again);
    }
  });

  it('the agent’s files reach the visitor, in their order; a note’s never do', async () => {
    const { conversation } = await startChat(lucia);
    const conversationId = conversation.id;
    const files = [
      await uploaded(app, agent, 'guía.pdf', pdf()),
      await uploaded(app, agent, 'antes.png', png()),
      await uploaded(app, agent, 'después.webp', webp('VP8X')),
    ];
    const secret = await uploaded(app, agent, 'interno.gif', gif());
    await marta.ask('note:add', { conversationId, ...words([secret.id]) });
    const ids = files.map(({ id }) => id).reverse();
    await marta.ask('message:reply', { conversationId, ...words(ids, 'Mira esto'), seenSeq: 9 });

    const heard = await lucia.hears(
      'entry:added',
      (event: { entry: { body: string } }) => event.entry.body === 'Mira esto',
    );
    expect(heard).toMatchObject({ entry: { body: 'Mira esto', files: [...files].reverse() } });
    const synced = await lucia.ask('conversation:sync', { conversationId, afterSeq: 0 });
    expect(JSON.stringify([synced, lucia.heard])).not.toContain(secret.id);
    expect((await download(app, agent, secret.id)).code).toBe('ok');
    expect((await download(app, visitor, secret.id)).code).toBe('not_found');
    for (const { id } of files) expect((await download(app, visitor, id)).code).toBe('ok');
  });

  it('[DL1] sent twice it is stored once; other files under the same id are a conflict', async () => {
    const { conversation } = await startChat(lucia);
    const [one, two] = [await uploaded(app, visitor, 'a.png', png()), await uploaded(app, visitor, 'b.png', png())];
    const message = { conversationId: conversation.id, ...words([one.id], 'mira') };
    const first = await lucia.ask('message:send', message);
    expect((await lucia.ask('message:send', message)).entry).toEqual(first.entry);
    for (const fileIds of [[], [two.id], [one.id, two.id]]) {
      expect(await lucia.call('message:send', { ...message, fileIds })).toMatchObject({ error: { code: 'conflict' } });
    }
    const start = { startId: newClientId(), ...words([two.id]) };
    const started = await lucia.ask('conversation:start', start);
    expect((await lucia.ask('conversation:start', start)).entry).toEqual(started.entry);
    const { entries } = await lucia.ask('conversation:sync', { conversationId: conversation.id, afterSeq: 0 });
    expect(entries.filter((entry) => entry.files.length > 0)).toEqual([first.entry]);
  });

  it('a file is sent once, and only by whoever uploaded it', async () => {
    const { conversation } = await startChat(lucia);
    const conversationId = conversation.id;
    const own = await uploaded(app, visitor, 'a.png', png());
    const other = await aVisitor(app);
    const theirs = await uploaded(app, { ...visitor, token: other.token }, 'b.png', png());
    other.close();
    await lucia.ask('message:send', { conversationId, ...words([own.id]) });
    const notFound = { error: { code: 'not_found', details: { field: 'fileIds' } } };
    for (const id of [own.id, theirs.id, (await uploaded(app, agent, 'c.png', png())).id]) {
      expect(await lucia.call('message:send', { conversationId, ...words([id], 'hola') })).toMatchObject(notFound);
    }
    const unsent = await uploaded(app, visitor, 'd.png', png());
    const reply = { conversationId, ...words([unsent.id]), seenSeq: 9 };
    expect(await marta.call('message:reply', reply)).toMatchObject(notFound);
    expect(await marta.call('note:add', reply)).toMatchObject(notFound);
  });

  it('no words and no files, too many files, the same one twice: refused', async () => {
    const { conversation } = await startChat(lucia);
    const { id } = await uploaded(app, visitor, 'a.png', png());
    const many = Array.from({ length: limits.filesPerMessage + 1 }, () => app.deps.ids.next('file'));
    for (const [given, details] of [
      [words([], ' \n'), { field: 'body', reason: 'blank' }],
      [words(many), { field: 'fileIds', reason: 'too_many' }],
      [words([id, id]), { field: 'fileIds', reason: 'repeated' }],
      [words(['fil_x']), { field: 'fileIds.0' }],
    ] as const) {
      const answer = await lucia.call('message:send', { conversationId: conversation.id, ...given });
      expect(answer).toMatchObject({ error: { code: 'invalid', details } });
    }
  });
});

describe('what is kept is harmless', () => {
  it.each([
    [
      'a drawing with a script',
      'dibujo.svg',
      text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    ['a page', 'pagina.html', text('<!doctype html><script>alert(1)</script>')],
    ['a script called a text', 'leeme.txt', text('alert(document.cookie)')],
    ['a document', 'factura.pdf', pdf()],
    ['an archive that would unfold to forty gigabytes', 'bomba.zip', zipBomb()],
    ['a picture that would unfold to gigabytes', 'bomba.png', png(60_000, 60_000)],
    ['a page called a picture', 'foto.png', text('<!doctype html><script>alert(1)</script>')],
  ])('%s is only ever a download, byte for byte', async (_case, name, bytes) => {
    const { file } = await sent(name, bytes);
    expect([file.width, file.height]).toEqual([0, 0]);
    for (const proof of [visitor, agent]) {
      const answer = await download(app, proof, file.id);
      expect(answer.bytes.equals(bytes)).toBe(true);
      expect(header(answer, 'content-type')).toBe('application/octet-stream');
      expect(header(answer, 'content-disposition')).toMatch(/^attachment; /);
      expectHarmless(answer);
    }
  });

  it.each([
    ['../../../../etc/cron.d/job.txt', 'job.txt'],
    ['..%2f..%5c..\\factura.txt', 'factura.txt'],
    ['fac\u200btura\u202e\u2066.t\u200bxt', 'factura.txt'],
    ['a"b\r\nSet-Cookie: x=1.txt', 'a_bSet-Cookie_ x=1.txt'],
    ['ñandú 日本 👍 (1).txt', 'ñandú 日本 👍 (1).txt'],
    ['', 'file.txt'],
  ])('a name like %j is shown and saved as %j', async (given, shown) => {
    const { file } = await sent(given, text('hola'));
    expect(file.name).toBe(shown);
    const disposition = header(await download(app, visitor, file.id), 'content-disposition');
    const [, plain = '', encoded = ''] =
      /^attachment; filename="([^"]*)"; filename\*=UTF-8''(\S+)$/.exec(disposition) ?? [];
    expect(decodeURIComponent(encoded)).toBe(shown);
    expect(plain).toMatch(/^[\x20-\x7e]+\.txt$/);
    const home = join(app.deps.config.dataFolder, 'files');
    const onDisk = (await readdir(home, { recursive: true })).filter(
      (path) => !/^[0-9a-f]{2}(\/[0-9a-f]{2})?$/.test(path),
    );
    for (const path of onDisk) expect(path).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{32}$/);
  });

  it('HEAD tells of a file without opening it, and a reader who leaves closes it', async () => {
    const { file } = await sent('a.txt', text('x'.repeat(500_000)));
    const path = `${filePath}/${file.id}?site=${app.siteKey}`;
    const headers = { authorization: `Bearer ${lucia.token}` };
    const head = await sendRaw(app, { method: 'HEAD', path, headers });
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', '500000']);
    const leaving = new AbortController();
    const response = await fetch(`${app.url}${path}`, { headers, signal: leaving.signal });
    leaving.abort();
    await response.text().catch(() => '');
    expect((await download(app, visitor, file.id)).bytes.byteLength).toBe(500_000);
  });

  it('bytes that are gone from the disk are not there', async () => {
    const { file } = await sent('a.txt', text('x'));
    const row = await app.deps.store.files.byId(file.id);
    await app.deps.files.remove(row?.storageKey ?? '');
    expect((await download(app, visitor, file.id)).code).toBe('not_found');
  });
});

describe('what is never sent', () => {
  const isThere = async (id: `fil_${string}`) => (await app.deps.store.files.byId(id)) !== null;

  it('goes after a day, with its bytes; what was sent stays', async () => {
    const { file: carried } = await sent('a.png', png());
    const unsent = await uploaded(app, visitor, 'b.png', png());
    const row = await app.deps.store.files.byId(unsent.id);
    const path = join(app.deps.config.dataFolder, 'files');
    const pathOf = (key = '') => join(path, key.slice(0, 2), key.slice(2, 4), key);
    app.deps.clock.advance(limits.unsentFileLifeMs);
    await startFileSweep(app.deps).close();
    expect(await isThere(unsent.id)).toBe(true);
    await readFile(pathOf(row?.storageKey));

    app.deps.clock.advance(1);
    await startFileSweep(app.deps).close();
    expect(await isThere(unsent.id)).toBe(false);
    await expect(readFile(pathOf(row?.storageKey))).rejects.toThrow('ENOENT');
    expect((await download(app, visitor, carried.id)).code).toBe('ok');
    const late = { startId: newClientId(), ...words([unsent.id]) };
    expect(await lucia.call('conversation:start', late)).toMatchObject({ error: { code: 'not_found' } });
  });

  it('goes by itself while the server runs', async () => {
    const unsent = await uploaded(app, visitor, 'b.png', png());
    app.deps.clock.advance(limits.unsentFileLifeMs);
    const gone = async () => {
      while (await isThere(unsent.id));
    };
    await app.passTimeUntil(gone(), 60_000);
  });
});

it('nothing of this was a fault of the server, and no name came into its log', () => {
  expect(app.logged.filter((line) => JSON.parse(line).level >= 40)).toEqual([]);
  expect(app.logged.join('\n')).not.toContain('factura');
});
