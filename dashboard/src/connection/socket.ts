import type { AgentEvents } from '@ventanilla/shared/wire/agent';
import type { AgentCommandName, ClientToServer, CommandInput, CommandOutput } from '@ventanilla/shared/wire/contract';
import { protocol } from '@ventanilla/shared/wire/version';
import { io, type Socket } from 'socket.io-client';
import { chance } from '../ids.ts';
import { backOffMs } from './back-off.ts';
import { type Answer, type Failure, failureOf, offline } from './failure.ts';

const connectTimeoutMs = 8_000;
const answerTimeoutMs = 10_000;
/** For a line that may have died while nobody looked. */
const doubtMs = 3_000;

export interface ConnectionListener {
  /** The server has let us in; everything must be asked for again. */
  onOnline: () => void;
  /** Lost, or not reached; the next attempt is under way by itself. */
  onOffline: () => void;
  /** The server does not want this session, this page or this version: no further attempt. */
  onRefused: (failure: Failure) => void;
  events: AgentEvents;
}

export interface Connection {
  call: <N extends AgentCommandName>(name: N, input: CommandInput<N>) => Promise<Answer<CommandOutput<N>>>;
  /** Instead of waiting for the next attempt. */
  tryNow: () => void;
  close: () => void;
}

/** Codes after which asking again would give the same answer. */
const final: ReadonlySet<string> = new Set([
  'unauthenticated',
  'forbidden',
  'unsupported_protocol',
  'origin_not_allowed',
]);

/** One socket to our own server, with the session cookie; it comes back by itself until it is refused or closed. */
export function connect(listener: ConnectionListener): Connection {
  const socket: Socket<AgentEvents, ClientToServer<AgentCommandName>> = io('/agent', {
    path: '/socket.io',
    transports: ['websocket'],
    auth: { protocol },
    reconnection: false,
    autoConnect: false,
    timeout: connectTimeoutMs,
  });
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  const open = (): void => {
    clearTimeout(timer);
    if (!isClosed && !socket.connected) socket.connect();
  };
  const openLater = (): void => {
    listener.onOffline();
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(open, backOffMs(attempt++, chance()));
  };
  /** Somebody is back, or the network: a line that was open may have died without a word. Any answer will do. */
  const comeBack = async (): Promise<void> => {
    if (!socket.connected) return open();
    const { id } = socket;
    const answer = await call(socket, 'session:open', {}, doubtMs);
    if (!answer.ok && answer.error === offline && socket.id === id) socket.disconnect();
  };
  const comeBackFromCache = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) void comeBack();
  };
  const lookBack = (): void => {
    if (document.visibilityState === 'visible') void comeBack();
  };
  const close = (): void => {
    isClosed = true;
    clearTimeout(timer);
    removeEventListener('online', comeBack);
    removeEventListener('pageshow', comeBackFromCache);
    document.removeEventListener('visibilitychange', lookBack);
    socket.disconnect();
  };

  socket.on('connect', () => {
    attempt = 0;
    listener.onOnline();
  });
  socket.on('disconnect', () => {
    if (!isClosed) openLater();
  });
  socket.on('connect_error', (error) => {
    const failure = refusalOf(error);
    if (failure && final.has(failure.code)) {
      close();
      listener.onRefused(failure);
    } else openLater();
  });
  for (const name of Object.keys(listener.events) as (keyof AgentEvents)[]) listen(socket, name, listener.events[name]);
  addEventListener('online', comeBack);
  addEventListener('pageshow', comeBackFromCache);
  document.addEventListener('visibilitychange', lookBack);
  open();

  return {
    call: (name, input) => call(socket, name, input),
    tryNow: open,
    close,
  };
}

/** Never throws: what the server says, or `offline` when it cannot be asked or does not answer in time. */
function call<N extends AgentCommandName>(
  socket: Socket,
  name: N,
  input: CommandInput<N>,
  limitMs = answerTimeoutMs,
): Promise<Answer<CommandOutput<N>>> {
  return new Promise((resolve) => {
    if (!socket.connected) {
      resolve({ ok: false, error: offline });
      return;
    }
    socket.timeout(limitMs).emit(name, input, (lost: Error | null, answer?: Answer<CommandOutput<N>>) => {
      if (lost || !answer) resolve({ ok: false, error: offline });
      else resolve(answer.ok ? answer : { ok: false, error: failureOf(answer.error) });
    });
  });
}

/** The library's types cannot follow a name that is only known at run time; each pair comes from one typed table. */
function listen(socket: Socket<AgentEvents, ClientToServer<AgentCommandName>>, name: string, handler: unknown): void {
  (socket as unknown as Socket).on(name, handler as () => void);
}

/** What the namespace's middleware says travels in `data`; a broken connection has none. */
function refusalOf(error: Error): Failure | null {
  return 'data' in error && error.data ? failureOf(error.data) : null;
}
