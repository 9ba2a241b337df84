import type { Context } from 'hono';
import { AppError } from '../../actions/app-error.ts';
import type { AgentCaller, AnyoneCaller, Caller, VisitorCaller } from '../../actions/caller.ts';
import type { Deps } from '../../deps.ts';
import type { SiteRow } from '../../domain/rows.ts';
import { isOwnOrigin } from '../../identity/own-origin.ts';
import { addressKey } from '../../lib/rate-limit.ts';
import { pageHost } from '../../lib/sightings.ts';
import { agentCaller } from '../agent-caller.ts';
import { clientAddressFor } from './client-address.ts';
import { localeOf } from './locale.ts';
import { isAllowedOrigin } from './site-origin.ts';

/** What every call says of itself before anybody is believed. */
type Call = Pick<Caller, 'locale' | 'address'>;

function callOf(deps: Deps, context: Context): Call {
  const headers = context.req.raw.headers;
  return {
    locale: localeOf(headers.get('accept-language') ?? '', 'es'),
    address: addressKey(clientAddressFor(deps, context)),
  };
}

/** A call that carries nobody's proof. */
export function anyoneFrom(deps: Deps, context: Context): AnyoneCaller {
  return { kind: 'anyone', siteId: '', requestId: deps.ids.requestId(), ...callOf(deps, context) };
}

/** The site that the address names (`?site=KEY`); one that was switched off is not there. */
export function siteOf(deps: Deps, context: Context): SiteRow {
  const site = deps.directory.siteByKey(context.req.query('site') ?? '');
  if (!site || site.disabledAt > 0) throw new AppError('not_found');
  return site;
}

/** From a page of a site: its visitor by the bearer's token, else anyone. The answer may be read by that page alone. */
export function siteCaller(deps: Deps, context: Context): VisitorCaller | AnyoneCaller {
  const site = siteOf(deps, context);
  const origin = context.req.header('origin') ?? '';
  if (!isAllowedOrigin(deps.config, site, origin)) throw new AppError('origin_not_allowed');
  allowOrigin(context, origin);
  if (origin !== '') deps.sightings.note(site.id, pageHost(origin, undefined), { as: 'reached' });
  const bearer = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  const claim = deps.visitorTokens.read(bearer);
  const caller = anyoneFrom(deps, context);
  if (claim?.siteId !== site.id) return { ...caller, siteId: site.id };
  return { ...caller, ...claim, kind: 'visitor' };
}

/** From our own pages; a page of another origin may not even read. */
export function requireOwnOrigin(deps: Deps, context: Context): void {
  const origin = context.req.header('origin') ?? '';
  const isOwn = isOwnOrigin(deps.config, origin);
  const isRead = context.req.method === 'GET' || context.req.method === 'HEAD';
  if (isRead ? origin !== '' && !isOwn : !isOwn) throw new AppError('origin_not_allowed');
}

/** From one of our own pages: the agent of the cookie, else anyone. */
export async function ownCaller(deps: Deps, context: Context): Promise<AgentCaller | AnyoneCaller> {
  requireOwnOrigin(deps, context);
  return agentCaller(deps, await deps.agentAuth.claimOf(context.req.raw.headers), callOf(deps, context));
}

function allowOrigin(context: Context, origin: string): void {
  context.header('Vary', 'Origin', { append: true });
  if (origin !== '') context.header('Access-Control-Allow-Origin', origin);
}

/** What a browser asks before it lets a page of another origin call; only the site's own pages are told yes. */
export function preflight(deps: Deps, context: Context, method: string): Response {
  const origin = context.req.header('origin') ?? '';
  const site = deps.directory.siteByKey(context.req.query('site') ?? '');
  if (site && origin !== '' && isAllowedOrigin(deps.config, site, origin)) {
    allowOrigin(context, origin);
    context.header('Access-Control-Allow-Methods', method);
    context.header('Access-Control-Allow-Headers', 'authorization, content-type');
    context.header('Access-Control-Max-Age', '600');
  }
  return context.body(null, 204);
}
