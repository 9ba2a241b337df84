import type { ClientToServer, VisitorCommandName } from '@ventanilla/shared/wire/contract';
import type { WireError } from '@ventanilla/shared/wire/errors';
import type { VisitorEvents } from '@ventanilla/shared/wire/visitor';
import { Manager, type Socket } from 'socket.io-client';
import { type Door, Unreachable } from './door.ts';

const patienceMs = 8_000;

export interface SocketDoor extends Door {
  /** Resolves when the server has let us in; rejects with `Unreachable`. */
  open(auth: Record<string, unknown>): Promise<void>;
  close(): void;
  on<N extends keyof VisitorEvents>(event: N, listener: VisitorEvents[N]): void;
}

export function socketDoor(base: string, onLost: () => void): SocketDoor {
  const { origin, pathname } = new URL('socket.io', base);
  const manager = new Manager(origin, {
    path: pathname,
    transports: ['websocket'],
    reconnection: false,
    autoConnect: false,
    timeout: patienceMs,
  });
  const socket = typed(manager.socket('/visitor'));
  socket.on('disconnect', onLost);
  return {
    open: (auth) =>
      new Promise((resolve, reject) => {
        const settle = (error?: Error & { data?: WireError }) => {
          socket.off('connect', settle).off('connect_error', settle);
          if (!error) return resolve();
          socket.disconnect();
          reject(new Unreachable(error.data));
        };
        socket.on('connect', settle).on('connect_error', settle);
        socket.auth = auth;
        socket.connect();
      }),
    close: () => socket.disconnect(),
    on: (event, listener) => {
      socket.on(event as never, listener as never);
    },
    async call(name, input) {
      // Socket.IO would keep the command and send it after reconnecting; the outbox does that, and survives reload.
      if (!socket.connected) throw new Unreachable();
      try {
        return await socket.timeout(patienceMs).emitWithAck(name as never, ...([input] as never));
      } catch {
        socket.disconnect();
        throw new Unreachable();
      }
    },
  };
}

/** The namespace speaks the visitors' half of the contract. */
function typed(socket: Socket): Socket<VisitorEvents, ClientToServer<VisitorCommandName>> {
  return socket as Socket<VisitorEvents, ClientToServer<VisitorCommandName>>;
}
