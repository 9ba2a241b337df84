import { limits } from '@ventanilla/shared/limits';
import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { InvitationRow } from '../../domain/rows.ts';
import { composeMail } from '../../lib/compose-mail.ts';
import { sendLater } from '../../lib/send-later.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller } from '../caller.ts';
import { listInvitations } from '../invitation/list-invitations.ts';
import { makeLink } from '../invitation/make-link.ts';

/** Answers the link, to be handed over where no mail can be sent. An earlier invitation of the same address ends. */
export async function inviteAgent(
  deps: Deps,
  caller: AgentCaller,
  data: CommandData<'agent:invite'>,
): Promise<{ invitation: InvitationRow; link: string }> {
  const { store, directory, config } = deps;
  const siteIds = [...new Set(data.siteIds)];
  if (siteIds.length === 0) throw new AppError('invalid', { field: 'siteIds' });
  if (!siteIds.every((id) => caller.siteIds.includes(id))) throw new AppError('not_found');
  const emailFolded = data.email.toLowerCase();
  if (await store.agents.byEmailFolded(emailFolded)) throw new AppError('address_taken');

  for (const earlier of await listInvitations(deps)) {
    if (earlier.email.toLowerCase() === emailFolded) await store.invitations.use(earlier.tokenHash, deps.clock.now());
  }
  const { name, email, role } = data;
  const made = await makeLink(deps, {
    kind: 'invitation',
    email,
    name,
    role,
    siteIds,
    createdBy: caller.agentId,
    lifeMs: limits.invitationLifeMs,
  });

  const inviter = directory.agent(caller.agentId)?.name ?? '';
  const values = { inviter, name, publicUrl: config.publicUrl, link: made.link };
  sendLater(deps.mailer, deps.log, composeMail(email, caller.locale, 'invitation', values));
  return made;
}
