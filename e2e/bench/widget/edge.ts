import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, request as ask, type IncomingMessage } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, constants } from 'node:zlib';

export interface Certificate {
  key: Buffer;
  cert: Buffer;
}

export interface Edge {
  port: number;
  close(): Promise<void>;
}

const compressible = /^(text\/|application\/(json|javascript)|image\/svg)/;
const ofOneHop = /^(connection|keep-alive|transfer-encoding|upgrade)$/;

/** Of nobody, for a day; `openssl` makes it. */
export async function makeCertificate(): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'ventanilla-certificate-'));
  const file = (name: string) => join(folder, name);
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  try {
    execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', file('key.pem'), '-out', file('cert.pem')], {
      stdio: 'ignore',
    });
    return { key: await readFile(file('key.pem')), cert: await readFile(file('cert.pem')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A browser told to ignore errors asks twice and keeps nothing; with this argument the certificate is as good as any. */
export function trustIn({ cert }: Certificate): string {
  const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`;
}

/** What an owner puts in front of a server: TLS 1.3 and HTTP/2; compresses what its server has not. For reading only. */
export async function edgeBefore(target: number, certificate: Certificate): Promise<Edge> {
  const agent = new Agent({ keepAlive: true });
  const compressed = new Map<string, Buffer>();

  async function pass(request: Http2ServerRequest, response: Http2ServerResponse): Promise<void> {
    const headers: Record<string, string | string[]> = { host: `127.0.0.1:${target}` };
    for (const [name, value] of Object.entries(request.headers)) {
      if (value && !name.startsWith(':') && name !== 'host') headers[name] = value;
    }
    const { method, url: path } = request;
    const asked = ask({ host: '127.0.0.1', port: target, agent, method, path, headers }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value && !ofOneHop.test(name)) response.setHeader(name, value);
    }
    const bytes = await body(path, answer, response);
    response.writeHead(answer.statusCode ?? 502);
    response.end(bytes);
  }

  async function body(path: string, answer: IncomingMessage, response: Http2ServerResponse): Promise<Buffer> {
    const bytes = await buffer(answer);
    const { 'content-type': type = '', 'content-encoding': encoding } = answer.headers;
    if (encoding || !compressible.test(type)) return bytes;
    const known =
      compressed.get(path) ?? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    compressed.set(path, known);
    response.removeHeader('content-length');
    response.setHeader('content-encoding', 'br');
    return known;
  }

  const server = createSecureServer({ ...certificate, allowHTTP1: true }, (request, response) => {
    pass(request, response).catch(() => response.stream?.destroy());
  });
  const sessions = new Set<{ destroy(): void }>();
  server.on('session', (session) => sessions.add(session.on('close', () => sessions.delete(session))));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const session of sessions) session.destroy();
      agent.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
