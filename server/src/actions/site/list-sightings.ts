import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { SightingRow } from '../../domain/rows.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';

/** Where the tag of one of the agent's sites was seen, up to this moment. */
export async function listSightings(
  deps: Deps,
  caller: AgentCaller,
  { siteId }: CommandData<'site:sightings'>,
): Promise<SightingRow[]> {
  if (!caller.siteIds.includes(siteId)) throw new AppError('not_found');
  await deps.sightings.settle(siteId);
  return deps.store.sightings.list(siteId);
}
