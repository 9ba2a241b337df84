import { isShownInPlace } from '@ventanilla/shared/entities/file';
import { limits } from '@ventanilla/shared/limits';
import { examineFile } from './examine-file.ts';

/** A picture of pixels, small enough to be in memory and on every page: nothing that could run, or hide a bigger one. */
export function isLogo(bytes: Uint8Array): boolean {
  const facts = bytes.length <= limits.logoBytes ? examineFile('logo', bytes) : null;
  return facts !== null && isShownInPlace(facts) && Math.max(facts.width, facts.height) <= limits.logoPixels;
}
