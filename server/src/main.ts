import { assemble } from './assemble.ts';
import { ConfigError, readConfig } from './config.ts';
import { createApp } from './create-app.ts';
import { prepareFirstStart } from './jobs/first-start.ts';
import { systemClock } from './lib/clock.ts';
import { createLogger, faultOf } from './lib/logger.ts';
import { StorageError } from './storage/storage-error.ts';

/** An operator is promised 10 seconds. */
const drainMs = 9_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function start(): Promise<void> {
  const config = readConfig();
  const log = createLogger(config.logLevel);
  const onDiskFailure = (error: StorageError) => {
    log.fatal(
      { fault: faultOf(error) },
      'the disk failed: stopping, so that nothing is acknowledged that is not stored',
    );
    process.exit(1);
  };
  const deps = await assemble(config, { clock: systemClock, log, storage: { onDiskFailure } });
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

/** What an operator can mend is said in one sentence that names the variable; anything else comes with its place. */
function refuse(error: unknown): void {
  const isExpected = error instanceof ConfigError || error instanceof StorageError;
  const text = isExpected ? error.message : (mendable(error) ?? JSON.stringify(faultOf(error)));
  process.stderr.write(`Ventanilla cannot start: ${text}\n`);
  process.exit(1);
}

/** The system's own codes, and the variable that each is about. */
const causes: Record<string, string> = {
  EADDRINUSE: 'another program already listens there (VENTANILLA_PORT, VENTANILLA_HOST)',
  EADDRNOTAVAIL: 'this machine has no such address (VENTANILLA_HOST)',
  ENOTFOUND: 'that name is not known (VENTANILLA_HOST or VENTANILLA_DATABASE_URL)',
  EAI_AGAIN: 'that name cannot be looked up (VENTANILLA_HOST or VENTANILLA_DATABASE_URL)',
  ECONNREFUSED: 'the database does not answer (VENTANILLA_DATABASE_URL)',
  EACCES: 'this is not permitted to this user (VENTANILLA_DATA, or a VENTANILLA_PORT below 1024)',
  EPERM: 'this is not permitted to this user (VENTANILLA_DATA)',
  EEXIST: 'that is a file and not a folder (VENTANILLA_DATA)',
  ENOTDIR: 'that is a file and not a folder (VENTANILLA_DATA)',
  EROFS: 'nothing can be written there (VENTANILLA_DATA)',
};

function mendable(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  const cause = causes[code];
  return cause ? `${cause} [${code}].` : mendable(error.cause);
}

start().catch(refuse);
