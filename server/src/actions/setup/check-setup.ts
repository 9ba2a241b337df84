import type { CommandData, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { AppError } from '../app-error.ts';
import type { OpenCaller } from '../caller.ts';
import { openLink } from '../invitation/open-link.ts';

export async function checkSetup(
  deps: Deps,
  _caller: OpenCaller,
  data: CommandData<'setup:check'>,
): Promise<CommandOutput<'setup:check'>> {
  if ((await deps.store.agents.list()).length > 0) throw new AppError('already_set_up');
  await openLink(deps, 'setup', data.secret);
  return { isOpen: true };
}
