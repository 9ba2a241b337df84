import { demoStates } from '@ventanilla/shared/demo-states';
import { locales } from '@ventanilla/shared/vocabulary';
import { routes } from '@ventanilla/shared/wire/routes';
import type { Context, Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import type { BuiltFiles } from './built-files.ts';
import { isDemoShown } from './demo.ts';
import { allStatesPage, oneStatePage, type StatesView, schemes, widths } from './demo-states-page.ts';
import { localeOf } from './locale.ts';
import { notBuilt } from './page-texts.ts';
import { pagePolicy } from './security-headers.ts';

/**
 * `/demo/states`: every state of the widget in a frame; with `?state=queue`, that one alone. `locale`, `scheme` (light, dark,
 * auto), `width`, `accent` (`#rrggbb`) and `position` can be said as well, so that a picture of any of them has an address.
 */
export function mountDemoStates(
  app: Hono,
  { config, ids }: Pick<Deps, 'config' | 'ids'>,
  { loader }: BuiltFiles,
): void {
  app.get(routes.demoStates.path, (context) => {
    if (!isDemoShown(config)) return context.notFound();
    if (!loader) return notBuilt(context);
    const nonce = ids.secret();
    const state = demoStates.find((known) => known === context.req.query('state'));
    context.header(
      'Content-Security-Policy',
      pagePolicy({
        'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'"],
        'style-src': [`'nonce-${nonce}'`],
        'img-src': ['data:'],
        'connect-src': ["'self'"],
        'frame-src': ["'self'"],
        'frame-ancestors': ["'self'"],
      }),
    );
    const view = viewOf(context);
    return context.html(state ? oneStatePage(state, view, loader.manifest.build, nonce) : allStatesPage(view, nonce));
  });
}

/** What is not among the choices is as if nobody had said it. */
function viewOf(context: Context): StatesView {
  const asked = <T extends string>(name: string, known: readonly T[]) =>
    known.find((one) => one === context.req.query(name));
  return {
    locale: asked('locale', locales) ?? localeOf(context.req.header('accept-language'), 'es'),
    scheme: asked('scheme', schemes) ?? 'light',
    width: asked('width', widths) ?? 'phone',
  };
}
