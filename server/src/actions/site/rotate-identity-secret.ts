import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';

/** Two are live: the new one and the one before. Rotating twice ends the one that leaked. */
export async function rotateIdentitySecret(
  deps: Deps,
  caller: AgentCaller,
  { siteId }: CommandData<'site:rotateIdentitySecret'>,
): Promise<{ secret: string }> {
  const { ids, clock, store, directory } = deps;
  const site = caller.siteIds.includes(siteId) ? directory.site(siteId) : null;
  if (!site) throw new AppError('not_found');
  const secret = ids.secret();
  const identitySecrets = [secret, ...site.identitySecrets.slice(0, 1)];
  const updated = await store.sites.update(siteId, site.version, { identitySecrets }, [
    {
      id: ids.next('event'),
      siteId,
      subjectKind: 'site',
      subjectId: siteId,
      type: 'site.identitySecretRotated',
      actorKind: 'agent',
      actorId: caller.agentId,
      at: clock.now(),
    },
  ]);
  if (!updated) throw new AppError('conflict', { field: 'version' });
  await directory.reloadSites();
  deps.bus.publish({ type: 'siteChanged', siteId });
  return { secret };
}
