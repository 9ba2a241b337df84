import { sweepFiles } from '../actions/file/sweep-files.ts';
import type { Deps } from '../deps.ts';
import { repeat } from './repeat.ts';

/** At start and every ten minutes: what was uploaded and never sent goes. */
export function startFileSweep(deps: Deps): { close(): Promise<void> } {
  return repeat(deps, { everyMs: 10 * 60_000, run: sweepFiles, done: 'unsent files were removed' });
}
