import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@ventanilla/server/storage/postgres/embedded-for-tests';
import { type Chance, seededChance } from '../bench/seeded-chance.ts';
import { type Caller, callerWith, cookieOf, secretOf } from '../fixtures/desk.ts';
import { serverBreakages } from './breakages/server.ts';
import { type ClientCode, loadClientCode } from './client-code.ts';
import type { Crash } from './crash.ts';
import { createHistory, type History } from './history.ts';
import { tapLines } from './line-tap.ts';
import { askHere } from './page-events.ts';
import { createProxy, type FaultyLine } from './proxy.ts';
import { openReader, type Reader } from './read-back.ts';
import { type Supervisor, supervise } from './supervisor.ts';

const password = 'una ventanilla abierta';
const people = ['Marta Ruiz', 'Diego Arnau', 'Lucía', 'Oliver'];
const unlimited = '1000000';

export interface Staff {
  name: string;
  call: Caller['call'];
  /** The port of the proxy that carries their cookie. */
  door: number;
}

/** One installation, a server that keeps dying, the line to it, and the book of what was done and said. */
export interface World {
  proxy: FaultyLine;
  server: Supervisor;
  reader: Reader;
  history: History;
  code: ClientCode;
  chance: Chance;
  base: string;
  site: string;
  staff: Staff[];
  /** Asked before each start of a server. */
  nextCrash: () => Crash | null;
  /** Called whenever a server has ended. */
  onDown: () => void;
  close(): Promise<void>;
}

export interface WorldOptions {
  storage: 'sqlite' | 'postgres';
  seed: number;
  agents: number;
  /** '' for the product as it is. */
  breakage: string;
  /** Where the server dies, once, after everything is set up; null: nowhere by itself. */
  crash?: Crash | null;
  /** Whether the first server will end, once, so that the next one had better be ready; left out: servers keep ending. */
  isMortal?: boolean;
  /** How long a visitor waits for somebody, ms; default: as at any new site. Only where there are agents. */
  pickUpMs?: number;
  /** Where mails go; '': nowhere, and nobody is asked for an address. */
  smtpUrl?: string;
}

/** What has been opened and not been closed yet, of all worlds. */
const open = new Set<{ all(): Promise<void> }>();

/** Ends every process and removes every folder that is ours, whatever was under way. */
export async function closeWorlds(): Promise<void> {
  await Promise.all([...open].map((one) => one.all()));
}

/** What was opened last is closed first. */
function leaveLast() {
  const steps: (() => Promise<void>)[] = [];
  const leave = {
    by: (step: () => Promise<void>) => void steps.push(step),
    async all() {
      // What cannot be left any more keeps nothing else from being left.
      for (let step = steps.pop(); step; step = steps.pop()) await step().catch(console.error);
      open.delete(leave);
    },
  };
  open.add(leave);
  return leave;
}

export async function openWorld(options: WorldOptions): Promise<World> {
  const { storage, seed, agents, breakage, crash = null, isMortal, smtpUrl = '', pickUpMs = 0 } = options;
  const ofServer = serverBreakages[breakage] ? breakage : '';
  const leave = leaveLast();
  const data = await mkdtemp(join(tmpdir(), 'ventanilla-delivery-'));
  leave.by(() => rm(data, { recursive: true, force: true }));
  const postgres = storage === 'postgres' ? await startPostgres() : null;
  if (postgres) leave.by(postgres.stop);
  const history = createHistory();
  const proxy = createProxy();
  leave.by(proxy.close);
  const port = await proxy.listen();
  const url = `http://localhost:${port}`;
  // An installation with people is set up by a whole server.
  let isSetUp = agents === 0;
  let first = isSetUp ? crash : null;
  const asked: Pick<World, 'nextCrash' | 'onDown'> = { nextCrash: () => takeFirst(), onDown: () => {} };
  const server = supervise({
    proxy,
    data,
    breakage: () => (isSetUp ? ofServer : ''),
    settings: {
      VENTANILLA_URL: url,
      VENTANILLA_DATABASE_URL: postgres?.url ?? '',
      VENTANILLA_SMTP_URL: smtpUrl,
      VENTANILLA_LOG_LEVEL: 'silent',
      VENTANILLA_RATE_READ: unlimited,
      VENTANILLA_RATE_WRITE: unlimited,
      VENTANILLA_RATE_SESSION: unlimited,
      VENTANILLA_RATE_SECRET: unlimited,
    },
    nextCrash: () => asked.nextCrash(),
    onDown: () => asked.onDown(),
    // Two ends may follow closely where servers keep ending.
    spares: ({ starts }) => (isMortal === undefined ? 2 : Number(starts === 1 && isMortal)),
  });
  leave.by(server.close);
  tapLines(port, { hear: history.listen, ask: askHere });
  const reader = await server.up().then(() => openReader(data, postgres?.url ?? ''));
  leave.by(reader.close);
  const world: World = Object.assign(asked, {
    proxy,
    server,
    history,
    reader,
    code: await loadClientCode(breakage),
    chance: seededChance(seed),
    base: `http://127.0.0.1:${port}/`,
    site: '',
    staff: [] as Staff[],
    close: leave.all,
  });
  world.site = await world.reader.siteKey();
  if (isSetUp) return world;
  world.staff = await hire(url, await server.setUpLink(), agents, proxy);
  if (pickUpMs > 0) await shortenPickUp(world.staff, pickUpMs);
  isSetUp = true;
  first = crash;
  if (ofServer !== '' || crash) await restart(world);
  return world;

  /** The chosen crash, once. */
  function takeFirst(): Crash | null {
    const chosen = first;
    first = null;
    return chosen;
  }
}

/** The installation was set up by a whole server; from now on it may be a broken one. */
async function restart(world: World): Promise<void> {
  const down = new Promise<void>((resolve) => {
    world.onDown = resolve;
  });
  world.server.reconsider();
  world.server.kill();
  await down;
  await world.server.up();
}

/** The first of them is the administrator; all are there for conversations. */
async function hire(url: string, setUpLink: string, count: number, proxy: FaultyLine): Promise<Staff[]> {
  const nobody = callerWith(url, {});
  const staff: Staff[] = [];
  for (const [index, name] of people.slice(0, count).entries()) {
    const email = `agent${index}@alameda.example`;
    const [admin] = staff;
    if (admin) {
      const siteIds = (await admin.call('session:open', {})).sites.map(({ id }) => id);
      const { link } = await admin.call('agent:invite', { name, email, role: 'agent', siteIds });
      await nobody.call('invitation:accept', { secret: secretOf(link), name, password });
    } else {
      await nobody.call('setup:complete', { secret: secretOf(setUpLink), name, email, password });
    }
    const cookie = await cookieOf(url, { email, password });
    const { call } = callerWith(url, { cookie });
    const door = await proxy.listen({ cookie, origin: url });
    await call('availability:set', { availability: 'available' });
    staff.push({ name, call, door });
  }
  return staff;
}

async function shortenPickUp([admin]: Staff[], pickUpMs: number): Promise<void> {
  const [site] = admin ? (await admin.call('session:open', {})).sites : [];
  if (admin && site) await admin.call('site:update', { siteId: site.id, version: site.version, pickUpMs });
}
