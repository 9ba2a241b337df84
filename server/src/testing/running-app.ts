import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble, type Surroundings } from '../assemble.ts';
import { type Config, readConfig } from '../config.ts';
import { createApp } from '../create-app.ts';
import type { Deps } from '../deps.ts';
import { prepareFirstStart } from '../jobs/first-start.ts';
import { findFreePort } from '../lib/free-port-for-tests.ts';
import { createLogger } from '../lib/logger.ts';
import { createTestClock, type TestClock } from './test-clock.ts';

export interface RunningApp {
  url: string;
  deps: Deps & { clock: TestClock };
  siteKey: string;
  /** The secret of the one-time set-up link. */
  setupSecret: string;
  /** Moves the clock step by step (ms) until the promise is fulfilled: jobs set their next timer only after a query. */
  passTimeUntil<T>(promise: Promise<T>, stepMs?: number): Promise<T>;
  /** Lines the logger wrote, as JSON texts. */
  logged: string[];
  close(): Promise<void>;
}

/** The whole product in this process: real sockets, real SQLite in a folder of its own, and a clock that the test moves. */
export async function startApp(
  changes: Partial<Config> = {},
  faults: Pick<Surroundings, 'storage'> = {},
): Promise<RunningApp> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'ventanilla-test-'));
  const port = await findFreePort();
  const base = readConfig({ VENTANILLA_PORT: String(port), VENTANILLA_DATA: dataFolder });
  const config = {
    ...base,
    rateLimits: { read: 1e6, write: 1e6, session: 1e6, secret: 1e6, page: 1e6 },
    mailsPerHour: 1e6,
    ...changes,
  };
  const logged: string[] = [];
  const log = createLogger('info', { write: (line: string) => void logged.push(line) });
  const clock = createTestClock(Date.now());
  const deps = { ...(await assemble(config, { clock, log, ...faults })), clock };
  const setupLink = await prepareFirstStart(deps);
  const app = createApp(deps);
  await new Promise<void>((resolve) => app.http.listen(port, '127.0.0.1', resolve));
  return {
    url: config.publicUrl,
    deps,
    logged,
    async passTimeUntil(promise, stepMs = 1_000) {
      const ticking = setInterval(() => clock.advance(stepMs), 5);
      return promise.finally(() => clearInterval(ticking));
    },
    siteKey: deps.directory.sites()[0]?.key ?? '',
    setupSecret: setupLink?.split('#')[1] ?? '',
    async close() {
      await app.close();
      await deps.store.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
