import { sweepFiles } from '../actions/file/sweep-files.ts';
import type { Deps } from '../deps.ts';
import { faultOf } from '../lib/logger.ts';

const everyMs = 10 * 60_000;

/** At start and every ten minutes: what was uploaded and never sent goes. */
export function startFileSweep(deps: Deps): { close(): Promise<void> } {
  let cancel = () => {};
  let isClosed = false;
  let running = sweep();

  async function sweep(): Promise<void> {
    try {
      const removed = await sweepFiles(deps);
      if (removed > 0) deps.log.info({ files: removed }, 'unsent files were removed');
    } catch (error) {
      deps.log.error({ fault: faultOf(error) }, 'the file sweep failed and will be repeated');
    }
    if (isClosed) return;
    cancel = deps.clock.after(everyMs, () => {
      running = sweep();
    });
  }

  return {
    async close() {
      isClosed = true;
      cancel();
      await running;
    },
  };
}
