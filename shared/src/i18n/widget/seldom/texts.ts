import type { ErrorCode } from '../../../wire/errors.ts';

/** What a conversation seldom needs: what the server refused, what comes after its end, and what was said long ago. */
export interface SeldomTexts {
  /** This browser keeps nothing. */
  keepOpen: string;
  /** The door is closed to this page. */
  refused: string;

  tryAgain: string;
  mend: string;
  discard: string;
  sendAsNew: string;

  /** Why a message was refused, by code; `other` for the rest. */
  refusal: Partial<Record<ErrorCode, string>> & { other: string; blocked: string };

  /** Why, what stays, and what becomes of what is written. */
  blockedWhy: string;
  goHome: string;

  /** In place of the field, where nothing more can be written. */
  writeAgain: string;
  /** Its ticket is closed (TK4). */
  closed: string;
  /** What was written since is `{number}`. */
  goesOn: string;
  openNext: string;

  earlier: string;
  earlierLoading: string;
  earlierFailed: string;
}
