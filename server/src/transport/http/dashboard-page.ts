import { routes } from '@ventanilla/shared/wire/routes';
import type { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { serveAsset } from './asset.ts';
import type { BuiltFiles } from './built-files.ts';
import { notBuilt } from './page-texts.ts';
import { ownSocketSources, pagePolicy, withDefaults } from './security-headers.ts';
import { immutable } from './widget-chunks.ts';

const prefix = '/dashboard/';

/** `/dashboard/*`: hashed files by their name, the page itself for everything else; it holds no data. */
export function mountDashboard(app: Hono, { config }: Pick<Deps, 'config'>, built: BuiltFiles): void {
  const page = {
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': pagePolicy({
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"],
      'media-src': ["'self'"],
      'manifest-src': ["'self'"],
      'connect-src': ["'self'", ...ownSocketSources(config)],
      'trusted-types': ["'none'"],
    }),
  };

  app.get(routes.home.path, () => new Response(null, { status: 302, headers: withDefaults({ Location: prefix }) }));
  app.get(routes.dashboard.path, (context, next) => {
    if (!built.dashboard) return notBuilt(context);
    const path = context.req.path.slice(prefix.length);
    const asset = built.dashboard.files.get(path);
    if (asset)
      return serveAsset(context, asset, { 'Cache-Control': path.startsWith('assets/') ? immutable : 'no-cache' });
    if (path.startsWith('assets/')) return next();
    return serveAsset(context, built.dashboard.index, page);
  });
}
