import { locales } from '@ventanilla/shared/vocabulary';
import { routes } from '@ventanilla/shared/wire/routes';
import type { Context, Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { demoPage } from './demo-page.ts';
import { localeOf } from './locale.ts';
import { ownSocketSources, pagePolicy } from './security-headers.ts';

/** `/demo`: a page to try the widget on, while we are reached on this machine alone or the operator wants it. */
export function mountDemo(app: Hono, { config, directory, ids }: Pick<Deps, 'config' | 'directory' | 'ids'>): void {
  app.get(routes.demo.path, (context) => {
    const site = directory.sites().find(({ disabledAt }) => disabledAt === 0);
    if (!site || !isDemoShown(config)) return context.notFound();
    const nonce = ids.secret();
    context.header('Vary', 'Accept-Language');
    context.header(
      'Content-Security-Policy',
      pagePolicy({
        'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'"],
        'style-src': [`'nonce-${nonce}'`],
        'img-src': ['data:'],
        'connect-src': ["'self'", ...ownSocketSources(config)],
      }),
    );
    return context.html(demoPage(languageOf(context), site.key, nonce));
  });
}

/** Others see it only if the operator wants it. */
export function isDemoShown({ isLoopbackUrl, isDemo }: Deps['config']): boolean {
  return isLoopbackUrl || isDemo;
}

/** `?lang=` before what the browser asks for. */
function languageOf(context: Context) {
  const chosen = locales.find((locale) => locale === context.req.query('lang'));
  return chosen ?? localeOf(context.req.header('accept-language'), 'es');
}
