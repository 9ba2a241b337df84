import type { Config } from '../config.ts';

type Address = Pick<Config, 'publicUrl' | 'isLoopbackUrl'>;

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** The origins of our own pages: the public URL and, while it is loopback, this machine's other names for it. */
export function ownOrigins({ publicUrl, isLoopbackUrl }: Address): string[] {
  if (!isLoopbackUrl) return [publicUrl];
  const { protocol, port } = new URL(publicUrl);
  const names = loopbackNames.map((name) => `${protocol}//${name}${port === '' ? '' : `:${port}`}`);
  return [...new Set([publicUrl, ...names])];
}

/**
 * Must be true for every POST that carries an agent's cookie and for the handshake of `/agent`. A missing or empty
 * `Origin` and the `null` of a sandboxed page are not ours.
 */
export function isOwnOrigin(address: Address, origin: string | null | undefined): boolean {
  return typeof origin === 'string' && ownOrigins(address).includes(origin);
}
