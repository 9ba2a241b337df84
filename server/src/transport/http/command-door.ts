import { errorStatus } from '@ventanilla/shared/wire/errors';
import { type CommandRow, commandRows } from '@ventanilla/shared/wire/registry';
import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError } from '../../actions/app-error.ts';
import type { Caller } from '../../actions/caller.ts';
import type { Deps } from '../../deps.ts';
import type { SiteRow } from '../../domain/rows.ts';
import { isOwnOrigin } from '../../identity/own-origin.ts';
import { addressKey } from '../../lib/rate-limit.ts';
import { agentCaller } from '../agent-caller.ts';
import type { Answer, CommandRunner } from '../bind-commands.ts';
import { clientAddressFor } from './client-address.ts';
import { readJsonText } from './json-body.ts';
import { localeOf } from './locale.ts';
import { refuse, sayWhenToRetry } from './refusals.ts';
import { isAllowedOrigin } from './site-origin.ts';

/** The second door of every command: `POST` (writes, JSON body) and `GET` (reads, query) under `/api/v1`. */
export function mountCommandDoor(app: Hono, deps: Deps, run: CommandRunner): void {
  for (const row of commandRows) {
    app.on(row.method, row.path, async (context) => {
      const call = callOf(deps, context);
      try {
        const caller = await callerOf(deps, context, row, call);
        const input = row.method === 'POST' ? await readJson(context) : readQuery(context);
        return answer(context, await run(row.name, caller, input));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        context.header('Cache-Control', 'no-store');
        return refuse(deps, context, error.code, error.details);
      }
    });
    if (row.isOfSite) app.options(row.path, (context) => preflight(deps, context, row));
  }
}

type Call = { locale: Caller['locale']; address: string };

function callOf(deps: Deps, context: Context): Call {
  const headers = context.req.raw.headers;
  return {
    locale: localeOf(headers.get('accept-language') ?? '', 'es'),
    address: addressKey(clientAddressFor(deps, context)),
  };
}

async function callerOf(deps: Deps, context: Context, row: CommandRow, call: Call): Promise<Caller> {
  const origin = context.req.header('origin') ?? '';
  if (row.isOfSite) {
    const site = siteOf(deps, context);
    if (!isAllowedOrigin(deps.config, site, origin)) throw new AppError('origin_not_allowed');
    allowOrigin(context, origin);
    return visitorOrAnyone(deps, context, site, call);
  }
  const isOwn = isOwnOrigin(deps.config, origin);
  if (row.method === 'POST' ? !isOwn : origin !== '' && !isOwn) throw new AppError('origin_not_allowed');
  if (row.by === 'anyone') return { kind: 'anyone', siteId: '', requestId: deps.ids.requestId(), ...call };
  return agentCaller(deps, await deps.agentAuth.claimOf(context.req.raw.headers), call);
}

function siteOf(deps: Deps, context: Context): SiteRow {
  const site = deps.directory.siteByKey(context.req.query('site') ?? '');
  if (!site || site.disabledAt > 0) throw new AppError('not_found');
  return site;
}

function visitorOrAnyone(deps: Deps, context: Context, site: SiteRow, call: Call): Caller {
  const bearer = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  const claim = deps.visitorTokens.read(bearer);
  const requestId = deps.ids.requestId();
  if (claim?.siteId === site.id)
    return { kind: 'visitor', visitorId: claim.visitorId, siteId: site.id, requestId, ...call };
  return { kind: 'anyone', siteId: site.id, requestId, ...call };
}

function allowOrigin(context: Context, origin: string): void {
  context.header('Vary', 'Origin', { append: true });
  if (origin !== '') context.header('Access-Control-Allow-Origin', origin);
}

function preflight(deps: Deps, context: Context, row: CommandRow): Response {
  const origin = context.req.header('origin') ?? '';
  const site = deps.directory.siteByKey(context.req.query('site') ?? '');
  if (site && origin !== '' && isAllowedOrigin(deps.config, site, origin)) {
    allowOrigin(context, origin);
    context.header('Access-Control-Allow-Methods', row.method);
    context.header('Access-Control-Allow-Headers', 'authorization, content-type');
    context.header('Access-Control-Max-Age', '600');
  }
  return context.body(null, 204);
}

async function readJson(context: Context): Promise<unknown> {
  const text = await readJsonText(context);
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('invalid', { field: 'body' });
  }
}

function readQuery(context: Context): Record<string, string> {
  const { site: _site, ...query } = context.req.query();
  return query;
}

function answer(context: Context, body: Answer): Response {
  const status: ContentfulStatusCode = body.ok ? 200 : errorStatus[body.error.code];
  context.header('Cache-Control', 'no-store');
  if (!body.ok) sayWhenToRetry(context, body.error.details);
  return context.json(body, status);
}
