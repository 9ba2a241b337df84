import type { Server } from 'socket.io';
import type { Deps } from '../../deps.ts';

const checkEveryMs = 2_000;
/** Packets that wait to be read; a client that lets more pile up is sent away and catches up when it returns. */
const mostWaiting = 2_000;

/** Answering pings without reading would let memory grow without end; the packets that wait are counted, not the bytes. */
function waitingPackets(connection: { writeBuffer: unknown[] }): number {
  return connection.writeBuffer.length;
}

/** `writeBuffer` is private in the types and the only place where unread packets can be counted. */
function asCountable(connection: unknown): { writeBuffer: unknown[]; close(discard?: boolean): void } {
  return connection as { writeBuffer: unknown[]; close(discard?: boolean): void };
}

export function startSlowReaderWatch(deps: Deps, io: Server): () => void {
  let cancel = () => {};
  function check(): void {
    for (const namespace of ['/visitor', '/agent']) {
      for (const socket of io.of(namespace).sockets.values()) {
        const connection = asCountable(socket.conn);
        if (waitingPackets(connection) <= mostWaiting) continue;
        deps.log.warn({ namespace, waiting: waitingPackets(connection) }, 'a slow reader was disconnected');
        connection.close(true);
      }
    }
    cancel = deps.clock.after(checkEveryMs, check);
  }
  cancel = deps.clock.after(checkEveryMs, check);
  return () => cancel();
}
