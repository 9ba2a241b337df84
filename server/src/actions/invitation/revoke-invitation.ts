import type { CommandData, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { listInvitations } from './list-invitations.ts';

/** The link stops working; whoever opens it reads the same as if it had been used. */
export async function revokeInvitation(
  deps: Deps,
  _caller: AgentCaller,
  data: CommandData<'invitation:revoke'>,
): Promise<CommandOutput<'invitation:revoke'>> {
  const open = await listInvitations(deps);
  const invitation = open.find((candidate) => candidate.id === data.invitationId);
  const revoked = invitation && (await deps.store.invitations.use(invitation.tokenHash, deps.clock.now()));
  if (!revoked) throw new AppError('not_found');
  return { invitationId: revoked.id };
}
