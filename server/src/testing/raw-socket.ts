import { protocol } from '@ventanilla/shared/wire/version';
import type { RunningApp } from './running-app.ts';

const waitMs = 5_000;

/** A plain WebSocket that speaks Engine.IO by hand, for packets that no client of ours would send. */
export interface RawSocket {
  received: string[];
  send(packet: string | Uint8Array<ArrayBuffer>): void;
  /** The first packet, or the nth, past or future, that begins so. */
  receives(beginning: string, nth?: number): Promise<string>;
  /** The close code, once the connection has ended. */
  closed: Promise<number>;
  close(): void;
}

export interface RawOptions {
  headers?: Record<string, string>;
  query?: string;
}

/** Opens the transport; no namespace is joined yet. Rejects when the upgrade is refused. */
export async function openRaw(app: RunningApp, options: RawOptions = {}): Promise<RawSocket> {
  const query = options.query ?? 'EIO=4&transport=websocket';
  const socket = new WebSocket(`${app.url.replace(/^http/, 'ws')}/socket.io/?${query}`, {
    headers: options.headers ?? {},
  });
  const received: string[] = [];
  const waiting = new Set<() => void>();
  socket.addEventListener('message', ({ data }) => {
    if (data === '2') return socket.send('3');
    received.push(String(data));
    for (const check of waiting) check();
  });
  const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('the upgrade was refused')));
  });
  return {
    received,
    closed,
    send: (packet) => socket.send(packet),
    close: () => socket.close(),
    receives: (beginning, nth = 1) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => finish(new Error(`never received ${beginning}: ${received.join(' | ')}`)),
          waitMs,
        );
        function finish(result: string | Error) {
          clearTimeout(timer);
          waiting.delete(check);
          if (result instanceof Error) reject(result);
          else resolve(result);
        }
        function check() {
          const found = received.filter((packet) => packet.startsWith(beginning))[nth - 1];
          if (found !== undefined) finish(found);
        }
        waiting.add(check);
        check();
      }),
  };
}

/** Asks to join a namespace with whatever is said to be the proof. */
export function joinPacket(namespace: string, auth: Record<string, unknown> = {}): string {
  return `40${namespace},${JSON.stringify({ protocol, ...auth })}`;
}

/** A raw socket that has joined `/visitor`. */
export async function openRawVisitor(
  app: RunningApp,
  auth: { site: string; token: string },
  options: RawOptions = {},
): Promise<RawSocket> {
  const socket = await openRaw(app, options);
  socket.send(joinPacket('/visitor', auth));
  await socket.receives('40/visitor,');
  return socket;
}
