import type { Ack } from '@ventanilla/shared/wire/errors';
import type { VisitorEvents } from '@ventanilla/shared/wire/visitor';
import { newClientId } from '../ids.ts';
import type { Link } from '../model/model.ts';
import { type Door, Unreachable } from './door.ts';

const patienceMs = 8_000;

/** What tabs of one site say to each other. `from` and `to` are tabs. */
type Word = { from: string } & (
  | { type: 'hello'; token: string }
  | { type: 'welcome'; to: string }
  /** Whoever says it has a socket and serves others, or no longer does. */
  | { type: 'serving' | 'over' }
  | { type: 'ask'; to: string; number: number; name: string; input: unknown; limitMs: number }
  /** Without `ack` nobody has answered. */
  | { type: 'answer'; to: string; number: number; ack?: Ack<unknown> }
  | { type: 'event'; name: keyof VisitorEvents; detail: unknown }
);
type Saying = Word extends infer W ? (W extends Word ? Omit<W, 'from'> : never) : never;

export interface SharingParts {
  /** Of this site, among all that this browser keeps for the page's origin. */
  name: string;
  /** Who hears the socket's events. What is heard for other tabs, too, is told them from here. */
  listeners: Partial<VisitorEvents>;
  token(): Promise<string>;
  door(): Door | undefined;
  /** Uses this one instead of the page's own socket, which is closed. */
  adopt(door: SharedDoor): void;
  /** This one no longer serves: the page opens a socket of its own. */
  lose(door: Door): void;
}

export type SharedDoor = Door & { close(): void };
export type Sharing = ReturnType<typeof createSharing>;

/**
 * DL7: tabs of one visitor use one socket. The tab that holds the site's lock serves the others: it passes on what it hears
 * and asks for them. Each tab first has a socket of its own and gives it up for an answer; when nothing more comes from the
 * one that serves, because it is gone, asleep or without a line, it has its own again. So sharing only saves connections.
 */
export function createSharing({ name, listeners, token, door, adopt, lose }: SharingParts) {
  const me = newClientId();
  const lock = `${name}:line`;
  const waiting = new Map<number, PromiseWithResolvers<Ack<never>>>();
  let channel: BroadcastChannel | undefined;
  let rest = new AbortController();
  let release: (() => void) | undefined;
  let servedToken = '';
  let shared: { by: string; door: SharedDoor } | undefined;
  let asked = 0;
  let isOnline = false;

  const hasSocket = () => isOnline && !shared && 'open' in (door() ?? {});
  const say = (saying: Saying) => channel?.postMessage({ ...saying, from: me });

  for (const event of Object.keys(listeners) as (keyof VisitorEvents)[]) {
    const hear = listeners[event] as (detail: unknown) => void;
    listeners[event] = (detail: unknown) => {
      hear(detail);
      if (release) say({ type: 'event', name: event, detail });
    };
  }

  async function online(): Promise<void> {
    if (!navigator.locks || !hasSocket()) return;
    if (!channel) {
      channel = new BroadcastChannel(lock);
      channel.onmessage = ({ data }) => hear(data);
      rest = new AbortController();
      void navigator.locks.request(lock, { signal: rest.signal }, serve).catch(() => {});
    }
    servedToken = await token();
    if (release) say({ type: 'serving' });
    else say({ type: 'hello', token: servedToken });
  }

  /** Until this tab goes. */
  function serve(): Promise<void> {
    // Whoever served before is gone.
    end();
    say({ type: hasSocket() ? 'serving' : 'over' });
    return new Promise((resolve) => {
      release = resolve;
    });
  }

  function hear(word: Word): void {
    if ('to' in word && word.to !== me) return;
    if (word.type === 'hello') {
      if (release && hasSocket() && word.token === servedToken) say({ type: 'welcome', to: word.from });
    } else if (word.type === 'welcome') follow(word.from);
    else if (word.type === 'ask') void answer(word);
    else if (word.type === 'answer') settle(word.number, word.ack);
    else if (word.type === 'event') {
      if (shared?.by === word.from) listeners[word.name]?.(word.detail as never);
    } else {
      if (word.type === 'over' || shared?.by !== word.from) end();
      if (word.type === 'serving' && hasSocket()) say({ type: 'hello', token: servedToken });
    }
  }

  function follow(by: string): void {
    if (!hasSocket()) return;
    const opened: SharedDoor = { call: (...call) => ask(opened, by, ...call), close: () => end() };
    shared = { by, door: opened };
    adopt(opened);
  }

  async function ask(opened: Door, by: string, name: string, input: unknown, limitMs = patienceMs): Promise<never> {
    if (shared?.door !== opened) throw new Unreachable();
    const number = asked++;
    const patience = setTimeout(end, limitMs);
    try {
      const answer = Promise.withResolvers<Ack<never>>();
      waiting.set(number, answer);
      say({ type: 'ask', to: by, number, name, input, limitMs });
      return (await answer.promise) as never;
    } finally {
      clearTimeout(patience);
      waiting.delete(number);
    }
  }

  async function answer({ from, number, name, input, limitMs }: Extract<Word, { type: 'ask' }>): Promise<void> {
    const call = hasSocket() ? door()?.call : undefined;
    const ack = await call?.(name as 'conversation:list', input as never, limitMs).catch(() => undefined);
    say({ type: 'answer', to: from, number, ...(ack && { ack }) });
  }

  function settle(number: number, ack: Ack<unknown> | undefined): void {
    if (ack) waiting.get(number)?.resolve(ack as Ack<never>);
    else end();
  }

  /** Nothing more comes from the tab that served this one. */
  function end(): void {
    const before = shared;
    shared = undefined;
    for (const { reject } of waiting.values()) reject(new Unreachable());
    if (before) lose(before.door);
  }

  /** Neither a lock nor a channel may keep a page from being frozen and brought back. */
  function leave(): void {
    if (release) say({ type: 'over' });
    shared = undefined;
    release?.();
    release = undefined;
    rest.abort();
    channel?.close();
    channel = undefined;
  }
  addEventListener('pagehide', leave);

  return {
    /** The page's link is in this state now. */
    heed(link: Link): void {
      isOnline = link === 'online';
      if (isOnline) void online();
      else if (link !== 'connecting' && release) say({ type: 'over' });
    },
    stop(): void {
      leave();
      removeEventListener('pagehide', leave);
    },
  };
}
