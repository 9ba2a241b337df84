import { routes } from '@ventanilla/shared/wire/routes';
import type { Context, Hono } from 'hono';
import { AppError } from '../../actions/app-error.ts';
import type { Deps } from '../../deps.ts';
import { isOwnOrigin } from '../../identity/own-origin.ts';
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
        if (route.method === 'POST') checkOwnJson(deps, context);
        const response = await deps.agentAuth.handle(context.req.raw);
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

function checkOwnJson(deps: Deps, context: Context): void {
  if (!isOwnOrigin(deps.config, context.req.header('origin'))) throw new AppError('origin_not_allowed');
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new AppError('invalid', { field: 'content-type' });
}
