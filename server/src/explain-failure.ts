import { ConfigError } from './config.ts';
import { faultOf } from './lib/logger.ts';
import { StorageError } from './storage/storage-error.ts';

/** What an operator can mend is said in one sentence that names the variable; anything else comes with its place. */
export function explainFailure(error: unknown): string {
  const isExpected = error instanceof ConfigError || error instanceof StorageError;
  return isExpected ? error.message : (mendable(error) ?? JSON.stringify(faultOf(error)));
}

/** The system's own codes, and the variable that each is about. */
const causes: Record<string, string> = {
  EADDRINUSE: 'another program already listens there (VENTANILLA_PORT, VENTANILLA_HOST)',
  EADDRNOTAVAIL: 'this machine has no such address (VENTANILLA_HOST)',
  ENOTFOUND: 'that name is not known (VENTANILLA_HOST or VENTANILLA_DATABASE_URL)',
  EAI_AGAIN: 'that name cannot be looked up (VENTANILLA_HOST or VENTANILLA_DATABASE_URL)',
  ECONNREFUSED: 'the database does not answer (VENTANILLA_DATABASE_URL)',
  EACCES: 'this is not permitted to this user (VENTANILLA_DATA, or a VENTANILLA_PORT below 1024)',
  EPERM: 'this is not permitted to this user (VENTANILLA_DATA)',
  EEXIST: 'that is a file and not a folder (VENTANILLA_DATA)',
  ENOTDIR: 'that is a file and not a folder (VENTANILLA_DATA)',
  EROFS: 'nothing can be written there (VENTANILLA_DATA)',
};

function mendable(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  const cause = causes[code];
  return cause ? `${cause} [${code}].` : mendable(error.cause);
}
