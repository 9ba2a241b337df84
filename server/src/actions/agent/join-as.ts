import type { Locale, Role } from '@ventanilla/shared/vocabulary';
import type { Deps } from '../../deps.ts';
import type { NewEvent } from '../../domain/decision.ts';
import type { AgentRow } from '../../domain/rows.ts';
import type { NewAgent } from '../../storage/store.ts';
import { agentEvent } from './agent-event.ts';

export interface Joining {
  name: string;
  email: string;
  password: string;
  role: Role;
  locale: Locale;
}

/**
 * An account and, with `create`, the agent it belongs to. Null when `create` refuses: then the account is gone again, so
 * that nobody can sign in with what did not become an agent.
 */
export async function joinAs(
  deps: Deps,
  { password, ...person }: Joining,
  create: (agent: NewAgent, events: readonly NewEvent[]) => Promise<AgentRow | null>,
): Promise<AgentRow | null> {
  const authUserId = await deps.agentAuth.createAccount({ ...person, password });
  const id = deps.ids.next('agent');
  const row: NewAgent = {
    ...person,
    id,
    authUserId,
    emailFolded: person.email.toLowerCase(),
    availability: 'available',
    createdAt: deps.clock.now(),
  };
  const agent = await create(row, [agentEvent(deps, 'agent.joined', id, '', { after: { role: person.role } })]);
  if (!agent) {
    await deps.agentAuth.deleteAccount(authUserId);
    return null;
  }
  await deps.directory.reloadAgents();
  deps.bus.publish({ type: 'agentChanged', agentId: agent.id });
  return agent;
}
