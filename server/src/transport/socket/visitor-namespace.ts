import type { Namespace, Socket } from 'socket.io';
import { visitorPresenceChanged } from '../../actions/presence/presence-changed.ts';
import { presentAs } from '../../actions/presence/present-as.ts';
import type { Deps } from '../../deps.ts';
import type { VisitorClaim } from '../../identity/visitor-tokens.ts';
import { faultOf } from '../../lib/logger.ts';
import type { CommandRunner } from '../bind-commands.ts';
import { isAllowedOrigin } from '../http/site-origin.ts';
import { bindSocket } from './bind-socket.ts';
import { type Handshake, HandshakeError, readHandshake, refusalOf } from './handshake.ts';
import { lingerMs, visitorRooms } from './rooms.ts';

interface VisitorSocketData extends VisitorClaim {
  handshake: Handshake;
}

export function visitorDataOf(socket: { data: unknown }): VisitorSocketData {
  return socket.data as VisitorSocketData;
}

/** The visitors' door: a signed token of one site, from a page that the site allows. */
export function openVisitorNamespace(namespace: Namespace, deps: Deps, run: CommandRunner): void {
  namespace.use((socket, next) => {
    const handshake = readHandshake(deps, socket);
    const refuse = (code: ConstructorParameters<typeof HandshakeError>[2]) =>
      next(new HandshakeError(deps, handshake, code));
    const refused = refusalOf(deps, handshake);
    if (refused) return refuse(refused);
    const site = deps.directory.siteByKey(handshake.site);
    const claim = deps.visitorTokens.read(handshake.token);
    if (!site || site.disabledAt > 0) return refuse('unauthenticated');
    // First of all: a page that may not ask for a token over HTTP may not read why, and learns it here.
    if (!isAllowedOrigin(deps.config, site, handshake.origin)) return refuse('origin_not_allowed');
    if (claim?.siteId !== site.id) return refuse('unauthenticated');
    socket.data = { ...claim, handshake } satisfies VisitorSocketData;
    next();
  });

  namespace.on('connection', (socket: Socket) => {
    const { visitorId, siteId, requesterId, handshake } = visitorDataOf(socket);
    const visitor = { visitorId, requesterId };
    void socket.join(visitorRooms(visitor));
    deps.metrics.socketOpened('/visitor');
    if (presentAs(visitor).map(deps.presence.opened).includes(true)) presenceOf(deps, visitor);
    bindSocket(deps, socket, '/visitor', run, () => ({
      kind: 'visitor',
      visitorId,
      siteId,
      requesterId,
      requestId: deps.ids.requestId(),
      locale: handshake.locale,
      address: handshake.address,
    }));
    socket.on('disconnect', () => {
      deps.metrics.socketClosed('/visitor');
      deps.clock.after(lingerMs, () => {
        if (presentAs(visitor).map(deps.presence.closed).includes(true)) presenceOf(deps, visitor);
      });
    });
  });
}

function presenceOf(deps: Deps, visitor: Parameters<typeof visitorPresenceChanged>[1]): void {
  visitorPresenceChanged(deps, visitor).catch((error: unknown) => {
    deps.log.error({ fault: faultOf(error) }, 'presence could not be applied; the deadlines still run');
  });
}
