import type { ErrorCode } from '@ventanilla/shared/wire/errors';

export type CallCode = ErrorCode | 'unknown_verb' | 'unreachable';

/** Why a call of the page's was not done: a code for its scripts, and a sentence for whoever reads the console. */
export class CallError extends Error {
  readonly code: CallCode;

  constructor(code: CallCode, message: string, options?: ErrorOptions) {
    super(`ventanilla: ${message}`, options);
    this.name = 'VentanillaError';
    this.code = code;
  }
}
