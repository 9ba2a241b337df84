/** The browser's end of a line (`WebSocket`) whose other end is the test. */
export class Line {
  /** All that were opened, the latest last. */
  static all: Line[] = [];
  readonly url: string;
  readonly sent: string[] = [];
  isClosed = false;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(url: { toString(): string }) {
    this.url = String(url);
    Line.all.push(this);
  }

  send(packet: string): void {
    this.sent.push(packet);
  }

  close(): void {
    this.isClosed = true;
  }

  says(...packets: string[]): void {
    for (const data of packets) this.onmessage?.({ data });
  }

  /** The network is gone, and the browser has noticed. */
  breaks(): void {
    this.onclose?.({ code: 1006 });
  }
}

/** How a server of Engine.IO 4 greets. */
export const handshake = '0{"sid":"a","upgrades":[],"pingInterval":10000,"pingTimeout":8000,"maxPayload":70000}';
