import type { ErrorCode } from '@ventanilla/shared/wire/errors';
import type { Deps } from '../deps.ts';
import { faultOf } from '../lib/logger.ts';
import { StorageError, type StorageFailure } from '../storage/storage-error.ts';

/** The storage cannot do it now: the sender keeps the words and tries again. What the log says to who can help. */
const passing: Partial<Record<StorageFailure, string>> = {
  full: 'there is no room on the disk: nothing is stored until there is; reading goes on',
  io: 'the disk failed',
  busy: 'the database is locked by another program, or has more to do than it can',
  closed: 'the database is closed',
};

/** Writes a fault down, counts it, and says what may be told of it: not its words, which can be those of people. */
export function explainFault(
  { log, metrics }: Pick<Deps, 'log' | 'metrics'>,
  error: unknown,
  facts: { requestId: string; command?: string; method?: string },
): { code: ErrorCode; details: Record<string, unknown> } {
  const failure = error instanceof StorageError ? error.failure : '';
  const sentence = failure === '' ? undefined : passing[failure];
  log.error({ fault: faultOf(error), ...facts }, sentence ?? 'a command or a request failed');
  if (sentence === undefined) return { code: 'internal', details: {} };
  metrics.storageRefused(failure);
  return { code: 'unavailable', details: { reason: failure } };
}
