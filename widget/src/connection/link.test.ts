import type { ErrorCode } from '@ventanilla/shared/wire/errors';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Door, Unreachable } from './door.ts';
import { createLink } from './link.ts';

type Way = 'open' | 'closed' | ErrorCode;

/** How the server answers at each door, and what it has seen. */
let socketWay: Way;
let httpWay: Way;
let canRenew: boolean;
let tries: string[];
let states: string[];
let cut: () => void;
let polls: { answer: () => void; fail: () => void }[];

beforeEach(() => {
  vi.useFakeTimers();
  socketWay = 'open';
  httpWay = 'open';
  canRenew = true;
  tries = [];
  states = [];
  polls = [];
  cut = () => {};
});

afterEach(() => {
  vi.useRealTimers();
});

function knock(way: Way): void {
  if (way === 'open') return;
  throw new Unreachable(way === 'closed' ? undefined : { code: way, message: '' });
}

function startLink() {
  const link = createLink({
    async openSocket(onLost) {
      tries.push('socket');
      knock(socketWay);
      cut = onLost;
      return {
        call: async (name, _input, limitMs) => tries.push(`${name} within ${limitMs}`) as never,
        close: () => tries.push('socket closed'),
      };
    },
    async openHttp() {
      tries.push('http');
      return {} as Door;
    },
    async onOpen() {
      if (tries.at(-1) === 'http') knock(httpWay);
    },
    poll: () =>
      new Promise((resolve, reject) => polls.push({ answer: resolve, fail: () => reject(new Unreachable()) })),
    async renew() {
      tries.push('renew');
      if (canRenew) socketWay = 'open';
      return canRenew;
    },
    onState: (state, refusal) => states.push(refusal ? `${state} ${refusal}` : state),
    chance: () => 1,
  });
  link.start();
  return link;
}

const settle = () => vi.advanceTimersByTimeAsync(0);

it('opens a socket, and a second start does nothing', async () => {
  const link = startLink();
  link.start();
  await settle();
  link.start();
  expect(tries).toEqual(['socket']);
  expect(states).toEqual(['connecting', 'online']);
});

it('opens another when it is cut', async () => {
  startLink();
  await settle();
  cut();
  expect(states.at(-1)).toBe('lost');
  await vi.advanceTimersByTimeAsync(500);
  expect(tries).toEqual(['socket', 'socket']);
  expect(states.at(-1)).toBe('online');
});

describe('where sockets do not pass', () => {
  beforeEach(() => {
    socketWay = 'closed';
  });

  it('HTTP serves after two failed attempts', async () => {
    const link = startLink();
    await settle();
    expect(tries).toEqual(['socket']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(tries).toEqual(['socket', 'socket', 'http']);
    expect(states.at(-1)).toBe('online');
    expect(link.door()).toBeDefined();
    expect(polls).toHaveLength(1);
  });

  it('a socket is tried again now and then, and takes over when it opens', async () => {
    startLink();
    await vi.advanceTimersByTimeAsync(1000);
    for (let round = 0; round < 4; round++) {
      polls.at(-1)?.answer();
      await settle();
    }
    expect(tries).toEqual(['socket', 'socket', 'http', 'socket']);
    expect(polls).toHaveLength(5);

    socketWay = 'open';
    for (let round = 0; round < 4; round++) {
      polls.at(-1)?.answer();
      await settle();
    }
    expect(tries.at(-1)).toBe('socket');
    expect(polls).toHaveLength(8);
  });

  it('a poll that fails begins again with a socket', async () => {
    startLink();
    await vi.advanceTimersByTimeAsync(1000);
    socketWay = 'open';
    polls.at(-1)?.fail();
    await vi.advanceTimersByTimeAsync(5000);
    expect(tries).toEqual(['socket', 'socket', 'http', 'socket']);
    expect(states.slice(-2)).toEqual(['lost', 'online']);
  });

  it('nor HTTP: it goes on trying, at most five seconds apart, and at once when asked', async () => {
    httpWay = 'closed';
    const link = startLink();
    await vi.advanceTimersByTimeAsync(60_000);
    const before = tries.length;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(tries.length).toBeGreaterThan(before);
    expect(states.at(-1)).toBe('lost');
    const waiting = tries.length;
    link.hurry();
    await settle();
    expect(tries.length).toBeGreaterThan(waiting);
  });
});

describe('who comes back', () => {
  it('asks an open socket whether it lives, and opens no other', async () => {
    const link = startLink();
    await settle();
    link.hurry();
    await settle();
    expect(tries).toEqual(['socket', 'conversation:list within 3000']);
  });

  it('disturbs nothing where nothing is wanted, or all is refused', async () => {
    const link = startLink();
    await settle();
    link.stop();
    link.hurry();
    await settle();
    expect(tries).toEqual(['socket', 'socket closed']);
  });
});

describe('a server that says no', () => {
  it('to the token gets another one, once', async () => {
    socketWay = 'unauthenticated';
    startLink();
    await settle();
    expect(tries).toEqual(['socket', 'renew', 'socket']);
    expect(states.at(-1)).toBe('online');
  });

  it('to the token, and has no other now, is asked again later', async () => {
    socketWay = 'unauthenticated';
    canRenew = false;
    startLink();
    await settle();
    expect(states.at(-1)).toBe('lost');
    canRenew = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect(states.at(-1)).toBe('online');
  });

  it('to the page is not asked again until the visitor wants it', async () => {
    socketWay = 'origin_not_allowed';
    const link = startLink();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries).toEqual(['socket']);
    expect(states.at(-1)).toBe('refused origin_not_allowed');
    socketWay = 'open';
    link.start();
    await settle();
    expect(states.at(-1)).toBe('online');
  });

  it('for now is asked again', async () => {
    socketWay = 'rate_limited';
    startLink();
    await settle();
    socketWay = 'open';
    await vi.advanceTimersByTimeAsync(1000);
    expect(states.at(-1)).toBe('online');
  });
});

it('stops for good: closes, and tries nothing more', async () => {
  const link = startLink();
  await settle();
  link.stop();
  cut();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tries).toEqual(['socket', 'socket closed']);
  expect(link.door()).toBeUndefined();
});
