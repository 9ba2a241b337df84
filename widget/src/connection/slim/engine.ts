import { now } from '../../clock.ts';
import { Emitter } from './emitter.ts';

/**
 * In place of engine.io-client, which is made for many transports: Engine.IO 4 over one WebSocket, text only, as the
 * manager of socket.io-client uses it. Packets are a digit and a text: 0 open, 1 close, 2 ping, 3 pong, 4 message.
 */
interface Handshake {
  pingInterval: number;
  pingTimeout: number;
}

export class Socket extends Emitter {
  readonly #socket: WebSocket;
  #patienceMs = 0;
  #expiresAt = Number.POSITIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;
  #isEnded = false;

  constructor(uri: string, { path }: { path: string }) {
    super();
    const url = new URL(`${path}/?EIO=4&transport=websocket`, uri);
    url.protocol = url.protocol.replace('http', 'ws');
    this.#socket = new WebSocket(url);
    this.#socket.onmessage = ({ data }) => this.#receive(String(data));
    this.#socket.onclose = () => this.#end('transport close');
    this.#socket.onerror = () => this.#end('transport error');
    addEventListener('offline', this.close);
  }

  write(text: string): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(`4${text}`);
  }

  readonly close = (): void => this.#end('forced close');

  /** A page that slept finds out here, before its timer does. The name is the manager's. */
  _hasPingExpired(): boolean {
    const hasExpired = now() > this.#expiresAt;
    if (hasExpired) queueMicrotask(() => this.#end('ping timeout'));
    return hasExpired;
  }

  #receive(packet: string): void {
    const body = packet.slice(1);
    switch (packet[0]) {
      case '0': {
        const { pingInterval, pingTimeout }: Handshake = JSON.parse(body);
        this.#patienceMs = pingInterval + pingTimeout;
        this.#isOpen = true;
        this.emit('open');
        break;
      }
      case '1':
        this.#end('transport close');
        break;
      case '2':
        this.#socket.send('3');
        break;
      case '4':
        this.emit('data', body);
    }
    if (this.#isEnded) return;
    clearTimeout(this.#timer);
    this.#expiresAt = now() + this.#patienceMs;
    this.#timer = setTimeout(() => this.#end('ping timeout'), this.#patienceMs);
  }

  /** Before the handshake the manager listens for `error`, after it for `close`. */
  #end(reason: string): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    clearTimeout(this.#timer);
    removeEventListener('offline', this.close);
    this.#socket.close();
    this.emit(this.#isOpen ? 'close' : 'error', this.#isOpen ? reason : new Error(reason));
  }
}

/** The manager takes its timers from here, so that tests of its own may fake them. */
export function installTimerFunctions(target: { setTimeoutFn?: unknown; clearTimeoutFn?: unknown }): void {
  target.setTimeoutFn = setTimeout.bind(globalThis);
  target.clearTimeoutFn = clearTimeout.bind(globalThis);
}

export const nextTick = queueMicrotask;
