import { performance } from 'node:perf_hooks';
import { type Product, type ProductOptions, startProduct } from '../fixtures/product.ts';
import { breakageVariable, type Crash, crashVariable } from './crash.ts';
import { endWith } from './end-with.ts';
import type { FaultyLine } from './proxy.ts';

export interface Ends {
  /** SIGKILL from outside, and at a crash point. */
  kills: number;
  aimed: number;
  pauses: number;
  terminations: number;
  starts: number;
  /** ms from the word to start to its first answer. */
  slowestStartMs: number;
  /** ms during which no server answered, but for those that were paused. */
  downMs: number;
}

/** Keeps one server process alive behind the proxy: whatever ends it, the next one is started at once. */
export interface Supervisor {
  ends: Ends;
  /** Of the process that runs now. */
  setUpLink(): Promise<string>;
  kill(): void;
  terminate(): void;
  pause(ms: number): void;
  /** Resolves when those that shall wait ready do. */
  prepared(): Promise<unknown>;
  /** What will be started next is chosen anew. */
  reconsider(): void;
  /** Resolves when a server answers. */
  up(): Promise<void>;
  /** Ends it for good. */
  close(): Promise<void>;
}

export interface SupervisorOptions {
  proxy: FaultyLine;
  data: string;
  settings: NonNullable<ProductOptions['settings']>;
  /** What breaks the process that is about to be started; '': nothing. */
  breakage(): string;
  /** Where the process that is about to be started shall die; null: nowhere. */
  nextCrash(): Crash | null;
  onDown(): void;
  /** How many processes shall wait ready for the end of the one that runs; asked whenever one has been started. */
  spares(ends: Ends): number;
}

/** A process that has read its code and waits. */
interface Spare {
  /** Resolves when it has. */
  isReady: Promise<void>;
  /** Null when it died before it listened, as one does whose crash point lies on the way. */
  start(): Promise<Product | null>;
  /** It is not wanted any more. */
  drop(): void;
}

const program = 'e2e/delivery/spare.ts';

export function supervise({
  proxy,
  data,
  settings,
  breakage,
  nextCrash,
  onDown,
  spares: sparesWanted,
}: SupervisorOptions): Supervisor {
  const ends: Ends = { kills: 0, aimed: 0, pauses: 0, terminations: 0, starts: 0, slowestStartMs: 0, downMs: 0 };
  let current: Product | null = null;
  let spares: Spare[] = [];
  /** Of a process that could not listen. */
  let notMet: Crash | null = null;
  let isClosing = false;
  let isPaused = false;
  let wasKilledByUs = false;
  let waiting: (() => void)[] = [];

  async function live(): Promise<void> {
    while (!isClosing) {
      const downAt = performance.now();
      const product = await start();
      ends.downMs += Math.round(performance.now() - downAt);
      if (!product) continue;
      current = product;
      proxy.target = product.port;
      for (const resolve of waiting) resolve();
      waiting = [];
      const signal = await product.ended;
      proxy.target = 0;
      current = null;
      isPaused = false;
      if (signal === 'SIGKILL' && !isClosing) ends.kills += 1;
      if (signal === 'SIGKILL' && !wasKilledByUs && !isClosing) ends.aimed += 1;
      wasKilledByUs = false;
      if (!isClosing) onDown();
    }
  }

  function prepare(): Spare {
    const { promise: go, resolve, reject } = Promise.withResolvers<void>();
    const { promise: isReady, resolve: onReady } = Promise.withResolvers<void>();
    let isDropped = false;
    const crash = notMet ?? nextCrash();
    notMet = null;
    const own = { [crashVariable]: JSON.stringify(crash), [breakageVariable]: breakage() };
    const started = startProduct({ data, program, settings: { ...settings, ...own }, go, onReady }).catch(
      (error: unknown) => {
        if (isDropped || isClosing) return null;
        // Its port was free when it was chosen; the next one gets another.
        if (String(error).includes('EADDRINUSE')) {
          notMet = crash;
          return null;
        }
        if (!String(error).includes('ended with SIGKILL')) throw error;
        ends.kills += 1;
        ends.aimed += 1;
        return null;
      },
    );
    return {
      isReady,
      start() {
        resolve();
        return started;
      },
      drop() {
        isDropped = true;
        reject(new Error('not wanted'));
      },
    };
  }

  function fill(): void {
    while (!isClosing && spares.length < sparesWanted(ends)) spares.push(prepare());
  }

  function dropAll(): void {
    for (const spare of spares) spare.drop();
    spares = [];
  }

  async function start(): Promise<Product | null> {
    const startedAt = performance.now();
    const chosen = spares.shift() ?? prepare();
    ends.starts += 1;
    const product = await chosen.start();
    if (product) ends.slowestStartMs = Math.max(ends.slowestStartMs, Math.round(performance.now() - startedAt));
    fill();
    return product;
  }

  const life = live();
  life.catch(endWith);

  return {
    ends,
    setUpLink: async () => (await current?.setUpLink()) ?? '',
    kill() {
      if (!current) return;
      wasKilledByUs = true;
      void current.kill();
      // From here on it answers nobody: `up` means the next one.
      current = null;
    },
    terminate() {
      if (!current || isPaused) return;
      ends.terminations += 1;
      void current.stop();
      current = null;
    },
    pause(ms) {
      const product = current;
      if (!product || isPaused) return;
      isPaused = true;
      ends.pauses += 1;
      product.pause();
      setTimeout(() => {
        product.continue();
        if (product === current) isPaused = false;
      }, ms);
    },
    prepared: () => Promise.all(spares.map(({ isReady }) => isReady)),
    reconsider() {
      dropAll();
      fill();
    },
    up: () => (current ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    async close() {
      isClosing = true;
      dropAll();
      // The next one is on its way, unless this came before it was begun.
      if (!current) await Promise.race([life.catch(() => {}), new Promise<void>((resolve) => waiting.push(resolve))]);
      await current?.kill();
      await life.catch(() => {});
    },
  };
}
