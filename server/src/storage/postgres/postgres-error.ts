import { StorageError, type StorageFailure } from '../storage-error.ts';

/** By class (two characters) or code of SQLSTATE. */
const failures: Record<string, StorageFailure> = {
  '23': 'constraint',
  '53': 'full',
  '58': 'io',
  '40001': 'repeat',
  '40P01': 'repeat',
  '55P03': 'busy',
  '57014': 'busy',
};

/** What the server refused, in the storage's words; drizzle wraps it once more. Other errors pass. */
export function postgresError(error: unknown): unknown {
  const code = sqlState(error) ?? (error instanceof Error ? sqlState(error.cause) : undefined);
  if (code === undefined || !(error instanceof Error)) return error;
  const failure = failures[code] ?? failures[code.slice(0, 2)] ?? 'other';
  const message = error.cause instanceof Error ? error.cause.message : error.message;
  return new StorageError(failure, message, error);
}

function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** For statements of our own: whatever stops one, a lost connection too, is the storage's failure and not the caller's. */
export async function asStorageError<T>(statement: Promise<T>): Promise<T> {
  try {
    return await statement;
  } catch (error) {
    const known = postgresError(error);
    if (known instanceof StorageError) throw known;
    throw new StorageError('other', error instanceof Error ? error.message : String(error), error);
  }
}
