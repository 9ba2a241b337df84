import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidV7 } from '@ventanilla/shared/ids';
import { protocol } from '@ventanilla/shared/wire/version';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFreePort } from './lib/free-port-for-tests.ts';

const main = join(import.meta.dirname, 'main.ts');
const settings = {
  VENTANILLA_LOG_LEVEL: 'info',
  NODE_COMPILE_CACHE: join(tmpdir(), 'ventanilla-compile-cache'),
};

interface Started {
  child: ChildProcess;
  output: () => string;
  exit: Promise<number | null>;
}

let folder: string;
let children: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ventanilla-main-'));
  children = [];
});

afterEach(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, VENTANILLA_DATA: join(folder, 'data'), ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const exit = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  return { child, output: () => text, exit };
}

/** Resolves once the process says it, or fails with what it said instead. */
async function says(started: Started, words: string): Promise<string> {
  while (!started.output().includes(words)) {
    const ended = await Promise.race([
      started.exit.then(() => true),
      once(started.child.stdout ?? started.child, 'data').then(() => false),
    ]);
    if (ended && !started.output().includes(words))
      throw new Error(`it ended without saying "${words}": ${started.output()}`);
  }
  return started.output();
}

it('a wrong value is named in one sentence, and the exit code is 1', async () => {
  const started = start({ VENTANILLA_PORT: 'cuatro mil' });
  expect(await started.exit).toBe(1);
  expect(started.output()).toBe(
    'Ventanilla cannot start: VENTANILLA_PORT is "cuatro mil", but it must be a whole number from 1 to 65535.\n',
  );
});

describe('a start', () => {
  it('prints the pages and a link that differs at every start, and keeps everything for its owner alone', async () => {
    const port = String(await findFreePort());
    const first = start({ VENTANILLA_PORT: port });
    const output = await says(first, '/dashboard/setup#');
    expect(output).toContain(`http://localhost:${port}/demo`);
    expect(output).toContain(`http://localhost:${port}/dashboard/`);

    const data = join(folder, 'data');
    const files = (await readdir(data, { withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.map((file) => file.name)).toContain('secret');
    for (const file of files) expect((await stat(join(data, file.name))).mode & 0o077, file.name).toBe(0);

    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    const again = start({ VENTANILLA_PORT: port });
    const link = /setup#\S+/;
    expect((await says(again, '/dashboard/setup#')).match(link)).not.toEqual(output.match(link));
  });

  it('on a data folder that another process holds says what to do; that one goes on, and may be killed', async () => {
    const port = String(await findFreePort());
    const holder = start({ VENTANILLA_PORT: port });
    await says(holder, 'listening');
    const second = start({ VENTANILLA_PORT: String(await findFreePort()) });
    expect(await second.exit).toBe(1);
    const data = join(folder, 'data');
    expect(second.output()).toBe(
      `Ventanilla cannot start: Another Ventanilla process is using the data folder ${data}. Stop that one, or give this one a folder of its own (VENTANILLA_DATA).\n`,
    );
    expect((await fetch(`http://localhost:${port}/health/ready`)).status).toBe(200);

    holder.child.kill('SIGKILL');
    await holder.exit;
    await says(start({ VENTANILLA_PORT: port }), 'listening');
  });

  it('on a port in use says so', async () => {
    const port = String(await findFreePort());
    await says(start({ VENTANILLA_PORT: port }), 'listening');
    const second = start({ VENTANILLA_PORT: port, VENTANILLA_DATA: join(folder, 'other') });
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain('EADDRINUSE');
  });
});

describe('SIGTERM', () => {
  it('with an open socket and a waiting request ends with 0', async () => {
    const port = await findFreePort();
    const started = start({ VENTANILLA_PORT: String(port) });
    await says(started, 'listening');
    const url = `http://localhost:${port}`;
    const key = /\/w\/(\w+)\.js/.exec(await (await fetch(`${url}/demo`)).text())?.[1] ?? '';
    const created = await fetch(`${url}/api/v1/visitor/create?site=${key}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const { data } = (await created.json()) as { data: { token: string } };
    const socket = io(`${url}/visitor`, {
      auth: { protocol, site: key, token: data.token },
      transports: ['websocket'],
      reconnection: false,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    const id = () => uuidV7(Date.now(), randomBytes(16));
    const begun = await socket.emitWithAck('conversation:start', { startId: id(), clientId: id(), body: 'Hola' });
    const path = `/api/v1/conversation/sync?site=${key}&conversationId=${begun.data.conversation.id}&afterSeq=9&knownVersion=99&waitMs=25000`;
    // The server's "continue" says that it has begun to answer.
    const headers = { authorization: `Bearer ${data.token}`, expect: '100-continue' };
    const waiting = request(`${url}${path}`, { agent: false, headers });
    const answer = once(waiting, 'response') as Promise<[IncomingMessage]>;
    const isReceived = once(waiting, 'continue');
    waiting.end();
    await isReceived;
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    started.child.kill('SIGTERM');
    await gone;
    expect(await started.exit).toBe(0);
    expect((await answer)[0].statusCode).toBe(200);
  });
});
