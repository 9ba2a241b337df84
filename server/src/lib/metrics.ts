import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the process counts about itself. Names and codes only: never an id, an address or a text of a person. */
export interface Metrics {
  /** `result` is `ok` or the code of the refusal. */
  commandDone(name: string, result: string, ms: number): void;
  /** What was not stored, or not read, since the storage could not: `full`, `busy`, `io`, `closed`. */
  storageRefused(reason: string): void;
  socketOpened(namespace: string): void;
  socketClosed(namespace: string): void;
  /** Everything in Prometheus' text format. `stored`: what the storage counted since it was opened. */
  text(stored: StoredCounts): Promise<string>;
  readonly contentType: string;
}

export interface StoredCounts {
  commits: number;
  entries: number;
}

const commandBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 10 });

  const commands = new Counter({
    name: 'ventanilla_commands_total',
    help: 'Commands answered, by name and result.',
    labelNames: ['command', 'result'],
    registers,
  });
  const seconds = new Histogram({
    name: 'ventanilla_command_seconds',
    help: 'Time from the arrival of a command to its answer.',
    buckets: commandBuckets,
    registers,
  });
  const refusals = new Counter({
    name: 'ventanilla_storage_refusals_total',
    help: 'Commands and requests that the storage could not serve, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const sockets = new Gauge({
    name: 'ventanilla_sockets',
    help: 'Open sockets by namespace.',
    labelNames: ['namespace'],
    registers,
  });
  const batches = new Counter({ name: 'ventanilla_append_batches_total', help: 'Group commits on disk.', registers });
  const entries = new Counter({ name: 'ventanilla_entries_total', help: 'Entries on disk.', registers });

  return {
    contentType: registry.contentType,
    commandDone(name, result, ms) {
      commands.inc({ command: name, result });
      seconds.observe(ms / 1000);
    },
    storageRefused: (reason) => refusals.inc({ reason }),
    socketOpened: (namespace) => sockets.inc({ namespace }),
    socketClosed: (namespace) => sockets.dec({ namespace }),
    text(stored) {
      batches.reset();
      batches.inc(stored.commits);
      entries.reset();
      entries.inc(stored.entries);
      return registry.metrics();
    },
  };
}
