/** A directive for a page with a Content-Security-Policy, as it is written there. */
export interface CspLine {
  directive: 'script-src' | 'connect-src';
  /** Of `host` and `nonce` one is enough. */
  way: 'host' | 'nonce' | 'connect';
  text: string;
}

/** Stands where the page's server puts another one each time. */
const nonceSlot = 'NONCE';

/** What lets the widget in, and nothing more. */
export function cspLines(publicUrl: string): CspLine[] {
  const { origin, host, protocol } = new URL(publicUrl);
  const socket = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`;
  return [
    { directive: 'script-src', way: 'host', text: `script-src ${origin}` },
    { directive: 'script-src', way: 'nonce', text: `script-src 'nonce-${nonceSlot}' 'strict-dynamic'` },
    { directive: 'connect-src', way: 'connect', text: `connect-src ${origin} ${socket}` },
  ];
}

/** Pages on https load nothing from there; of this machine's own address they do. */
export function isUnsafe(publicUrl: string): boolean {
  const { hostname, protocol } = new URL(publicUrl);
  return protocol === 'http:' && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}
