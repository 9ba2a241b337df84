import { closeSolved } from '../actions/ticket/close-solved.ts';
import type { Deps } from '../deps.ts';
import { repeat } from './repeat.ts';

/** TK4. At start and every ten minutes: what has been solved for long is closed. */
export function startTicketClose(deps: Deps): { close(): Promise<void> } {
  return repeat(deps, { everyMs: 10 * 60_000, run: closeSolved, done: 'solved tickets were closed' });
}
