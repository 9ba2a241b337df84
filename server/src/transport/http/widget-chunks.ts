import { routes } from '@ventanilla/shared/wire/routes';
import type { Hono } from 'hono';
import { serveAsset } from './asset.ts';
import type { BuiltFiles } from './built-files.ts';

/** The name holds a hash of the content, so that whoever has it never asks again. */
export const immutable = 'public, max-age=31536000, immutable';

/** Pages of other origins load these as scripts and modules. */
export const forEveryPage = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** The widget's chunks. A name is looked up in a map and never becomes a path. */
export function mountWidgetChunks(app: Hono, built: BuiltFiles): void {
  app.get(routes.widgetChunk.path, (context, next) => {
    const asset = built.chunks.get(context.req.param('file'));
    if (!asset) return next();
    return serveAsset(context, asset, { ...forEveryPage, 'Cache-Control': immutable });
  });
}
