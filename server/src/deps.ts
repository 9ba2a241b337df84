import type { Config } from './config.ts';
import type { Directory } from './directory.ts';
import type { AgentAuth } from './identity/agent-auth.ts';
import type { VisitorTokens } from './identity/visitor-tokens.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Tallies } from './knowledge/tallies.ts';
import type { Votes } from './knowledge/votes.ts';
import type { Bus } from './lib/bus.ts';
import type { Clock } from './lib/clock.ts';
import type { FileStore } from './lib/file-store.ts';
import type { Ids } from './lib/ids.ts';
import type { Logger } from './lib/logger.ts';
import type { Mailer } from './lib/mailer.ts';
import type { Metrics } from './lib/metrics.ts';
import type { PickUps } from './lib/pick-ups.ts';
import type { Presence } from './lib/presence.ts';
import type { QueueClock } from './lib/queue-clock.ts';
import type { HourlyBudget, RateLimiter } from './lib/rate-limit.ts';
import type { Sightings } from './lib/sightings.ts';
import type { Store } from './storage/store.ts';

/** Everything the product stands on, handed in from outside: `main.ts` gives the real ones, tests move the clock. */
export interface Deps {
  config: Config;
  clock: Clock;
  queueClock: QueueClock;
  ids: Ids;
  log: Logger;
  metrics: Metrics;
  store: Store;
  files: FileStore;
  directory: Directory;
  knowledge: Knowledge;
  tallies: Tallies;
  votes: Votes;
  bus: Bus;
  presence: Presence;
  pickUps: PickUps;
  sightings: Sightings;
  limiter: RateLimiter;
  uploads: HourlyBudget;
  visitorTokens: VisitorTokens;
  /** Of `/c/<site>`: who its cookie stands for, and who a form that was never sent would become. */
  pageTokens: { cookie: VisitorTokens; form: VisitorTokens };
  agentAuth: AgentAuth;
  mailer: Mailer;
  /** Mails that a client's address may have us send. */
  mailBudget: HourlyBudget;
  /** Crash points for tests; does nothing in production. */
  probe(label: string): void | Promise<void>;
}
