import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { openDesk } from '../../fixtures/desk.ts';
import { startProduct } from '../../fixtures/product.ts';
import { type Finding, judge, settings } from './scenario.ts';
import { startTalk } from './talk.ts';

const heldMs = 10_000;
const holderProgram = join(import.meta.dirname, '../../../server/src/testing/lock-holder.ts');

/** Another process holds the database under an exclusive lock for ten seconds, while thirty people write. */
export async function locked(): Promise<Finding> {
  let data = '';
  const desk = await openDesk(settings, async (options) => {
    data = options.data;
    return startProduct(options);
  });
  const talk = await startTalk(desk, 30);
  const holder = spawn(process.execPath, [holderProgram, join(data, 'ventanilla.db')]);
  await once(holder.stdout, 'data');

  const startedAt = performance.now();
  let isOver = false;
  const said = talk.say(5, 200).then(() => {
    isOver = true;
    return performance.now() - startedAt;
  });
  let reads = 0;
  let wasEarly = false;
  while (performance.now() - startedAt < heldMs) {
    await desk.call('inbox:open', {});
    reads += 1;
    wasEarly ||= isOver;
    await pause(100);
  }
  holder.kill('SIGTERM');
  const lateMs = Math.round(await said);
  const tally = await talk.count();
  await desk.close();
  const isNothingRefused = Object.keys(tally.refused).length === 0;
  return judge(tally, { heldMs, readsMeanwhile: reads, lateMs }, { isNothingRefused, isLate: !wasEarly && reads > 0 });
}
