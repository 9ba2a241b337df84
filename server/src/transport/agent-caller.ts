import type { Locale } from '@ventanilla/shared/vocabulary';
import type { AgentCaller, AnyoneCaller } from '../actions/caller.ts';
import type { Deps } from '../deps.ts';
import type { AgentClaim } from '../identity/agent-auth.ts';

/** The agent with the rights they have at this moment; without a session, or once removed, they are anyone. */
export function agentCaller(
  deps: Deps,
  claim: Pick<AgentClaim, 'agentId' | 'sessionId'> | null,
  call: { locale: Locale; address: string },
): AgentCaller | AnyoneCaller {
  const agent = claim && deps.directory.agent(claim.agentId);
  const requestId = deps.ids.requestId();
  if (!agent || agent.removedAt > 0) return { kind: 'anyone', siteId: '', requestId, ...call };
  return {
    kind: 'agent',
    agentId: agent.id,
    sessionId: claim.sessionId,
    role: agent.role,
    siteIds: agent.siteIds,
    requestId,
    ...call,
  };
}
