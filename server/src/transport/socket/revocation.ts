import type { SiteId } from '@ventanilla/shared/ids';
import type { Namespace, Socket } from 'socket.io';
import type { Deps } from '../../deps.ts';
import type { Happening } from '../../lib/bus.ts';
import { errorBody } from '../present/error.ts';
import { agentDataOf, joinSites } from './agent-namespace.ts';
import type { Handshake } from './handshake.ts';
import { visitorDataOf } from './visitor-namespace.ts';

/**
 * Closes the sockets of whoever lost the right to them. Runs inside `publish`, so that they are out of every room
 * before the one who revoked gets their answer: no event after the acknowledgement.
 */
export function startRevocation(deps: Deps, agents: Namespace, visitors: Namespace): () => void {
  function end({ agentId, sessionId, reason }: Extract<Happening, { type: 'agentRevoked' }>): void {
    for (const socket of agents.sockets.values()) {
      const data = agentDataOf(socket);
      if (data.agentId !== agentId || (sessionId !== undefined && data.sessionId !== sessionId)) continue;
      // With other rights the session goes on: they come back by themselves, and are told what they may see now.
      if (reason === 'roleChanged') socket.disconnect(true);
      else sayGoodbye(socket, data.handshake);
    }
  }

  /** A site that was switched off has no visitors any more. */
  function endVisitorsOf(siteId: SiteId): void {
    const site = deps.directory.site(siteId);
    if (site?.disabledAt === 0) return;
    for (const socket of visitors.sockets.values()) {
      const data = visitorDataOf(socket);
      if (data.siteId === siteId) sayGoodbye(socket, data.handshake);
    }
  }

  /** A new site is heard at once by those who are members of it. */
  function rejoin(): void {
    for (const socket of agents.sockets.values()) joinSites(deps, socket);
  }

  return deps.bus.subscribe((happening) => {
    if (happening.type === 'agentRevoked') end(happening);
    if (happening.type === 'siteChanged') endVisitorsOf(happening.siteId);
    if (happening.type === 'siteChanged' || happening.type === 'agentChanged') rejoin();
  });
}

function sayGoodbye(socket: Socket, { locale }: Handshake): void {
  const { error } = errorBody('unauthenticated', {}, locale, '');
  socket.emit('session:ended', { error });
  socket.disconnect(true);
}
