import { errorsEn } from '@ventanilla/shared/i18n/errors/en';
import { errorsEs } from '@ventanilla/shared/i18n/errors/es';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { Ack, ErrorCode, WireError } from '@ventanilla/shared/wire/errors';

export type Refusal = Extract<Ack<never>, { ok: false }>;

const sentences: Record<Locale, Record<ErrorCode, string>> = { es: errorsEs, en: errorsEn };

/** The one body of every refusal, over HTTP and on sockets; `requestId` '' when nobody will look it up. */
export function errorBody(
  code: ErrorCode,
  details: Record<string, unknown>,
  locale: Locale,
  requestId: string,
): Refusal {
  const message = withoutEmptyEnd(fill(sentences[locale][code], { ...details, requestId }));
  const error: WireError = { code, message };
  if (Object.keys(details).length > 0) error.details = details;
  if (requestId !== '') error.requestId = requestId;
  return { ok: false, error };
}

/** "… is not valid: ." when the whole of it is meant and there is no field to name. */
function withoutEmptyEnd(sentence: string): string {
  return sentence.replace(/:\s*\.$/, '.');
}
