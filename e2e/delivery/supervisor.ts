import { performance } from 'node:perf_hooks';
import { type Product, type ProductOptions, startProduct } from '../fixtures/product.ts';
import { breakageVariable, type Crash, crashVariable } from './crash.ts';
import type { FaultyLine } from './proxy.ts';

export interface Ends {
  /** SIGKILL from outside, and at a crash point. */
  kills: number;
  aimed: number;
  pauses: number;
  terminations: number;
  starts: number;
  /** ms from the start of a process to its first answer. */
  slowestStartMs: number;
}

/** Keeps one server process alive behind the proxy: whatever ends it, the next one is started at once. */
export interface Supervisor {
  ends: Ends;
  /** Of the process that runs now. */
  setUpLink(): Promise<string>;
  kill(): void;
  terminate(): void;
  pause(ms: number): void;
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
}

const child = 'e2e/delivery/child.ts';

export function supervise({ proxy, data, settings, breakage, nextCrash, onDown }: SupervisorOptions): Supervisor {
  const ends: Ends = { kills: 0, aimed: 0, pauses: 0, terminations: 0, starts: 0, slowestStartMs: 0 };
  let current: Product | null = null;
  let isClosing = false;
  let isPaused = false;
  let wasKilledByUs = false;
  let waiting: (() => void)[] = [];

  async function live(): Promise<void> {
    while (!isClosing) {
      const crash = nextCrash();
      const product = await start(crash);
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

  /** Null when it died before it listened, as one does whose crash point lies on the way. */
  async function start(crash: Crash | null): Promise<Product | null> {
    const startedAt = performance.now();
    ends.starts += 1;
    const broken = breakage();
    const isPlain = !crash && broken === '';
    try {
      const product = await startProduct({
        data,
        ...(!isPlain && { program: child }),
        settings: { ...settings, [crashVariable]: JSON.stringify(crash), [breakageVariable]: broken },
      });
      ends.slowestStartMs = Math.max(ends.slowestStartMs, Math.round(performance.now() - startedAt));
      return product;
    } catch (error) {
      if (!String(error).includes('ended with SIGKILL')) throw error;
      ends.kills += 1;
      ends.aimed += 1;
      return null;
    }
  }

  const life = live();
  life.catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });

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
    up: () => (current ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    async close() {
      isClosing = true;
      if (!current) await new Promise<void>((resolve) => waiting.push(resolve));
      await current?.kill();
      await life;
    },
  };
}
