import type { AgentId } from '@ventanilla/shared/ids';

/** Who is behind a request that carries an agent's cookie. */
export interface AgentClaim {
  agentId: AgentId;
  sessionId: string;
}

/** The accounts and sessions of agents. */
export interface AgentAuth {
  /** Null: no session, an ended one, or an agent who was removed. */
  claimOf(headers: Headers): Promise<AgentClaim | null>;
}
