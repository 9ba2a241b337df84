import type { AgentId } from '@ventanilla/shared/ids';
import type { Deps } from '../../deps.ts';
import type { DirectoryAgent } from '../../directory.ts';
import { AppError } from '../app-error.ts';

/** An agent as the directory has them now; one who was removed is not there any more. */
export function knownAgent(deps: Pick<Deps, 'directory'>, id: AgentId): DirectoryAgent {
  const agent = deps.directory.agent(id);
  if (agent?.removedAt !== 0) throw new AppError('not_found');
  return agent;
}
