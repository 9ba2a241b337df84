import type { CommandData, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { joinAs } from '../agent/join-as.ts';
import { AppError } from '../app-error.ts';
import type { OpenCaller } from '../caller.ts';
import { useLink } from '../invitation/open-link.ts';

/**
 * The first admin, member of every site. The link is used up first, so that of two who hold it one gets on; of two links
 * the storage lets one make the first agent. A lost link is made anew at the next start.
 */
export async function completeSetup(
  deps: Deps,
  caller: OpenCaller,
  { secret, ...person }: CommandData<'setup:complete'>,
): Promise<CommandOutput<'setup:complete'>> {
  const { store, directory } = deps;
  if ((await store.agents.list()).length > 0) throw new AppError('already_set_up');
  await useLink(deps, 'setup', secret);
  const siteIds = directory.sites().map((site) => site.id);
  const joining = { ...person, role: 'admin', locale: caller.locale } as const;
  const agent = await joinAs(deps, joining, (row, events) => store.agents.createFirstAdmin(row, siteIds, events));
  if (!agent) throw new AppError('already_set_up');
  return { agentId: agent.id };
}
