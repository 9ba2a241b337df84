import type { ErrorCode } from '@ventanilla/shared/wire/errors';
import type { Link } from '../model/model.ts';
import { backOffMs } from './back-off.ts';
import { type Door, Unreachable } from './door.ts';

const failuresUntilHttp = 2;
/** For a line that may have died while nobody looked. */
const doubtMs = 3_000;
/** How many long polls of the HTTP door until a socket is tried again. */
const pollsPerSocketTry = 4;

/** What the server says no to for good: trying again by itself would change nothing. */
const final = new Set<ErrorCode>(['origin_not_allowed', 'forbidden', 'not_found', 'unsupported_protocol']);

export interface LinkParts {
  /** Resolves when the socket is let in; `onLost` is called once when it no longer serves. */
  openSocket(onLost: () => void): Promise<Door & { close(): void }>;
  openHttp(): Promise<Door>;
  /** The door has opened: catch up and send what waits. Rejects with `Unreachable` if it closed again meanwhile. */
  onOpen(door: Door): Promise<void>;
  /** One long poll of the HTTP door. */
  poll(door: Door): Promise<void>;
  /** The token is no longer good; resolves to whether there is another. */
  renew(): Promise<boolean>;
  onState(link: Link, refusal?: ErrorCode): void;
  chance(): number;
}

/** Keeps one door open: a socket, after two failed attempts HTTP, and tries again for as long as it is wanted. */
export function createLink(parts: LinkParts) {
  let isWanted = false;
  let failures = 0;
  let hasRenewed = false;
  let door: Door | undefined;
  let socket: { close(): void } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whatever belongs to an earlier attempt is out of date. */
  let attempt = 0;

  async function connect(): Promise<void> {
    attempt += 1;
    const mine = attempt;
    clearTimeout(timer);
    timer = undefined;
    if (failures === 0) parts.onState('connecting');
    try {
      await openSocket(mine);
    } catch (error) {
      if (mine !== attempt || (await refused(error))) return;
      failures += 1;
      if (failures >= failuresUntilHttp && (await serveOverHttp(mine))) return;
      if (mine === attempt) retry();
    }
  }

  async function openSocket(mine: number): Promise<void> {
    const opened = await parts.openSocket(() => {
      if (mine === attempt) lose(opened);
    });
    if (mine !== attempt) return opened.close();
    socket = opened;
    await use(opened);
    failures = 0;
  }

  async function use(opened: Door): Promise<void> {
    door = opened;
    await parts.onOpen(opened);
    hasRenewed = false;
    parts.onState('online');
  }

  /** Resolves to false when HTTP does not serve either. */
  async function serveOverHttp(mine: number): Promise<boolean> {
    try {
      const opened = await parts.openHttp();
      await use(opened);
      for (let polls = 1; mine === attempt; polls++) {
        await parts.poll(opened);
        if (polls % pollsPerSocketTry === 0 && mine === attempt) {
          await openSocket(mine).catch(() => {
            door = opened;
          });
        }
        if (door !== opened) return true;
      }
      return true;
    } catch (error) {
      return mine !== attempt || refused(error);
    }
  }

  /** True when the server's answer has been dealt with here. */
  async function refused(error: unknown): Promise<boolean> {
    if (!(error instanceof Unreachable)) throw error;
    const code = error.refusal?.code;
    if (code === 'unauthenticated' && !hasRenewed) {
      hasRenewed = await parts.renew();
      if (hasRenewed) void connect();
      return hasRenewed;
    }
    if (!code || !(final.has(code) || code === 'unauthenticated')) return false;
    stop();
    parts.onState('refused', code);
    return true;
  }

  function retry(): void {
    door = undefined;
    parts.onState('lost');
    clearTimeout(timer);
    timer = setTimeout(connect, backOffMs(failures, parts.chance()));
  }

  function lose(served: Door): void {
    if (door === served) retry();
  }

  function stop(): void {
    isWanted = false;
    attempt += 1;
    failures = 0;
    clearTimeout(timer);
    timer = undefined;
    door = undefined;
    socket?.close();
    socket = undefined;
  }

  return {
    door: () => door,
    /** Connects and stays connected; while it waits for its next try, tries at once. */
    start(): void {
      if (isWanted && !timer) return;
      isWanted = true;
      void connect();
    },
    /** Somebody is back, or the network: waits no longer, if it was waiting. An open socket may be dead: any answer will do. */
    hurry(): void {
      if (timer) void connect();
      else door?.call('conversation:list', {}, doubtMs).catch(() => {});
    },
    /** Another tab serves this one from now on: its own socket is not needed any more. */
    adopt(shared: Door & { close(): void }): void {
      const own = socket;
      socket = shared;
      use(shared).catch(() => lose(shared));
      own?.close();
    },
    lose,
    stop,
  };
}
