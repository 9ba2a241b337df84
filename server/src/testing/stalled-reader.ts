import { once } from 'node:events';
import { connect } from 'node:net';
import { joinPacket } from './raw-socket.ts';
import type { RunningApp } from './running-app.ts';

/** A tab that has joined `/visitor` and then reads nothing more; it can still send. */
export interface StalledReader {
  send(packet: string): void;
  close(): void;
}

/** By hand over TCP: a WebSocket of Node reads whatever comes. */
export async function openStalledReader(
  app: RunningApp,
  auth: { site: string; token: string },
): Promise<StalledReader> {
  const { port } = new URL(app.url);
  const line = connect(Number(port), '127.0.0.1');
  line.on('error', () => {});
  let text = '';
  line.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
  });
  const reads = async (words: string) => {
    while (!text.includes(words)) await once(line, 'data');
  };
  const headers = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13'];
  const key = `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`;
  const asked = `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1`;
  line.write(`${[asked, `Host: localhost:${port}`, ...headers, key].join('\r\n')}\r\n\r\n`);
  await reads('101 Switching Protocols');
  line.write(frame(joinPacket('/visitor', auth)));
  await reads('40/visitor,');
  line.pause();
  return { send: (packet) => void line.write(frame(packet)), close: () => line.destroy() };
}

/** One text frame, masked with zeros as a client's must be. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? [0x81, 0x80 | payload.length]
      : [0x81, 0x80 | 126, payload.length >> 8, payload.length & 255];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), payload]);
}
