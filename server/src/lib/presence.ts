import type { AgentId, RequesterId, VisitorId } from '@ventanilla/shared/ids';

/** Clients are back within this time after a start: at most 5 s of back-off, and the handshake; ms. */
export const returnMs = 8_000;

export type PresentId = AgentId | VisitorId | RequesterId;

/** Who has an open connection. Not durable (DL8). */
export interface Presence {
  /** The answer is true when this was their first connection. */
  opened(id: PresentId): boolean;
  /** The answer is true when it was their last. */
  closed(id: PresentId): boolean;
  isConnected(id: PresentId): boolean;
}

export function createPresence(): Presence {
  const connections = new Map<PresentId, number>();
  return {
    opened(id) {
      const count = (connections.get(id) ?? 0) + 1;
      connections.set(id, count);
      return count === 1;
    },
    closed(id) {
      const count = (connections.get(id) ?? 0) - 1;
      if (count > 0) connections.set(id, count);
      else connections.delete(id);
      return count <= 0;
    },
    isConnected: (id) => connections.has(id),
  };
}
