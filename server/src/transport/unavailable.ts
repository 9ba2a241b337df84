import { StorageError, type StorageFailure } from '../storage/storage-error.ts';

const passing: ReadonlySet<StorageFailure> = new Set(['full', 'io', 'busy', 'closed']);

/** The storage said that it cannot store now (full, locked): the sender keeps the words and tries again. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof StorageError && passing.has(error.failure);
}
