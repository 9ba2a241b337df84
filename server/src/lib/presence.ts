import type { AgentId } from '@ventanilla/shared/ids';

/** Who has an open connection. Not durable (DL8). */
export interface Presence {
  /** The answer is true when this was the agent's first connection. */
  opened(agentId: AgentId): boolean;
  /** The answer is true when it was the last. */
  closed(agentId: AgentId): boolean;
  isConnected(agentId: AgentId): boolean;
}

export function createPresence(): Presence {
  const connections = new Map<AgentId, number>();
  return {
    opened(agentId) {
      const count = (connections.get(agentId) ?? 0) + 1;
      connections.set(agentId, count);
      return count === 1;
    },
    closed(agentId) {
      const count = (connections.get(agentId) ?? 0) - 1;
      if (count > 0) connections.set(agentId, count);
      else connections.delete(agentId);
      return count <= 0;
    },
    isConnected: (agentId) => connections.has(agentId),
  };
}
