import type { Deps } from '../deps.ts';
import { faultOf } from '../lib/logger.ts';

interface Chore {
  everyMs: number;
  /** The answer: how many things it did. */
  run(deps: Deps): Promise<number>;
  /** What the log says when it did any. */
  done: string;
}

/** At start, then this long after each end; what fails is tried again then. */
export function repeat(deps: Deps, { everyMs, run, done }: Chore): { close(): Promise<void> } {
  let cancel = () => {};
  let isClosed = false;
  let running = once();

  async function once(): Promise<void> {
    try {
      const count = await run(deps);
      if (count > 0) deps.log.info({ count }, done);
    } catch (error) {
      deps.log.error({ fault: faultOf(error) }, `a chore failed and will be repeated (${done})`);
    }
    if (isClosed) return;
    cancel = deps.clock.after(everyMs, () => {
      running = once();
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
