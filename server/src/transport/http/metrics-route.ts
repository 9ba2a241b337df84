import { timingSafeEqual } from 'node:crypto';
import { routes } from '@ventanilla/shared/wire/routes';
import type { Context, Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { hashSecret } from '../../lib/ids.ts';
import { isFromThisMachine } from './client-address.ts';

/**
 * `/metrics`, with METRICS_TOKEN or, while the public URL is loopback, for programs on this machine: a proxy on this
 * machine may add no header that tells it from them. For everybody else it does not exist.
 */
export function mountMetrics(app: Hono, { config, metrics, store }: Pick<Deps, 'config' | 'metrics' | 'store'>): void {
  app.get(routes.metrics.path, async (context) => {
    const isLocal = config.isLoopbackUrl && isFromThisMachine(context);
    if (!isLocal && !hasToken(context, config.metricsToken)) return context.notFound();
    return context.body(await metrics.text(store.counts()), 200, { 'Content-Type': metrics.contentType });
  });
}

/** Hashes are compared, so that neither the time nor a difference in length tells anything. */
function hasToken(context: Context, token: string): boolean {
  const given = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  if (token === '' || given === undefined) return false;
  return timingSafeEqual(Buffer.from(hashSecret(given)), Buffer.from(hashSecret(token)));
}
