import type { RateClass } from '@ventanilla/shared/wire/spec';
import { AppError } from '../actions/app-error.ts';
import type { Caller } from '../actions/caller.ts';
import type { Deps } from '../deps.ts';
import { addressFactor } from '../lib/rate-limit.ts';

/** The caller first, then their address, which may be a whole office's. What will be refused counts as well. */
export function limitRate(deps: Deps, rate: RateClass, caller: Caller): void {
  const own = caller.kind === 'visitor' ? caller.visitorId : caller.kind === 'agent' ? caller.agentId : '';
  const waits = [
    own === '' ? 0 : deps.limiter.take(own, rate, 1),
    caller.address === '' ? 0 : deps.limiter.take(caller.address, rate, addressFactor),
  ];
  const retryAfterMs = Math.max(...waits);
  if (retryAfterMs > 0) throw new AppError('rate_limited', { retryAfterMs });
}
