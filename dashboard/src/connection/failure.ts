import type { ErrorCode, WireError } from '@ventanilla/shared/wire/errors';

/** Why something did not happen: what the server said, or that it could not be asked. */
export interface Failure {
  code: ErrorCode | 'offline';
  details?: Record<string, unknown>;
  requestId?: string;
}

export type Answer<T> = { ok: true; data: T } | { ok: false; error: Failure };

export const offline: Failure = { code: 'offline' };

/** Nobody knows whether it arrived, or the server asks to come back: it may go out again under the same id. */
export function isPassing({ code }: Failure): boolean {
  return code === 'offline' || code === 'unavailable' || code === 'rate_limited';
}

/** Answers that do not come from our own code (a proxy's page, say) become `internal`. */
export function failureOf(error: unknown): Failure {
  if (typeof error !== 'object' || error === null || !('code' in error)) return { code: 'internal' };
  const { code, details, requestId } = error as WireError;
  return { code, ...(details && { details }), ...(requestId && { requestId }) };
}
