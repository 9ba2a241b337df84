import type { CommandData, CommandOutput } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import type { OpenCaller } from '../caller.ts';
import { openLink } from './open-link.ts';

export async function checkInvitation(
  deps: Deps,
  _caller: OpenCaller,
  data: CommandData<'invitation:check'>,
): Promise<CommandOutput<'invitation:check'>> {
  const { name, email } = await openLink(deps, 'invitation', data.secret);
  return { name, email };
}
