import type { Server, Socket } from 'socket.io';
import type { Deps } from '../../deps.ts';

const checkEveryMs = 2_000;
/** Bytes that wait to be read; a client that lets more pile up is sent away and catches up when it returns. */
const mostWaiting = 4 * 1024 * 1024;

interface Countable {
  writeBuffer: { data?: string | { byteLength: number } }[];
  close(discard?: boolean): void;
}

/** `writeBuffer` is private in the types and the only place where unread packets can be counted. */
function asCountable(connection: unknown): Countable {
  return connection as Countable;
}

function waitingBytes({ writeBuffer }: Countable): number {
  let bytes = 0;
  for (const { data } of writeBuffer) bytes += typeof data === 'string' ? data.length : (data?.byteLength ?? 0);
  return bytes;
}

/** Answering pings without reading would let memory grow without end. True when the connection was closed for it. */
export function closeIfSlow(deps: Pick<Deps, 'log'>, socket: Pick<Socket, 'conn'>): boolean {
  const connection = asCountable(socket.conn);
  const bytes = waitingBytes(connection);
  if (bytes <= mostWaiting) return false;
  deps.log.warn({ bytes }, 'a slow reader was disconnected');
  connection.close(true);
  return true;
}

/** For those who ask nothing and only hear; whoever asks is looked at with every command. */
export function startSlowReaderWatch(deps: Deps, io: Server): () => void {
  let cancel = () => {};
  function check(): void {
    for (const namespace of ['/visitor', '/agent']) {
      for (const socket of io.of(namespace).sockets.values()) closeIfSlow(deps, socket);
    }
    cancel = deps.clock.after(checkEveryMs, check);
  }
  cancel = deps.clock.after(checkEveryMs, check);
  return () => cancel();
}
