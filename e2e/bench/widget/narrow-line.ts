import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

export interface LineSpeed {
  /** There and back, ms. */
  rttMs: number;
  /** Shared by all connections, kbit/s. */
  downKbit: number;
  upKbit: number;
}

export interface NarrowLine {
  port: number;
  close(): Promise<void>;
}

/** What TCP carries at once; the line takes turns between connections after each. */
const segmentBytes = 1460;
/** Read ahead for one connection; more stays with its sender, who then still decides what goes first. */
const readAheadBytes = 32 * 1024;

/**
 * A slow line in front of a port: a new connection costs a round trip before anything passes, everything takes half of one
 * to arrive, and all connections share the bits. Browsers' own throttling delays answers but gives connections away.
 */
export async function narrowLine(target: number, { rttMs, downKbit, upKbit }: LineSpeed): Promise<NarrowLine> {
  const up = createDirection(upKbit, rttMs / 2);
  const down = createDirection(downKbit, rttMs / 2);
  const open = new Set<Socket>();
  const door = createServer({ pauseOnConnect: true }, (client) => void carry(client));

  async function carry(client: Socket): Promise<void> {
    const server = connect(target, '127.0.0.1');
    for (const socket of [client, server]) {
      socket.setNoDelay();
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    await pause(rttMs);
    up(client, server);
    down(server, client);
  }

  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  return {
    port: (door.address() as AddressInfo).port,
    async close() {
      for (const socket of open) socket.destroy();
      door.close();
      await once(door, 'close');
    },
  };
}

/** The bits of one direction, shared by whoever has something to send. */
function createDirection(kbit: number, delayMs: number): (from: Socket, to: Socket) => void {
  const queues: { segments: Buffer[]; bytes: number; from: Socket; to: Socket }[] = [];
  const flying: { segment: Buffer; to: Socket; at: number }[] = [];
  let freeAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** One timer for all: timers of their own would let segments overtake each other. */
  function turn(): void {
    clearTimeout(timer);
    timer = undefined;
    arrive();
    const now = performance.now();
    freeAt = Math.max(freeAt, now - 1);
    while (freeAt <= now && send());
    const next = Math.min(flying[0]?.at ?? Number.POSITIVE_INFINITY, hasMore() ? freeAt : Number.POSITIVE_INFINITY);
    if (next < Number.POSITIVE_INFINITY) timer = setTimeout(turn, Math.max(0, next - performance.now()));
  }

  function arrive(): void {
    for (let first = flying[0]; first && first.at <= performance.now(); first = flying[0]) {
      flying.shift();
      if (!first.to.destroyed) first.to.write(first.segment);
    }
  }

  /** Whoever sent waits for the others' turns. */
  function send(): boolean {
    const at = queues.findIndex(({ segments }) => segments.length > 0);
    const [queue] = at < 0 ? [] : queues.splice(at, 1);
    const segment = queue?.segments.shift();
    if (!queue || !segment) return false;
    queues.push(queue);
    queue.bytes -= segment.length;
    if (queue.bytes < readAheadBytes) queue.from.resume();
    freeAt += (segment.length * 8) / kbit;
    flying.push({ segment, to: queue.to, at: freeAt + delayMs });
    return true;
  }

  const hasMore = () => queues.some(({ segments }) => segments.length > 0);

  return (from, to) => {
    const queue = { segments: [] as Buffer[], bytes: 0, from, to };
    queues.push(queue);
    from.on('data', (chunk) => {
      for (let at = 0; at < chunk.length; at += segmentBytes)
        queue.segments.push(chunk.subarray(at, at + segmentBytes));
      queue.bytes += chunk.length;
      if (queue.bytes >= readAheadBytes) from.pause();
      turn();
    });
    from.on('close', () => queues.splice(queues.indexOf(queue), 1));
    from.resume();
  };
}
