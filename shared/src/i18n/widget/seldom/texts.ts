import type { ErrorCode } from '../../../wire/errors.ts';

/** What a conversation seldom needs: what the server refused, and what was said long ago. */
export interface SeldomTexts {
  tryAgain: string;
  mend: string;
  discard: string;
  sendAsNew: string;

  /** Why a message was refused, by code; `other` for the rest. */
  refusal: Partial<Record<ErrorCode, string>> & { other: string };

  earlier: string;
  earlierLoading: string;
  earlierFailed: string;
}
