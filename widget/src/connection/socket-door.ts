import type { WireError } from '@ventanilla/shared/wire/errors';
import type { VisitorEvents } from '@ventanilla/shared/wire/visitor';
import { now } from '../clock.ts';
import { type Door, Unreachable } from './door.ts';

const patienceMs = 8_000;

export interface SocketDoor extends Door {
  /** Resolves when the server has let us in; rejects with `Unreachable`. */
  open(auth: Record<string, unknown>): Promise<void>;
  close(): void;
}

interface Waiting<T> {
  resolve(value: T): void;
  reject(error: Unreachable): void;
}

/**
 * The visitors' namespace of Socket.IO 5 in Engine.IO 4 over one WebSocket, text only: what a visitor needs of that
 * protocol in a fifth of its client's bytes. A packet is a digit and a text: 0 open, 1 close, 2 ping, 3 pong, 4 message;
 * a message is a digit (0 connect, 1 disconnect, 2 event, 3 answer, 4 refused), the namespace, a number and JSON.
 * `onLost` is called once, when a door that was open no longer serves.
 */
export function socketDoor(base: string, onLost: () => void, listeners: Partial<VisitorEvents>): SocketDoor {
  const answers = new Map<string, Waiting<never>>();
  let socket: WebSocket | undefined;
  let opening: Waiting<void> | undefined;
  let calls = 0;
  /** How long the server may be silent: it says so itself when it opens. */
  let silenceMs = patienceMs;
  let expiresAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(reason?: WireError): void {
    if (!socket) return;
    const wasOpen = !opening;
    socket.onmessage = socket.onclose = null;
    socket.close();
    socket = undefined;
    clearTimeout(timer);
    removeEventListener('offline', lose);
    opening?.reject(new Unreachable(reason));
    opening = undefined;
    for (const { reject } of answers.values()) reject(new Unreachable());
    if (wasOpen) onLost();
  }

  const lose = () => end();

  function receive(packet: string, auth: unknown): void {
    if (packet[0] === '0') {
      const { pingInterval, pingTimeout }: { pingInterval: number; pingTimeout: number } = JSON.parse(packet.slice(1));
      silenceMs = pingInterval + pingTimeout;
      socket?.send(`40/visitor,${JSON.stringify(auth)}`);
    } else if (packet[0] === '2') {
      socket?.send('3');
    } else if (packet[0] === '4') {
      const [, kind, id = '', json = ''] = /^4(\d)\/visitor,(\d*)(.*)/s.exec(packet) ?? [];
      hear(kind, id, json);
    } else lose();
  }

  function hear(kind: string | undefined, id: string, json: string): void {
    if (kind === '0') {
      opening?.resolve();
      opening = undefined;
    } else if (kind === '2') {
      const [event, detail]: [keyof VisitorEvents, never] = JSON.parse(json);
      listeners[event]?.(detail);
    } else if (kind === '3') {
      const [answer]: [never] = JSON.parse(json);
      answers.get(id)?.resolve(answer);
    } else end(kind === '4' ? JSON.parse(json).data : undefined);
  }

  function listen(): void {
    clearTimeout(timer);
    expiresAt = now() + silenceMs;
    timer = setTimeout(lose, silenceMs);
  }

  return {
    open: (auth) =>
      new Promise((resolve, reject) => {
        const url = new URL('socket.io/?EIO=4&transport=websocket', base);
        url.protocol = url.protocol.replace('http', 'ws');
        opening = { resolve, reject };
        socket = new WebSocket(url);
        socket.onmessage = ({ data }) => {
          listen();
          try {
            receive(String(data), auth);
          } catch {
            // Not a packet: whoever speaks there is not our server.
            lose();
          }
        };
        socket.onclose = lose;
        addEventListener('offline', lose);
        listen();
      }),
    close: lose,
    async call(name, input, limitMs = patienceMs) {
      // A page that slept finds out here, before its timer does.
      if (now() > expiresAt) lose();
      const line = socket;
      if (!line || opening) throw new Unreachable();
      const id = String(calls++);
      const patience = setTimeout(lose, limitMs);
      try {
        return await new Promise((resolve, reject) => {
          answers.set(id, { resolve, reject });
          line.send(`42/visitor,${id}${JSON.stringify([name, input])}`);
        });
      } finally {
        clearTimeout(patience);
        answers.delete(id);
      }
    },
  };
}
