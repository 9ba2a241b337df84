/**
 * Why the storage could not do it. `full`: no room. `io`: the disk failed, the process must not go on. `busy`: locked by
 * another program for too long. `constraint`: the rows contradict the schema. `in_use`: another process has the data folder.
 */
export type StorageFailure =
  | 'full'
  | 'io'
  | 'busy'
  | 'constraint'
  | 'in_use'
  | 'foreign_file'
  | 'repeat'
  | 'closed'
  | 'other';

/** Nothing of what was asked is stored. */
export class StorageError extends Error {
  readonly failure: StorageFailure;

  constructor(failure: StorageFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StorageError';
    this.failure = failure;
  }
}
