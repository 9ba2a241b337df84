import { readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filePath } from '@ventanilla/shared/wire/file';
import { callerWith, openDesk } from '../../fixtures/desk.ts';
import { type Product, startProduct } from '../../fixtures/product.ts';
import { judge, settings } from './scenario.ts';
import { startTalk } from './talk.ts';

/*
 * Run by itself with a small file system as TMPDIR, which it fills to the last byte (ENOSPC) and empties again, three
 * times, under one server process that goes on. Writes its finding to standard output.
 */

const balloon = join(tmpdir(), 'balloon');
const rounds = 3;

/** Until the system says that there is no room. */
async function fill(): Promise<void> {
  for (const bytes of [65_536, 4_096, 1]) {
    try {
      for (;;) await writeFile(balloon, Buffer.alloc(bytes), { flag: 'a' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
}

let product: Product | undefined;
const desk = await openDesk(settings, async (options) => {
  product = await startProduct(options);
  return product;
});
if (!product) throw new Error('nothing was started');
const { data, url } = product;
let endedBy: string | null = 'still there';
const ended = product.ended.then((signal) => {
  endedBy = signal;
});

const { token } = await callerWith(url, {}, desk.site.key).call('visitor:create', {});
/** Half a megabyte; the answer's status. */
async function sendFile(): Promise<number> {
  const address = `${url}${filePath}?${new URLSearchParams({ site: desk.site.key, name: 'foto.png' })}`;
  const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(512 * 1024)]);
  const headers = { authorization: `Bearer ${token}`, origin: url };
  return (await fetch(address, { method: 'POST', headers, body: picture })).status;
}
const filesKept = async () =>
  (await readdir(join(data, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) =>
    entry.isFile(),
  ).length;

const talk = await startTalk(desk, 10);
let refusedFiles = 0;
let halfFiles = 0;
for (let round = 0; round < rounds; round++) {
  await talk.say(20, 500);
  await fill();
  await talk.say(40, 2_000);
  refusedFiles += Number((await sendFile()) === 503);
  halfFiles += await filesKept();
  await rm(balloon);
  await talk.sayAgain();
}
const isOneProcess = endedBy === 'still there';
const isFileTaken = (await sendFile()) === 200;

await desk.goDown();
await ended;
await fill();
const startWithoutRoom = await startProduct({ data }).then(
  async (started) => {
    await started.kill();
    return 'it starts';
  },
  (error: unknown) => /cannot start: (.*)/.exec(String(error))?.[1] ?? String(error),
);
await rm(balloon);
await desk.comeBack();
const tally = await talk.count();
await desk.close();

const refusals = Object.values(tally.refused).reduce((sum, count) => sum + count, 0);
const finding = judge(
  tally,
  { rounds, refusedFiles, halfFiles, startWithoutRoom },
  {
    isRefused: refusals > 0 && Object.keys(tally.refused).every((why) => why === 'message:send: unavailable'),
    isFileRefused: refusedFiles === rounds && halfFiles === 0,
    isFileTaken,
    isOneProcess,
  },
);
console.log(JSON.stringify(finding));
