import type { ErrorCode } from '@ventanilla/shared/wire/errors';
import { APIError } from 'better-auth';
import { AppError } from '../actions/app-error.ts';

const codes: Record<string, ErrorCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong_credentials',
  INVALID_EMAIL: 'wrong_credentials',
  INVALID_PASSWORD: 'wrong_credentials',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'wrong_credentials',
  PASSWORD_TOO_SHORT: 'weak_password',
  PASSWORD_TOO_LONG: 'weak_password',
  INVALID_TOKEN: 'link_expired',
  USER_NOT_FOUND: 'link_expired',
  UNAUTHORIZED: 'unauthenticated',
  FAILED_TO_GET_SESSION: 'unauthenticated',
};

/** Asks the library; its ways of saying no become ours, its failures the storage error behind them. */
export async function asking<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof APIError)) return error;
  if (error.statusCode >= 500) return error.cause ?? error;
  return new AppError(codes[String(error.body?.code)] ?? 'invalid');
}
