import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { SightingRow } from '../../domain/rows.ts';
import { ownOrigins } from '../../identity/own-origin.ts';
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
  const seen = await deps.store.sightings.list(siteId);
  const origins = deps.directory.site(siteId)?.origins ?? [];
  return seen.filter(({ host }) => !isOurs(deps, host) || hostsOf(origins).includes(host));
}

/** Our own pages carry every site's tag and need no place on its list, so they say nothing about it. */
function isOurs({ config }: Deps, host: string): boolean {
  return hostsOf(ownOrigins(config)).includes(host);
}

function hostsOf(origins: readonly string[]): string[] {
  return origins.flatMap((origin) => URL.parse(origin)?.host ?? []);
}
