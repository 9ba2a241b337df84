import { type ErrorCode, errorStatus } from '@ventanilla/shared/wire/errors';
import { commandRows, routeRows } from '@ventanilla/shared/wire/registry';
import type { Context, Hono } from 'hono';
import { AppError } from '../../actions/app-error.ts';
import type { Deps } from '../../deps.ts';
import { errorBody } from '../present/error.ts';
import { explainFault } from '../unavailable.ts';
import { localeOf } from './locale.ts';

/** The last word of every address: what is not there, what takes another method, what failed without being caught. */
export function mountRefusals(app: Hono, deps: Pick<Deps, 'ids' | 'log' | 'metrics'>): void {
  app.notFound((context) => {
    const methods = methodsOf(context.req.path);
    if (methods.length === 0 || methods.includes(context.req.method)) return refuse(deps, context, 'not_found', {});
    context.header('Allow', methods.join(', '));
    return refuse(deps, context, 'method_not_allowed', {});
  });

  app.onError((error, context) => {
    if (error instanceof AppError) return refuse(deps, context, error.code, error.details);
    const requestId = deps.ids.requestId();
    const { code, details } = explainFault(deps, error, { requestId, method: context.req.method });
    return refuse(deps, context, code, details, requestId);
  });
}

export function refuse(
  deps: Pick<Deps, 'ids'>,
  context: Context,
  code: ErrorCode,
  details: Record<string, unknown>,
  requestId = deps.ids.requestId(),
): Response {
  const locale = localeOf(context.req.header('accept-language'), 'es');
  context.header('Vary', 'Accept-Language', { append: true });
  sayWhenToRetry(context, details);
  return context.json(errorBody(code, details, locale, requestId), errorStatus[code]);
}

/** For programs that read headers; in whole seconds, rounded up. */
export function sayWhenToRetry(context: Context, details: Record<string, unknown> = {}): void {
  const { retryAfterMs } = details;
  if (typeof retryAfterMs === 'number') context.header('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
}

const known = [...routeRows, ...commandRows].map(({ method, path }) => ({ method, pattern: patternOf(path) }));

/** From the registry, not from the router: only what is written there is served. */
function methodsOf(path: string): string[] {
  const methods = known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
}

/** `/w/:file` and `/dashboard/*` as Hono understands them. Their own characters need no escaping but the dot. */
function patternOf(path: string): RegExp {
  const source = path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+').replace(/\/\*$/, '(/.*)?');
  return new RegExp(`^${source}$`);
}
