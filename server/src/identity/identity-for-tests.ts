import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentId } from '@ventanilla/shared/ids';
import type { CommandData, CommandName, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { RouteName } from '@ventanilla/shared/wire/routes';
import { routes } from '@ventanilla/shared/wire/routes';
import { onTestFinished } from 'vitest';
import type { AgentCaller, AnyoneCaller } from '../actions/caller.ts';
import { readConfig } from '../config.ts';
import type { Deps } from '../deps.ts';
import { openDirectory } from '../directory.ts';
import { prepareFirstStart } from '../jobs/first-start.ts';
import { openKnowledge } from '../knowledge/knowledge.ts';
import { createTallies } from '../knowledge/tallies.ts';
import { createVotes } from '../knowledge/votes.ts';
import { createBus, type Happening } from '../lib/bus.ts';
import type { Clock } from '../lib/clock.ts';
import { createFileStore } from '../lib/file-store.ts';
import { createIds } from '../lib/ids.ts';
import { createLogger } from '../lib/logger.ts';
import type { Mail, Mailer } from '../lib/mailer.ts';
import { createMetrics } from '../lib/metrics.ts';
import { watchPickUps } from '../lib/pick-ups.ts';
import { createPresence } from '../lib/presence.ts';
import { createQueueClock } from '../lib/queue-clock.ts';
import { createHourlyBudget, createRateLimiter } from '../lib/rate-limit.ts';
import { createSightings } from '../lib/sightings.ts';
import { openStore } from '../storage/open-store.ts';
import { peopleHandlers } from '../transport/handlers/people.ts';
import { createAgentAuth } from './agent-auth.ts';
import { addressHeader } from './auth-library.ts';
import { createVisitorTokens } from './visitor-tokens.ts';

const publicUrl = 'https://help.example.com';
const env = { VENTANILLA_URL: publicUrl, VENTANILLA_LOG_LEVEL: 'silent' };

type AuthAdapter = Awaited<ReturnType<typeof openStore>>['authAdapter'];

function keepingSessions(adapter: AuthAdapter): AuthAdapter {
  return (options) => ({ ...adapter(options), delete: async () => {}, deleteMany: async () => 1 });
}

type PeopleCommand = keyof typeof peopleHandlers & CommandName;

/** Keeps what it is given; `next` waits for a mail that is on its way. */
function createMailbox() {
  const mails: Mail[] = [];
  const waiting: ((mail: Mail) => void)[] = [];
  const mailer: Mailer = {
    canSend: true,
    async send(mail) {
      const reader = waiting.shift();
      if (reader) reader(mail);
      else mails.push(mail);
    },
  };
  const next = async () => mails.shift() ?? new Promise<Mail>((resolve) => waiting.push(resolve));
  return { mailer, mails, next };
}

interface Given {
  env?: Record<string, string>;
  /** Of a PostgreSQL; else SQLite in a temporary folder. */
  url?: string;
  canSend?: boolean;
  /** The library's storage says that it ended sessions and did not. */
  canEndSessions?: boolean;
}

/** An installation of its own on a real database, with a clock that moves by hand and everything but HTTP. */
export async function openIdentity(given: Given = {}) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'ventanilla-identity-'));
  const store = await openStore({ dataFolder, ...(given.url && { url: given.url }) });
  onTestFinished(async () => {
    await store.close();
    await rm(dataFolder, { recursive: true });
  });

  let now = Date.now();
  const clock: Clock = { now: () => now, elapsed: () => now, after: () => () => {} };
  const config = readConfig({ ...env, ...given.env });
  const log = createLogger('silent');
  const bus = createBus(log);
  const limiter = createRateLimiter(clock, config.rateLimits);
  const mailbox = createMailbox();
  const mailer = given.canSend === false ? { ...mailbox.mailer, canSend: false } : mailbox.mailer;
  const secret = Buffer.alloc(32, 7);
  const database = given.canEndSessions === false ? keepingSessions(store.authAdapter) : store.authAdapter;
  const agentAuth = createAgentAuth({ database, store, config, secret, bus, limiter, mailer, log });
  const deps: Deps = {
    agentAuth,
    bus,
    clock,
    config,
    directory: await openDirectory(store),
    files: createFileStore(dataFolder),
    ids: createIds(clock),
    knowledge: openKnowledge(store),
    tallies: createTallies(store),
    votes: createVotes(),
    limiter,
    log,
    mailer,
    mailBudget: createHourlyBudget(clock, config.mailsPerHour),
    metrics: createMetrics(),
    presence: createPresence(),
    pickUps: watchPickUps(bus),
    queueClock: createQueueClock(clock, 0),
    probe: () => {},
    sightings: createSightings(clock, log, (rows) => store.sightings.record(rows, 20)),
    store,
    uploads: createHourlyBudget(clock, config.uploadBytesPerHour),
    visitorTokens: createVisitorTokens(secret, 'visitor token'),
    pageTokens: { cookie: createVisitorTokens(secret, 'page cookie'), form: createVisitorTokens(secret, 'page form') },
  };
  const happenings: Happening[] = [];
  bus.subscribe((happening) => happenings.push(happening));

  const anyone: AnyoneCaller = { kind: 'anyone', siteId: '', requestId: 'test', locale: 'es', address: '' };
  /** The caller that the transport would make of this agent now. */
  function callerOf(agentId: AgentId): AgentCaller {
    const agent = deps.directory.agent(agentId);
    if (!agent) throw new Error(`no agent ${agentId}`);
    const { role, siteIds, locale } = agent;
    return { kind: 'agent', agentId, sessionId: '', role, siteIds, locale, requestId: 'test', address: '' };
  }

  /** As a validated command would run; the answer is what goes out. */
  function call<N extends PeopleCommand>(
    name: N,
    caller: AnyoneCaller | AgentCaller,
    data: CommandData<N>,
  ): Promise<CommandOutput<N>> {
    return handlerOf<N>(name)(deps, caller, data);
  }

  /** A request as the HTTP layer hands it on: our address header is set, whatever the client sent. */
  function request(name: RouteName, body?: unknown, more: { cookie?: string; headers?: Record<string, string> } = {}) {
    const { method, path } = routes[name];
    const headers = new Headers({ 'content-type': 'application/json', [addressHeader]: '192.0.2.1', ...more.headers });
    if (more.cookie) headers.set('cookie', more.cookie);
    const init = { method, headers, ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }) };
    return agentAuth.handle(new Request(`${publicUrl}${path}`, init));
  }

  /** Signs in and answers the cookie that the browser would send back. */
  async function signIn(email: string, password: string): Promise<string> {
    return cookieOf(await request('signIn', { email, password }));
  }

  return {
    deps,
    store,
    happenings,
    anyone,
    callerOf,
    call,
    request,
    signIn,
    mailbox,
    start: () => prepareFirstStart(deps),
    claim: (cookie: string) => agentAuth.claimOf(new Headers({ cookie })),
    moveClock: (ms: number) => {
      now += ms;
    },
  };
}

/** The table is checked against the contract; a name picks one row, so caller and data fit it. */
function handlerOf<N extends PeopleCommand>(name: N) {
  return peopleHandlers[name] as unknown as (
    deps: Deps,
    caller: AnyoneCaller | AgentCaller,
    data: CommandData<N>,
  ) => Promise<CommandOutput<N>>;
}

export const owner = { name: 'Núria', email: 'Nuria@example.com', password: 'a long password' };
export const colleague = { name: 'Iker', email: 'iker@example.com', password: 'another password' };

/** The secret that a link carries in its fragment. */
export function secretIn(link: string): string {
  return new URL(link).hash.slice(1);
}

export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** An installation whose owner has used the set-up link. */
export async function withOwner(given: Given = {}) {
  const identity = await openIdentity(given);
  const secret = secretIn(await identity.start());
  const { agentId } = await identity.call('setup:complete', identity.anyone, { secret, ...owner });
  return { ...identity, ownerId: agentId };
}

/** What an admin fills in to invite the colleague to their own sites. */
export function invitationBy(admin: AgentCaller): CommandData<'agent:invite'> {
  return { name: colleague.name, email: colleague.email, role: 'agent', siteIds: [...admin.siteIds] };
}

/** … and who has invited a colleague, who has accepted. */
export async function withColleague(given: Given = {}) {
  const identity = await withOwner(given);
  const admin = identity.callerOf(identity.ownerId);
  const { link } = await identity.call('agent:invite', admin, invitationBy(admin));
  const accepted = { secret: secretIn(link), name: colleague.name, password: colleague.password };
  const { agentId } = await identity.call('invitation:accept', identity.anyone, accepted);
  return { ...identity, colleagueId: agentId, link };
}
