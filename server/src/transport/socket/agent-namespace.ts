import type { Namespace, Socket } from 'socket.io';
import type { Caller } from '../../actions/caller.ts';
import type { Deps } from '../../deps.ts';
import type { AgentClaim } from '../../identity/agent-auth.ts';
import { isOwnOrigin } from '../../identity/own-origin.ts';
import { faultOf } from '../../lib/logger.ts';
import { agentCaller } from '../agent-caller.ts';
import type { CommandRunner } from '../bind-commands.ts';
import { bindSocket } from './bind-socket.ts';
import { type Handshake, HandshakeError, readHandshake, refusalOf } from './handshake.ts';
import { lingerMs, siteRoom } from './rooms.ts';

export interface AgentSocketData extends AgentClaim {
  handshake: Handshake;
  /** False between the handshake and the second look at its session: hears nothing yet. */
  isAdmitted: boolean;
}

export function agentDataOf(socket: { data: unknown }): AgentSocketData {
  return socket.data as AgentSocketData;
}

/** The agents' door: our own cookie, from our own pages only. */
export function openAgentNamespace(namespace: Namespace, deps: Deps, run: CommandRunner): void {
  namespace.use((socket, next) => {
    const handshake = readHandshake(deps, socket);
    const refuse = (code: ConstructorParameters<typeof HandshakeError>[2]) =>
      next(new HandshakeError(deps, handshake, code));
    const refused = refusalOf(deps, handshake);
    if (refused) return refuse(refused);
    if (!isOwnOrigin(deps.config, handshake.origin)) return refuse('origin_not_allowed');
    deps.agentAuth.claimOf(handshake.headers).then(
      (claim) => {
        if (!claim || !deps.directory.agent(claim.agentId)) return refuse('unauthenticated');
        socket.data = { ...claim, handshake, isAdmitted: false } satisfies AgentSocketData;
        next();
      },
      (error: unknown) => {
        deps.log.error({ fault: faultOf(error) }, 'a session could not be read');
        refuse('unavailable');
      },
    );
  });

  namespace.on('connection', (socket: Socket) => {
    const admitted = admit(socket, deps);
    bindSocket(deps, socket, '/agent', run, () => callerNow(deps, socket), admitted);
  });
}

/**
 * The session may have been revoked while the handshake was on its way, before this socket could be found and closed;
 * now it can be found, so it is asked once more.
 */
async function admit(socket: Socket, deps: Deps): Promise<boolean> {
  const data = agentDataOf(socket);
  const { agentId } = data;
  const claim = await deps.agentAuth.claimOf(data.handshake.headers).catch(() => null);
  if (!claim) socket.disconnect(true);
  if (!claim || socket.disconnected) return false;
  data.isAdmitted = true;
  joinSites(deps, socket);
  deps.metrics.socketOpened('/agent');
  if (deps.presence.opened(agentId)) deps.bus.publish({ type: 'agentChanged', agentId });
  const stopWatching = closeWithSession(socket, deps, claim);
  socket.on('disconnect', () => {
    stopWatching();
    deps.metrics.socketClosed('/agent');
    deps.clock.after(lingerMs, () => {
      if (deps.presence.closed(agentId)) deps.bus.publish({ type: 'agentChanged', agentId });
    });
  });
  return true;
}

/** Without a goodbye: a page whose session was renewed meanwhile comes back by itself, any other is asked to sign in. */
function closeWithSession(socket: Socket, { clock }: Deps, { expiresAt }: AgentClaim): () => void {
  return clock.after(Math.max(0, expiresAt - clock.now()), () => socket.disconnect(true));
}

/** Rights are read anew at every command: a change counts from the next one on. */
function callerNow(deps: Deps, socket: Socket): Caller {
  const { handshake, agentId, sessionId } = agentDataOf(socket);
  return agentCaller(deps, { agentId, sessionId }, { locale: handshake.locale, address: handshake.address });
}

export function joinSites(deps: Deps, socket: { join(rooms: string[]): unknown; data: unknown }): void {
  const { agentId, isAdmitted } = agentDataOf(socket);
  if (!isAdmitted) return;
  const agent = deps.directory.agent(agentId);
  socket.join((agent?.siteIds ?? []).map(siteRoom));
}
