import type { Server as HttpServer } from 'node:http';
import { limits } from '@ventanilla/shared/limits';
import { Server } from 'socket.io';
import type { Deps } from '../../deps.ts';
import type { CommandRunner } from '../bind-commands.ts';
import { openAgentNamespace } from './agent-namespace.ts';
import { type AgentNamespace, startBroadcast, type VisitorNamespace } from './broadcast.ts';
import { HandshakeError, readHandshake } from './handshake.ts';
import { startRevocation } from './revocation.ts';
import { startSlowReaderWatch } from './slow-readers.ts';
import { openVisitorNamespace } from './visitor-namespace.ts';

/** Socket.IO's own frame round a command needs a little more room than the command. */
const frameBytes = 1_024;

export interface SocketServer {
  io: Server;
  close(): Promise<void>;
}

export function createSocketServer(http: HttpServer, deps: Deps, run: CommandRunner): SocketServer {
  const io = new Server(http, {
    path: '/socket.io',
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    connectTimeout: 10_000,
    maxHttpBufferSize: limits.commandBytes + frameBytes,
    // Who may connect is decided in each namespace, by site; nothing is answered to cross-origin polling.
    cors: { origin: false },
  });
  const visitors: VisitorNamespace = io.of('/visitor');
  const agents: AgentNamespace = io.of('/agent');
  // The main namespace cannot be taken away, and whoever stayed in it would stay for good without saying who they are.
  io.use((socket, next) => next(new HandshakeError(deps, readHandshake(deps, socket), 'not_found')));
  openVisitorNamespace(visitors, deps, run);
  openAgentNamespace(agents, deps, run);
  const stops = [
    startRevocation(deps, agents, visitors),
    startBroadcast(deps, visitors, agents),
    startSlowReaderWatch(deps, io),
  ];
  return {
    io,
    async close() {
      for (const stop of stops) stop();
      io.disconnectSockets(true);
      await io.close();
    },
  };
}
