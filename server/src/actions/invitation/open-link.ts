import type { Deps } from '../../deps.ts';
import type { InvitationKind, InvitationRow } from '../../domain/rows.ts';
import { hashSecret } from '../../lib/ids.ts';
import { AppError } from '../app-error.ts';

/** The unused link of this kind behind a secret; looking at it uses nothing up. */
export async function openLink(deps: Deps, kind: InvitationKind, secret: string): Promise<InvitationRow> {
  const link = await deps.store.invitations.byTokenHash(hashSecret(secret));
  const isOpen = link?.kind === kind && link.usedAt === 0 && link.expiresAt > deps.clock.now();
  if (!isOpen) throw new AppError('link_expired');
  return link;
}

/** Uses it up: of two who try at once, one gets on. */
export async function useLink(deps: Deps, kind: InvitationKind, secret: string): Promise<InvitationRow> {
  const { tokenHash } = await openLink(deps, kind, secret);
  const link = await deps.store.invitations.use(tokenHash, deps.clock.now());
  if (!link) throw new AppError('link_expired');
  return link;
}
