import { errorStatus } from '@ventanilla/shared/wire/errors';
import { type CommandRow, commandRows } from '@ventanilla/shared/wire/registry';
import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError } from '../../actions/app-error.ts';
import type { Caller } from '../../actions/caller.ts';
import type { Deps } from '../../deps.ts';
import type { Answer, CommandRunner } from '../bind-commands.ts';
import { readJsonText } from './json-body.ts';
import { keptAnswer } from './kept-answer.ts';
import { refuse, sayWhenToRetry } from './refusals.ts';
import { anyoneFrom, ownCaller, preflight, requireOwnOrigin, siteCaller } from './site-caller.ts';

/** The second door of every command: `POST` (writes, JSON body) and `GET` (reads, query) under `/api/v1`. */
export function mountCommandDoor(app: Hono, deps: Deps, run: CommandRunner): void {
  for (const row of commandRows) {
    app.on(row.method, row.path, async (context) => {
      try {
        const caller = await callerOf(deps, context, row);
        const input = row.method === 'POST' ? await readJson(context) : readQuery(context);
        return answer(context, row, await run(row.name, caller, input));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        context.header('Cache-Control', 'no-store');
        return refuse(deps, context, error.code, error.details);
      }
    });
    if (row.isOfSite) app.options(row.path, (context) => preflight(deps, context, row.method));
  }
}

async function callerOf(deps: Deps, context: Context, row: CommandRow): Promise<Caller> {
  if (row.isOfSite) return siteCaller(deps, context);
  if (row.by !== 'anyone') return ownCaller(deps, context);
  requireOwnOrigin(deps, context);
  return anyoneFrom(deps, context);
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

function answer(context: Context, row: CommandRow, body: Answer): Response | Promise<Response> {
  if (row.isKept && body.ok) return keptAnswer(context, body);
  const status: ContentfulStatusCode = body.ok ? 200 : errorStatus[body.error.code];
  context.header('Cache-Control', 'no-store');
  if (!body.ok) sayWhenToRetry(context, body.error.details);
  return context.json(body, status);
}
