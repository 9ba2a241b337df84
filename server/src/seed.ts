import { checkNoDeadEnd } from './actions/health/check-no-dead-end.ts';
import { assemble } from './assemble.ts';
import { readConfig } from './config.ts';
import { createDemoClock } from './demo/demo-clock.ts';
import { demoAgeMs, makeDemo } from './demo/make-demo.ts';
import { summaryOf } from './demo/summary.ts';
import type { Deps } from './deps.ts';
import { explainFailure } from './explain-failure.ts';
import { prepareFirstStart } from './jobs/first-start.ts';
import { systemClock } from './lib/clock.ts';
import { createLogger } from './lib/logger.ts';

class Refusal extends Error {}

/** Fills an empty installation with the demo and prints what it made; whoever reads it signs in with a password from there. */
async function seed(): Promise<void> {
  const now = systemClock.now();
  const clock = createDemoClock(now - demoAgeMs);
  // Nothing of the demo may reach a mailbox.
  const config = { ...readConfig(), smtpUrl: '' };
  const deps = await assemble(config, { clock, log: createLogger('warn') });
  try {
    await refuseUsed(deps);
    const company = await makeDemo(deps, clock, await prepareFirstStart(deps), now);
    process.stdout.write(await summaryOf(deps, company, await checkNoDeadEnd(deps)));
  } finally {
    await deps.store.close();
  }
}

/** Without an agent only visitors can have written, and nobody was there: what they wrote became tickets. */
async function refuseUsed({ store, directory }: Deps): Promise<void> {
  if ((await store.agents.list()).length > 0)
    throw new Refusal('there is an administrator already. The demo needs an empty data folder (VENTANILLA_DATA).');
  const siteIds = directory.sites().map((site) => site.id);
  if ((await store.tickets.list({ siteIds, limit: 1 })).length > 0)
    throw new Refusal('somebody has written here already. The demo needs an empty data folder (VENTANILLA_DATA).');
}

seed().catch((error: unknown) => {
  const why = error instanceof Refusal ? error.message : explainFailure(error);
  process.stderr.write(`The demo cannot be made: ${why}\n`);
  process.exit(1);
});
