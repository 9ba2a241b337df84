import { randomBytes } from 'node:crypto';
import { uuidV7 } from '@ventanilla/shared/ids';
import type { CommandInput, CommandName, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Ack, WireError } from '@ventanilla/shared/wire/errors';
import { commandRows } from '@ventanilla/shared/wire/registry';
import { protocol } from '@ventanilla/shared/wire/version';
import { io, type Socket } from 'socket.io-client';
import type { RunningApp } from './running-app.ts';

export const newClientId = () => uuidV7(Date.now(), randomBytes(16));

const waitMs = 5_000;

/** What it takes to be a client, of a product in this process or in another. */
export type Reachable = Pick<RunningApp, 'url' | 'siteKey' | 'setupSecret'>;

/** What a client's socket offers to tests: typed commands, and events that can be awaited or counted. */
export interface TestSocket {
  raw: Socket;
  /** Everything heard so far, oldest first. */
  heard: { name: string; payload: unknown }[];
  call<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Ack<CommandOutput<N>>>;
  /** The data, or an error with the refusal's code. */
  ask<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>>;
  /** The first event of this name that fits, past or future. */
  hears<T = Record<string, unknown>>(name: string, fits?: (payload: T) => boolean): Promise<T>;
  close(): void;
}

function wrap(raw: Socket): TestSocket {
  const heard: TestSocket['heard'] = [];
  const waiting = new Set<() => void>();
  raw.onAny((name: string, payload: unknown) => {
    heard.push({ name, payload });
    for (const check of waiting) check();
  });
  const call: TestSocket['call'] = (name, input) => raw.timeout(waitMs).emitWithAck(name, input);
  return {
    raw,
    heard,
    call,
    async ask(name, input) {
      const answer = await call(name, input);
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
      return answer.data;
    },
    hears: <T>(name: string, fits: (payload: T) => boolean = () => true) =>
      new Promise<T>((resolve, reject) => {
        const timer = setTimeout(() => finish(new Error(`never heard ${name}`)), waitMs);
        function finish(result: T | Error) {
          clearTimeout(timer);
          waiting.delete(check);
          if (result instanceof Error) reject(result);
          else resolve(result);
        }
        function check() {
          const found = heard.find((event) => event.name === name && fits(event.payload as T));
          if (found) finish(found.payload as T);
        }
        waiting.add(check);
        check();
      }),
    close: () => raw.disconnect(),
  };
}

/** Opens a socket; throws the wire error of a refused handshake. */
export async function connect(
  app: Reachable,
  namespace: '/visitor' | '/agent',
  auth: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<TestSocket> {
  const raw = io(`${app.url}${namespace}`, {
    auth: { protocol, ...auth },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: headers,
  });
  const socket = wrap(raw);
  await new Promise<void>((resolve, reject) => {
    raw.once('connect', resolve);
    raw.once('connect_error', (error: Error & { data?: WireError }) => reject(new HandshakeRefused(error)));
  });
  return socket;
}

export class HandshakeRefused extends Error {
  readonly code: string;
  constructor(error: Error & { data?: WireError }) {
    super(error.data?.code ?? error.message);
    this.code = error.data?.code ?? '';
  }
}

/** Calls a command through the HTTP door. */
export async function callHttp<N extends CommandName>(
  app: Reachable,
  name: N,
  input: unknown,
  options: { token?: string; site?: string; cookie?: string; origin?: string | null } = {},
): Promise<{ status: number; headers: Headers; body: Ack<CommandOutput<N>> }> {
  const row = commandRows.find((candidate) => candidate.name === name);
  if (!row) throw new Error(`no command ${name}`);
  const url = new URL(row.path, app.url);
  if (options.site !== undefined) url.searchParams.set('site', options.site);
  const headers: Record<string, string> = {};
  const origin = options.origin === undefined ? app.url : options.origin;
  if (origin !== null) headers.origin = origin;
  if (options.token) headers.authorization = `Bearer ${options.token}`;
  if (options.cookie) headers.cookie = options.cookie;
  const init: RequestInit = { method: row.method, headers };
  if (row.method === 'POST') {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(input);
  } else {
    for (const [key, value] of Object.entries(input as Record<string, unknown>))
      url.searchParams.set(key, String(value));
  }
  const response = await fetch(url, init);
  return { status: response.status, headers: response.headers, body: (await response.json()) as Ack<CommandOutput<N>> };
}

export interface TestVisitor extends TestSocket {
  visitorId: string;
  token: string;
}

/** A new browser on the site, connected. */
export async function aVisitor(app: Reachable, siteKey = app.siteKey): Promise<TestVisitor> {
  const { body } = await callHttp(app, 'visitor:create', {}, { site: siteKey });
  if (!body.ok) throw new Error(body.error.code);
  const { visitorId, token } = body.data;
  const socket = await connect(app, '/visitor', { site: siteKey, token });
  return { ...socket, visitorId, token };
}

export interface TestAgent extends TestSocket {
  agentId: string;
  cookie: string;
  email: string;
}

const password = 'una ventanilla abierta';

/** Trades credentials for a cookie, as the dashboard does. */
export async function signIn(app: Reachable, email: string, secret = password): Promise<string> {
  const response = await fetch(`${app.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: app.url, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: secret }),
  });
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function connectAgent(app: Reachable, agentId: string, email: string): Promise<TestAgent> {
  const cookie = await signIn(app, email);
  const socket = await connect(app, '/agent', {}, { cookie, origin: app.url });
  return { ...socket, agentId, cookie, email };
}

/** The first administrator, made through the one-time link. */
export async function theAdmin(app: Reachable): Promise<TestAgent> {
  const email = 'marta@alameda.example';
  const input = { secret: app.setupSecret, name: 'Marta Ruiz', email, password };
  const { body } = await callHttp(app, 'setup:complete', input);
  if (!body.ok) throw new Error(body.error.code);
  return connectAgent(app, body.data.agentId, email);
}

/** A colleague, invited by the administrator. */
export async function aColleague(
  app: RunningApp,
  admin: TestAgent,
  name: string,
  siteIds?: string[],
): Promise<TestAgent> {
  const email = `${name.toLowerCase()}@alameda.example`;
  const sites = siteIds ?? app.deps.directory.sites().map((site) => site.id);
  const invited = await admin.ask('agent:invite', { name, email, role: 'agent', siteIds: sites });
  const input = { secret: invited.link.split('#')[1] ?? '', name, password };
  const { body } = await callHttp(app, 'invitation:accept', input);
  if (!body.ok) throw new Error(body.error.code);
  return connectAgent(app, body.data.agentId, email);
}

/** The visitor's first message. */
export async function startChat(visitor: TestVisitor, body = 'Hola, se ha ido internet') {
  return visitor.ask('conversation:start', { startId: newClientId(), clientId: newClientId(), body });
}
