import { CallError } from './call-error.ts';

/** What a page gives as words must be words: of anything else nobody knows what it would be as text. */
export function wordsOf(given: unknown): string {
  if (typeof given !== 'string') throw new CallError('invalid', 'this takes a text');
  return given;
}
