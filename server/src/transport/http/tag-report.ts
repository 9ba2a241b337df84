import { cspDirectives } from '@ventanilla/shared/vocabulary';
import { routes } from '@ventanilla/shared/wire/routes';
import type { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { addressKey } from '../../lib/rate-limit.ts';
import { pageHost } from '../../lib/sightings.ts';
import { clientAddressFor } from './client-address.ts';
import { refuse } from './refusals.ts';
import { withDefaults } from './security-headers.ts';
import { forEveryPage } from './widget-chunks.ts';

/** A page whose policy lets the widget reach us by no other way can still import this; nothing of it runs. */
export function mountTagReport(app: Hono, deps: Deps): void {
  const headers = withDefaults({ ...forEveryPage, 'Content-Type': 'text/javascript; charset=utf-8' });
  app.get(routes.tagReport.path, (context) => {
    const retryAfterMs = deps.limiter.take(addressKey(clientAddressFor(deps, context)), 'session', 1);
    if (retryAfterMs > 0) return refuse(deps, context, 'rate_limited', { retryAfterMs });
    const site = deps.directory.siteByKey(context.req.param('key'));
    const directive = cspDirectives.find((known) => known === context.req.query('directive'));
    if (!site || site.disabledAt > 0 || !directive) return refuse(deps, context, 'not_found', {});
    // A module asked for by another script has that script as its referrer; its origin is the page's.
    deps.sightings.note(site.id, pageHost(context.req.header('origin'), undefined), { as: 'blocked', directive });
    return context.body('export {};\n', 200, headers);
  });
}
