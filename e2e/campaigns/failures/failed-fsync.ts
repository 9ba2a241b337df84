import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from '../../fixtures/desk.ts';
import { type Product, startProduct } from '../../fixtures/product.ts';
import { type Finding, judge, settings } from './scenario.ts';
import { startTalk } from './talk.ts';

const rounds = 3;
export const compiler = 'cc';

/** The system's own fsync fails with EIO under a running server, again and again; each time the next start must know everything. */
export async function failedFsync(): Promise<Finding> {
  const folder = await mkdtemp(join(tmpdir(), 'ventanilla-sync-'));
  const library = join(folder, 'failing-sync.so');
  const flag = join(folder, 'fail');
  execFileSync(compiler, ['-shared', '-fPIC', '-o', library, join(import.meta.dirname, 'failing-sync.c'), '-ldl']);
  const broken = { ...settings, LD_PRELOAD: library, FAILING_SYNC: flag };
  let product: Product | undefined;
  const desk = await openDesk(broken, async (options) => {
    product = await startProduct(options);
    return product;
  });
  const talk = await startTalk(desk, 20);
  const ends: string[] = [];
  for (let round = 0; round < rounds; round++) {
    await talk.say(10, 300);
    const running = product;
    if (!running) throw new Error('nothing was started');
    await writeFile(flag, '');
    await talk.say(1, 300);
    const signal = await running.ended;
    ends.push(signal ?? `exit ${await running.stop()}`);
    await rm(flag);
    await desk.comeBack();
    await talk.sayAgain();
  }
  const tally = await talk.count();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
  const did = { rounds, ends: ends.join(', ') };
  return judge(tally, did, {
    isEndedWithOne: ends.every((end) => end === 'exit 1'),
    isNothingAcknowledgedMeanwhile: tally.unanswered >= rounds,
  });
}
