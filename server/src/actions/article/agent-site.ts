import type { SiteId } from '@ventanilla/shared/ids';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';

/** One of the agent's sites; anything else is not there (PR3). */
export function agentSite({ siteIds }: AgentCaller, siteId: SiteId): SiteId {
  if (!siteIds.includes(siteId)) throw new AppError('not_found');
  return siteId;
}
