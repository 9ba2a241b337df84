import type { Deps } from '../../deps.ts';
import type { InvitationRow } from '../../domain/rows.ts';

/** Invitations that can still be accepted, newest first. */
export async function listInvitations(deps: Deps): Promise<InvitationRow[]> {
  const open = await deps.store.invitations.listOpen(deps.clock.now());
  return open.filter((link) => link.kind === 'invitation');
}
