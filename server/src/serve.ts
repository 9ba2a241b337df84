import { assemble, type Surroundings } from './assemble.ts';
import { readConfig } from './config.ts';
import { createApp } from './create-app.ts';
import { prepareFirstStart } from './jobs/first-start.ts';
import { systemClock } from './lib/clock.ts';
import { createLogger, faultOf } from './lib/logger.ts';
import type { StorageError } from './storage/storage-error.ts';

/** An operator is promised 10 seconds. */
const drainMs = 9_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * The whole process: reads the configuration, opens everything, listens, says where, and ends in order at SIGTERM and
 * SIGINT. `faults` is what tests put in; the product hands in nothing. Throws what keeps it from starting.
 */
export async function serve(faults: Pick<Surroundings, 'probe' | 'storage'> = {}): Promise<void> {
  const config = readConfig();
  const log = createLogger(config.logLevel);
  const onDiskFailure = (error: StorageError) => {
    log.fatal(
      { fault: faultOf(error) },
      'the disk failed: stopping, so that nothing is acknowledged that is not stored; look at the disk, then start again',
    );
    process.exit(1);
  };
  const storage = { ...faults.storage, onDiskFailure };
  const deps = await assemble(config, { ...faults, clock: systemClock, log, storage });
  const setupLink = await prepareFirstStart(deps);
  const app = createApp(deps);
  let isStopping = false;
  async function stop(signal: string): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), drainMs).unref();
    await app.close();
    await deps.store.close();
    process.exit(0);
  }
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));

  await new Promise<void>((resolve, reject) => {
    app.http.once('error', reject);
    app.http.listen(config.port, config.host, resolve);
  });

  say(`Ventanilla is listening on ${config.publicUrl}`);
  if (config.isLoopbackUrl || config.isDemo) say(`  demo page  ${config.publicUrl}/demo`);
  say(`  dashboard  ${config.publicUrl}/dashboard/`);
  if (setupLink) say(`  set-up     ${setupLink}   (works once, within 24 hours)`);
}
