import { isIP } from 'node:net';
import type { Context, Hono } from 'hono';
import type { Config } from '../../config.ts';
import { addressHeader } from '../../identity/auth-library.ts';

type ProxyConfig = Pick<Config, 'trustedProxies'>;
type ProxyDeps = { config: ProxyConfig };

/** What proxies write; a request that carries one of these did not come from this machine's own programs. */
const forwardedHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

/** Sets the header in which the identity library looks for the address, whatever the client sent under its name. */
export function mountClientAddress(app: Hono, deps: ProxyDeps): void {
  app.use('/api/auth/*', async (context, next) => {
    const { headers } = context.req.raw;
    headers.delete(addressHeader);
    headers.set(addressHeader, clientAddressFor(deps, context));
    await next();
  });
}

/** Address of whoever sent this request; '' when there is no socket. */
export function clientAddressFor({ config }: ProxyDeps, context: Context): string {
  return clientAddressOf(config, socketAddress(context), context.req.header('x-forwarded-for') ?? '');
}

/**
 * The socket's own address; behind a configured proxy the right-most address of `x-forwarded-for` that is not one of our
 * proxies. Whatever stands left of it was written by the client and is never believed.
 */
export function clientAddressOf(config: ProxyConfig, remoteAddress: string, forwardedFor: string): string {
  const isTrusted = (address: string) => config.trustedProxies.some((proxy) => plainAddress(proxy) === address);
  let address = plainAddress(remoteAddress);
  for (const hop of forwardedFor.split(',').reverse()) {
    if (!isTrusted(address)) return address;
    const next = plainAddress(hop);
    if (isIP(next) === 0) return address;
    address = next;
  }
  return address;
}

/** True only for programs on this machine that speak to us without a proxy in between. */
export function isFromThisMachine(context: Context): boolean {
  if (forwardedHeaders.some((name) => context.req.header(name) !== undefined)) return false;
  const address = plainAddress(socketAddress(context));
  return address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address);
}

/** Without brackets, port and zone, which some proxies add; an IPv4-mapped address is its IPv4 address. */
function plainAddress(text: string): string {
  const [, bracketed, withPort] = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/.exec(text.trim()) ?? [];
  const address = (bracketed ?? withPort ?? text.trim()).split('%')[0]?.toLowerCase() ?? '';
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1] ?? address;
}

/** Under the Node adapter `env.incoming` is Node's own request; without a server there is none. */
function socketAddress(context: Context): string {
  const env: { incoming?: { socket?: { remoteAddress?: string } } } | undefined = context.env;
  return env?.incoming?.socket?.remoteAddress ?? '';
}
