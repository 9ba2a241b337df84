import type { CommandData, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { joinAs } from '../agent/join-as.ts';
import { AppError } from '../app-error.ts';
import type { OpenCaller } from '../caller.ts';
import { useLink } from './open-link.ts';

/** The invited person becomes an agent of the sites that still exist; they sign in with the password they chose. */
export async function acceptInvitation(
  deps: Deps,
  caller: OpenCaller,
  data: CommandData<'invitation:accept'>,
): Promise<CommandOutput<'invitation:accept'>> {
  const { email, role, siteIds } = await useLink(deps, 'invitation', data.secret);
  const sites = siteIds.filter((id) => deps.directory.site(id));
  const person = { name: data.name, email, password: data.password, role, locale: caller.locale };
  const agent = await joinAs(deps, person, (row, events) => deps.store.agents.create(row, sites, events));
  if (!agent) throw new AppError('address_taken');
  return { agentId: agent.id };
}
