import type { Namespace } from 'socket.io';
import type { Deps } from '../../deps.ts';
import type { Happening } from '../../lib/bus.ts';
import { errorBody } from '../present/error.ts';
import { agentDataOf, joinSites } from './agent-namespace.ts';

/**
 * Closes the sockets of whoever lost the right to them. Runs inside `publish`, so that they are out of every room
 * before the one who revoked gets their answer: no event after the acknowledgement.
 */
export function startRevocation(deps: Deps, agents: Namespace): () => void {
  function end({ agentId, sessionId }: Extract<Happening, { type: 'agentRevoked' }>): void {
    for (const socket of agents.sockets.values()) {
      const data = agentDataOf(socket);
      if (data.agentId !== agentId || (sessionId !== undefined && data.sessionId !== sessionId)) continue;
      const { error } = errorBody('unauthenticated', {}, data.handshake.locale, '');
      socket.emit('session:ended', { error });
      socket.disconnect(true);
    }
  }

  /** A new site is heard at once by those who are members of it. */
  function rejoin(): void {
    for (const socket of agents.sockets.values()) joinSites(deps, socket);
  }

  return deps.bus.subscribe((happening) => {
    if (happening.type === 'agentRevoked') end(happening);
    if (happening.type === 'siteChanged' || happening.type === 'agentChanged') rejoin();
  });
}
