import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { protocol } from '@ventanilla/shared/wire/version';
import { seededChance } from '../bench/seeded-chance.ts';
import { callerWith } from '../fixtures/desk.ts';
import { type Product, type ProductOptions, startProduct } from '../fixtures/product.ts';
import { type Crowd, type Door, gather } from './storm/crowd.ts';

/**
 * Two thousand connected visitors, and a server that is killed and started again: how long until everybody is back,
 * beside a plain WebSocket server with the same clients and the same dice. Exits 1 when an answer is missing.
 */
const { values } = parseArgs({
  options: { clients: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
const clients = Number(values.clients);
const seed = Number(values.seed);
const unlimited = {
  VENTANILLA_RATE_READ: '1000000',
  VENTANILLA_RATE_SESSION: '1000000',
  VENTANILLA_LOG_LEVEL: 'error',
};

interface Back {
  clients: number;
  /** From the first moment at which the new process listened, ms. */
  medianMs: number;
  p95Ms: number;
  lastMs: number;
  attempts: number;
  /** Nobody listened for so long. */
  downMs: number;
}

async function plainDoor({ port }: Product): Promise<Door> {
  return { url: `ws://127.0.0.1:${port}`, answer: (packet) => (packet === 'hello' ? 'in' : null) };
}

/** About what a process needs that does nothing, ms. */
const ownStartMs = 100;

const source = sourceOfServer();
const product = await storm({ settings: unlimited }, visitorsDoor, {
  async afterwards(crowd) {
    const answered = await crowd.ask('42/visitor,7["conversation:list",{}]', '43/visitor,7[{"ok":true');
    if (answered !== clients) process.exit(1);
  },
});
console.log('product', product);
// It stays away as long, so that its clients have thrown the dice as often.
const plain = await storm({ program: 'e2e/campaigns/storm/plain-server.ts' }, plainDoor, { downMs: product.downMs });
console.log('plain', plain);
const report = { ...source, seed, plain, product, p95Ratio: Number((product.p95Ms / plain.p95Ms).toFixed(2)) };
console.log(`p95 is ${report.p95Ratio} times that of a plain server`);
await writeFile(join(import.meta.dirname, 'storm.json'), `${JSON.stringify(report, null, 2)}\n`);
process.exit(0);

/** Everybody in, kill -9, start again, everybody in. */
async function storm(
  options: Omit<ProductOptions, 'data'>,
  doorOf: (server: Product) => Promise<Door>,
  { downMs = 0, afterwards }: { downMs?: number; afterwards?: (crowd: Crowd) => Promise<void> },
): Promise<Back> {
  const data = await mkdtemp(join(tmpdir(), 'ventanilla-storm-'));
  const first = await startProduct({ ...options, data });
  const crowd = gather(clients, await doorOf(first), seededChance(seed));
  await crowd.allIn();
  const before = crowd.attempts();
  await first.kill();
  const downAt = performance.now();
  await pause(Math.max(0, downMs - ownStartMs));
  const second = await startProduct({ ...options, data, port: first.port });
  const upAt = performance.now();
  await crowd.allIn();
  const times = crowd
    .lastIn()
    .map((at) => Math.max(0, Math.round(at - upAt)))
    .sort((a, b) => a - b);
  const at = (share: number) => times[Math.ceil(times.length * share) - 1] ?? 0;
  const attempts = crowd.attempts() - before;
  await afterwards?.(crowd);
  crowd.close();
  await second.kill();
  await rm(data, { recursive: true, force: true });
  return {
    clients: times.length,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    lastMs: at(1),
    attempts,
    downMs: Math.round(upAt - downAt),
  };
}

/** Each is a visitor of its own, with the handshake of the widget. */
async function visitorsDoor({ url, port }: Product): Promise<Door> {
  const site = /\/w\/(\w+)\.js/.exec(await (await fetch(`${url}/demo`)).text())?.[1] ?? '';
  const nobody = callerWith(url, {}, site);
  const tokens: string[] = [];
  for (let i = 0; i < clients; i++) tokens.push((await nobody.call('visitor:create', {})).token);
  return {
    url: `ws://localhost:${port}/socket.io/?EIO=4&transport=websocket`,
    answer(packet, client) {
      if (packet === '2') return '3';
      if (packet.startsWith('0')) return `40/visitor,${JSON.stringify({ protocol, site, token: tokens[client] })}`;
      return packet.startsWith('40/visitor,') ? 'in' : null;
    },
  };
}

function sourceOfServer() {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const isClean = git('status', '--porcelain', '--', 'server', 'shared') === '';
  return { commit: git('rev-parse', '--short', 'HEAD'), isClean, node: process.version };
}
