import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Chance } from '../bench/seeded-chance.ts';

/** The line between clients and server, and everything that can happen to it. */
export interface FaultyLine {
  /** Where connections lead to; 0 while there is no server. */
  target: number;
  /** Another door, with a browser's headers for its requests. Resolves to its port. */
  listen(headers?: Record<string, string>): Promise<number>;
  /** How many connections are open. */
  count(): number;
  /** Resets some connection, or cuts it inside what it is just carrying. False when there is none. */
  cut(chance: Chance): boolean;
  /** Some connection carries nothing for a while, in one direction or in both; nobody is told. */
  stall(chance: Chance, ms: number): boolean;
  /** Whoever came through this door is put out, and nobody gets in until the answer is called. */
  shut(door: number): () => void;
  /** Every WebSocket carries nothing any more, in both directions; nobody is told. Says how many did until now. */
  silence(): number;
  /** Everything that was held back goes on. */
  heal(): void;
  close(): Promise<void>;
}

interface Line {
  door: number;
  client: Socket;
  server: Socket;
  held: Set<Socket>;
  /** The next chunk of this end goes half, then the line is gone. */
  halved: Socket | null;
  isSocket: boolean;
}

export function createProxy(): FaultyLine {
  const lines = new Set<Line>();
  const doors: Server[] = [];
  const shut = new Set<number>();

  function carry(line: Line, from: Socket, to: Socket, head: string): void {
    let isFirst = head !== '';
    from.on('data', (given) => {
      const chunk = isFirst ? withHead(given, head) : given;
      isFirst = false;
      line.isSocket ||= from === line.client && /^upgrade: websocket/im.test(given.toString('latin1'));
      if (line.halved === from) {
        to.write(chunk.subarray(0, Math.ceil(chunk.length / 2)), () => end(line));
        line.halved = null;
      } else if (!to.write(chunk)) {
        from.pause();
        to.once('drain', () => line.held.has(from) || from.resume());
      }
    });
    from.on('error', () => end(line));
    from.on('close', () => end(line));
  }

  function end(line: Line): void {
    lines.delete(line);
    line.client.resetAndDestroy();
    line.server.destroy();
  }

  function accept(client: Socket, head: string): void {
    const door = client.localPort ?? 0;
    if (proxy.target === 0 || shut.has(door)) return void client.resetAndDestroy();
    const server = connect(proxy.target, '127.0.0.1');
    client.setNoDelay();
    server.setNoDelay();
    const line: Line = { door, client, server, held: new Set(), halved: null, isSocket: false };
    lines.add(line);
    carry(line, client, server, head);
    carry(line, server, client, '');
  }

  function hold(line: Line, ends: Socket[]): void {
    for (const socket of ends) {
      line.held.add(socket);
      socket.pause();
    }
  }

  function release(line: Line): void {
    for (const socket of line.held) socket.resume();
    line.held.clear();
  }

  const some = (chance: Chance) => [...lines][chance(lines.size)];

  const proxy: FaultyLine = {
    target: 0,
    async listen(headers = {}) {
      const head = Object.entries(headers)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('');
      const door = createServer((client) => accept(client, head));
      doors.push(door);
      door.listen(0, '127.0.0.1');
      await once(door, 'listening');
      return (door.address() as AddressInfo).port;
    },
    count: () => lines.size,
    cut(chance) {
      const line = some(chance);
      if (!line) return false;
      const how = chance(3);
      if (how === 0) end(line);
      else line.halved = how === 1 ? line.client : line.server;
      return true;
    },
    stall(chance, ms) {
      const line = some(chance);
      if (!line) return false;
      const ends = [[line.client], [line.server], [line.client, line.server]][chance(3)] ?? [];
      hold(line, ends);
      setTimeout(release, ms, line);
      return true;
    },
    shut(door) {
      shut.add(door);
      for (const line of lines) if (line.door === door) end(line);
      return () => void shut.delete(door);
    },
    silence() {
      const sockets = [...lines].filter(({ isSocket, held }) => isSocket && held.size === 0);
      for (const line of sockets) hold(line, [line.client, line.server]);
      return sockets.length;
    },
    heal() {
      for (const line of lines) {
        line.halved = null;
        release(line);
      }
    },
    async close() {
      for (const line of lines) end(line);
      for (const door of doors) {
        door.close();
        await once(door, 'close');
      }
    },
  };
  return proxy;
}

/** Puts header lines behind the request line. */
function withHead(chunk: Buffer, head: string): Buffer {
  const at = chunk.indexOf('\r\n') + 2;
  return Buffer.concat([chunk.subarray(0, at), Buffer.from(head), chunk.subarray(at)]);
}
