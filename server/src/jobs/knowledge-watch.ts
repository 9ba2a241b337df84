import type { Deps } from '../deps.ts';
import { faultOf } from '../lib/logger.ts';

const everyMs = 5_000;

/** Now and then: what was read and searched is written down, and what another process published is read. */
export function startKnowledgeWatch(deps: Deps): { close(): Promise<void> } {
  let isClosed = false;
  let running: Promise<void> = Promise.resolve();
  let cancel = plan();

  function plan(): () => void {
    return deps.clock.after(everyMs, () => {
      running = look().then(() => {
        if (!isClosed) cancel = plan();
      });
    });
  }

  async function look(): Promise<void> {
    await Promise.all([
      attempt('articles could not be read again', () => deps.knowledge.refresh()),
      attempt('reads and searches could not be counted', () => deps.tallies.flush(deps.clock.now())),
    ]);
  }

  /** What failed is tried again the next time. */
  async function attempt(fault: string, task: () => Promise<void>): Promise<void> {
    await task().catch((error: unknown) => deps.log.error({ fault: faultOf(error) }, fault));
  }

  return {
    async close() {
      isClosed = true;
      cancel();
      await running;
      await attempt('the last reads and searches were not counted', () => deps.tallies.flush(deps.clock.now()));
    },
  };
}
