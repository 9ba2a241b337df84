import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import type { RunningApp } from './running-app.ts';

export interface RawRequest {
  method?: string;
  path: string;
  headers?: OutgoingHttpHeaders;
  /** Sent in these pieces, without a declared length. */
  body?: readonly (string | Uint8Array)[];
  /** Never says that the body is complete. */
  isEndless?: boolean;
}

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** A request that `fetch` would not make: any Host, any header, a body that does not end. */
export function sendRaw(app: RunningApp, { method = 'GET', path, headers, body = [], isEndless }: RawRequest) {
  return new Promise<RawAnswer>((resolve, reject) => {
    const { hostname, port } = new URL(app.url);
    const outgoing = request({ hostname, port, method, path, headers: headers ?? {}, agent: false }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.on('end', () => {
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text });
        outgoing.destroy();
      });
    });
    outgoing.on('error', reject);
    for (const piece of body) outgoing.write(piece);
    if (!isEndless) outgoing.end();
  });
}
