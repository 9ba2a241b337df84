import { routes } from '@ventanilla/shared/wire/routes';
import type { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { examineFile } from '../../domain/file/examine-file.ts';
import { logoName } from '../present/site-logo.ts';
import { makeAsset, serveAsset } from './asset.ts';
import { forEveryPage, immutable } from './widget-chunks.ts';

/** `/w/logo/<site's key>-<hash>`: a picture that was checked when it was saved, and never changes under its name. */
export function mountSiteLogo(app: Hono, { directory }: Pick<Deps, 'directory'>): void {
  app.get(routes.siteLogo.path, (context, next) => {
    const file = context.req.param('file');
    const site = directory.siteByKey(file.slice(0, file.lastIndexOf('-')));
    if (!site || site.disabledAt > 0 || site.logo === '' || logoName(site) !== file) return next();
    const bytes = Buffer.from(site.logo, 'base64');
    const { mime = '' } = examineFile('logo', bytes) ?? {};
    return serveAsset(context, makeAsset(bytes, mime), { ...forEveryPage, 'Cache-Control': immutable });
  });
}
