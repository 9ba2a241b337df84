import type { Hono } from 'hono';
import type { Config } from '../../config.ts';
import { ownOrigins } from '../../identity/own-origin.ts';

/** What every answer carries unless its route says otherwise: nothing may be sniffed, framed, embedded or run. */
const defaults: Record<string, string> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** A complete set for answers that are made without the middleware, because every microsecond of them counts. */
export function withDefaults(own: Record<string, string>): Record<string, string> {
  return { ...defaults, ...own };
}

/** For everything that is mounted after it. */
export function mountSecurityHeaders(app: Hono): void {
  app.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    // The older header knows no list: where a policy names who may frame the page, it would forbid them all the same.
    const mayBeFramed = headers.get('Content-Security-Policy')?.includes("frame-ancestors 'self'") === true;
    for (const [name, value] of Object.entries(defaults)) {
      if (!headers.has(name) && !(mayBeFramed && name === 'X-Frame-Options')) headers.set(name, value);
    }
  });
}

type Directives = Record<string, readonly string[]>;

/** A policy for one of our pages; what is not named is forbidden, and markup from strings is refused by the browser. */
export function pagePolicy(directives: Directives): string {
  const all: Directives = {
    'default-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    ...directives,
  };
  return Object.entries(all)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/** Older browsers do not count a web socket to our own origin as 'self'; a policy cannot name an IPv6 address. */
export function ownSocketSources(config: Pick<Config, 'publicUrl' | 'isLoopbackUrl'>): string[] {
  return ownOrigins(config)
    .filter((origin) => !origin.includes('['))
    .map((origin) => origin.replace(/^http/, 'ws'));
}
