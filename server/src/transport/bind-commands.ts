import { type CommandName, commands } from '@ventanilla/shared/wire/contract';
import type { Ack, ErrorCode } from '@ventanilla/shared/wire/errors';
import type { CommandSpec } from '@ventanilla/shared/wire/spec';
import * as v from 'valibot';
import { AppError } from '../actions/app-error.ts';
import type { Caller } from '../actions/caller.ts';
import type { Deps } from '../deps.ts';
import { handlers } from './handlers.ts';
import { limitRate } from './limit-rate.ts';
import { errorBody } from './present/error.ts';
import { explainFault } from './unavailable.ts';

export type Answer = Ack<unknown>;

/** Runs a command for a caller and answers; never throws. Both doors end here. */
export type CommandRunner = (name: string, caller: Caller, input: unknown) => Promise<Answer>;

type Run = (deps: Deps, caller: Caller, data: unknown) => Promise<unknown>;

/** The tables are checked against each other by their types; here a name picks from both, so the pair always fits. */
function handlerOf(name: CommandName): Run {
  return handlers[name] as Run;
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/** Rate → authorise → validate → action → answer: the one place that turns a fault into an answer. */
export function createCommandRunner(deps: Deps): CommandRunner {
  async function run(name: string, caller: Caller, input: unknown): Promise<unknown> {
    limitRate(deps, isCommand(name) ? commands[name].rate : 'read', caller);
    if (!isCommand(name)) throw new AppError('unknown_command');
    const spec: CommandSpec = commands[name];
    authorise(spec, caller);
    return handlerOf(name)(deps, caller, validate(spec, input));
  }

  return async (name, caller, input) => {
    const startedAt = deps.clock.elapsed();
    const label = isCommand(name) ? name : 'unknown';
    const finish = (result: string) => deps.metrics.commandDone(label, result, deps.clock.elapsed() - startedAt);
    try {
      const data = await run(name, caller, input);
      finish('ok');
      return { ok: true, data };
    } catch (error) {
      const { code, details } = explain(deps, label, caller, error);
      finish(code);
      return errorBody(code, details, caller.locale, caller.requestId);
    }
  };
}

/** Who may call at all; whose thing it is, is asked by the action. Nobody learns that an admin's command exists by guessing. */
function authorise(spec: CommandSpec, caller: Caller): void {
  if (spec.by === 'anyone') return;
  if (spec.by === 'visitor' ? caller.kind !== 'visitor' : caller.kind !== 'agent')
    throw new AppError('unauthenticated');
  if (spec.by === 'admin' && caller.kind === 'agent' && caller.role !== 'admin') throw new AppError('forbidden');
}

function validate(spec: CommandSpec, input: unknown): unknown {
  const result = v.safeParse(spec.input, input ?? {});
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? '';
  const isTooLong = issue.message === 'too_long';
  throw new AppError(isTooLong ? 'too_large' : 'invalid', { field, reason: reasonOf(issue) });
}

/** Our own checks carry a code as their message; the library's sentences would echo the input, so only their kind is told. */
function reasonOf(issue: v.BaseIssue<unknown>): string {
  return /^[a-z_]+$/.test(issue.message) ? issue.message : issue.type;
}

function explain(
  deps: Deps,
  name: string,
  caller: Caller,
  error: unknown,
): { code: ErrorCode; details: Record<string, unknown> } {
  if (error instanceof AppError) return { code: error.code, details: error.details };
  return explainFault(deps, error, { command: name, requestId: caller.requestId });
}
