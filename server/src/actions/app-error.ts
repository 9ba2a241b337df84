import type { ErrorCode } from '@ventanilla/shared/wire/errors';

/** The only way in which an action says no; transports map it to the wire in one place. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, details: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
