import { performance } from 'node:perf_hooks';
import type { Chance } from '../../bench/seeded-chance.ts';

/** How one client of a crowd gets in. */
export interface Door {
  url: string;
  /** What it answers to a packet; 'in' when this packet says that it is let in. */
  answer(packet: string, client: number): string | 'in' | null;
}

/** Clients that come back by themselves, as ours do: after `random × min(5 s, 0.5 s × 2ⁿ)`. */
export interface Crowd {
  /** Resolves when all are in. */
  allIn(): Promise<void>;
  /** ms on the monotonic clock at which each was last let in. */
  lastIn(): number[];
  attempts(): number;
  /** Whatever was said to each since it was let in last. */
  ask(packet: string, beginning: string): Promise<number>;
  close(): void;
}

const longestMs = 5_000;
const firstMs = 500;

export function gather(size: number, door: Door, chance: Chance): Crowd {
  const sockets: (WebSocket | undefined)[] = [];
  const inAt: number[] = [];
  const isIn: boolean[] = Array(size).fill(false);
  const hear = new Set<(client: number, packet: string) => void>();
  let attempts = 0;
  let isOver = false;
  let wake = () => {};

  function connect(client: number, failures: number): void {
    if (isOver) return;
    attempts += 1;
    const socket = new WebSocket(door.url);
    sockets[client] = socket;
    let failed = failures;
    socket.addEventListener('message', ({ data }) => {
      const packet = String(data);
      const answer = door.answer(packet, client);
      if (answer === 'in') {
        failed = 0;
        isIn[client] = true;
        inAt[client] = performance.now();
        wake();
      } else if (answer !== null) socket.send(answer);
      for (const listen of hear) listen(client, packet);
    });
    socket.addEventListener('close', () => {
      isIn[client] = false;
      const bound = Math.min(longestMs, firstMs * 2 ** failed);
      setTimeout(() => connect(client, failed + 1), (chance(10_000) / 10_000) * bound);
    });
    socket.addEventListener('error', () => {});
  }
  for (let client = 0; client < size; client++) connect(client, 0);

  return {
    allIn: () =>
      new Promise((resolve) => {
        wake = () => {
          if (isIn.every(Boolean)) resolve();
        };
        wake();
      }),
    lastIn: () => [...inAt],
    attempts: () => attempts,
    ask: (packet, beginning) =>
      new Promise((resolve) => {
        const answered = new Set<number>();
        const listen = (client: number, heard: string) => {
          if (heard.startsWith(beginning)) answered.add(client);
          if (answered.size < size) return;
          hear.delete(listen);
          resolve(answered.size);
        };
        hear.add(listen);
        for (const socket of sockets) socket?.send(packet);
      }),
    close() {
      isOver = true;
      for (const socket of sockets) socket?.close();
    },
  };
}
