import { routes } from '@ventanilla/shared/wire/routes';
import type { Context, Hono } from 'hono';
import { AppError } from '../../actions/app-error.ts';
import type { Deps } from '../../deps.ts';
import { isOwnOrigin } from '../../identity/own-origin.ts';
import { readJsonText } from './json-body.ts';
import { refuse } from './refusals.ts';

const authRoutes = [
  routes.signIn,
  routes.signOut,
  routes.session,
  routes.requestReset,
  routes.resetPassword,
  routes.changePassword,
];

/** Of the library's many routes only these are reachable; a cookie counts for a POST only from our own pages. */
export function mountAuthDoor(app: Hono, deps: Deps): void {
  for (const route of authRoutes) {
    app.on(route.method, route.path, async (context) => {
      try {
        const request = route.method === 'POST' ? await ownRequest(deps, context) : context.req.raw;
        const response = await deps.agentAuth.handle(request);
        response.headers.set('cache-control', 'no-store');
        return response;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        context.header('Cache-Control', 'no-store');
        return refuse(deps, context, error.code, error.details);
      }
    });
  }
}

/** From one of our own pages, with a body that has been read up to its limit. */
async function ownRequest(deps: Deps, context: Context): Promise<Request> {
  if (!isOwnOrigin(deps.config, context.req.header('origin'))) throw new AppError('origin_not_allowed');
  const body = await readJsonText(context);
  const { url, method, headers } = context.req.raw;
  return new Request(url, { method, headers, body });
}
