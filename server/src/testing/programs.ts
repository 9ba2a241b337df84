import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../lib/free-port-for-tests.ts';
import type { Reachable } from './clients.ts';

/** A process of this test's own, with everything it has said. */
export interface Program {
  child: ChildProcess;
  output(): string;
  /** The exit code; null when a signal ended it. */
  exit: Promise<number | null>;
  /** Everything said so far, once these words are among it; rejects when it ends without them. */
  says(words: string): Promise<string>;
}

export interface Installation {
  /** A folder that goes with the test; the data folder lies in it. */
  folder: string;
  data: string;
  /** Runs a program with the configuration of this installation. Node runs `file` unless `by` says what does. */
  start(file: string, options?: StartOptions): Program;
  /** Starts the product, by default `main.ts`, on a port that stays the same, and resolves when it listens. */
  serve(options?: StartOptions & { file?: string }): Promise<Program & Reachable>;
  /** Kills whatever runs and removes the folder. */
  remove(): Promise<void>;
}

export interface StartOptions {
  args?: readonly string[];
  nodeArgs?: readonly string[];
  env?: Record<string, string>;
  /** A program that starts Node: its name and arguments. */
  by?: readonly [string, ...string[]];
}

const main = join(import.meta.dirname, '../main.ts');
/** No test meets the limits of one address, and what one process has compiled serves the next. */
const settings = {
  VENTANILLA_LOG_LEVEL: 'info',
  NODE_COMPILE_CACHE: join(tmpdir(), 'ventanilla-compile-cache'),
  VENTANILLA_RATE_READ: '1000000',
  VENTANILLA_RATE_WRITE: '1000000',
  VENTANILLA_RATE_SESSION: '1000000',
};

/** A data folder on which real processes run, one after the other or two at once. */
export async function anInstallation(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'ventanilla-program-'));
  const data = join(folder, 'data');
  const port = String(await findFreePort());
  const programs: Program[] = [];
  let siteKey = '';

  function start(file: string, { args = [], nodeArgs = [], env = {}, by }: StartOptions = {}): Program {
    const [command, ...before] = by ? [...by, process.execPath] : [process.execPath];
    const child = spawn(command, [...before, ...nodeArgs, file, ...args], {
      env: { PATH: process.env.PATH, VENTANILLA_DATA: data, ...settings, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const program = watch(child);
    programs.push(program);
    return program;
  }

  return {
    folder,
    data,
    start,
    async serve({ file = main, env, ...options } = {}) {
      const url = `http://localhost:${port}`;
      const program = start(file, { ...options, env: { VENTANILLA_PORT: port, ...env } });
      await program.says('dashboard/');
      siteKey ||= /\/w\/(\w+)\.js/.exec(await (await fetch(`${url}/demo`)).text())?.[1] ?? '';
      return { ...program, url, siteKey, setupSecret: /setup#(\S+)/.exec(program.output())?.[1] ?? '' };
    },
    async remove() {
      for (const { child, exit } of programs) {
        if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
        await exit;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function watch(child: ChildProcess): Program {
  let text = '';
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      for (const look of heard) look();
    });
  }
  const exit = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  return {
    child,
    output: () => text,
    exit,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!text.includes(words)) return;
          heard.delete(look);
          resolve(text);
        };
        heard.add(look);
        void exit.then(() => reject(new Error(`it ended without saying "${words}": ${text}`)));
        look();
      }),
  };
}
