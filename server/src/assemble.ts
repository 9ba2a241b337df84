import { limits } from '@ventanilla/shared/limits';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { openDirectory } from './directory.ts';
import { createAgentAuth } from './identity/agent-auth.ts';
import { createVisitorTokens } from './identity/visitor-tokens.ts';
import { openKnowledge } from './knowledge/knowledge.ts';
import { createTallies } from './knowledge/tallies.ts';
import { createVotes } from './knowledge/votes.ts';
import { createBus } from './lib/bus.ts';
import type { Clock } from './lib/clock.ts';
import { createFileStore } from './lib/file-store.ts';
import { createIds } from './lib/ids.ts';
import type { Logger } from './lib/logger.ts';
import { createMailer } from './lib/mailer.ts';
import { createMetrics } from './lib/metrics.ts';
import { watchPickUps } from './lib/pick-ups.ts';
import { createPresence } from './lib/presence.ts';
import { createQueueClock } from './lib/queue-clock.ts';
import { createHourlyBudget, createRateLimiter } from './lib/rate-limit.ts';
import { readOrMakeSecret } from './lib/secret-file.ts';
import { createSightings } from './lib/sightings.ts';
import { openStore, type StoreOptions } from './storage/open-store.ts';

/** What differs between a server and a test: time, and the faults that tests put in. */
export interface Surroundings {
  clock: Clock;
  log: Logger;
  probe?: Deps['probe'];
  storage?: Pick<StoreOptions, 'probe' | 'wrapConnection' | 'onDiskFailure'>;
}

/** Opens the storage and makes everything that stands on it; throws `StorageError` when the database cannot be used. */
export async function assemble(config: Config, { clock, log, probe, storage }: Surroundings): Promise<Deps> {
  const secret = readOrMakeSecret(config.dataFolder);
  const store = await openStore({ url: config.databaseUrl, dataFolder: config.dataFolder, ...storage });
  const directory = await openDirectory(store);
  const lastQueuedAt = await store.conversations.lastQueuedAt(directory.sites().map(({ id }) => id));
  const bus = createBus(log);
  const limiter = createRateLimiter(clock, config.rateLimits);
  const mailer = createMailer(config);
  return {
    config,
    clock,
    queueClock: createQueueClock(clock, lastQueuedAt),
    log,
    store,
    bus,
    limiter,
    uploads: createHourlyBudget(clock, config.uploadBytesPerHour),
    files: createFileStore(config.dataFolder),
    mailer,
    mailBudget: createHourlyBudget(clock, config.mailsPerHour),
    ids: createIds(clock),
    metrics: createMetrics(),
    directory,
    knowledge: openKnowledge(store),
    tallies: createTallies(store),
    votes: createVotes(),
    presence: createPresence(),
    pickUps: watchPickUps(bus),
    sightings: createSightings(clock, log, (rows) => store.sightings.record(rows, limits.sightingsPerSite)),
    visitorTokens: createVisitorTokens(secret, 'visitor token'),
    pageTokens: { cookie: createVisitorTokens(secret, 'page cookie'), form: createVisitorTokens(secret, 'page form') },
    agentAuth: createAgentAuth({ database: store.authAdapter, store, config, secret, bus, limiter, mailer, log }),
    probe: probe ?? (() => {}),
  };
}
