import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';

/** The newest of the site's secrets, for its own server to sign with. */
export async function showIdentitySecret(
  deps: Deps,
  caller: AgentCaller,
  { siteId }: CommandData<'site:identitySecret'>,
): Promise<{ secret: string }> {
  const site = caller.siteIds.includes(siteId) ? deps.directory.site(siteId) : null;
  if (!site) throw new AppError('not_found');
  return { secret: site.identitySecrets[0] ?? '' };
}
