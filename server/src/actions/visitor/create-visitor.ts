import type { Deps } from '../../deps.ts';
import { AppError } from '../app-error.ts';
import type { OpenCaller } from '../caller.ts';

/** A name for a browser on a site. Nothing is stored before its first word. */
export async function createVisitor(deps: Deps, caller: OpenCaller) {
  if (caller.siteId === '') throw new AppError('not_found');
  const visitorId = deps.ids.next('visitor');
  return { visitorId, token: deps.visitorTokens.issue({ visitorId, siteId: caller.siteId }) };
}
