import { createServer } from 'node:http';
import { createRequire } from 'node:module';

/** A WebSocket server that does nothing but say hello: what the same clients cost at least. */
interface PlainSockets {
  on(event: 'connection', hear: (socket: { send(text: string): void }) => void): void;
}
const ofServer = createRequire(createRequire(import.meta.url).resolve('@ventanilla/server/main'));
const ofSocketIo = createRequire(ofServer.resolve('socket.io'));
const { WebSocketServer } = createRequire(ofSocketIo.resolve('engine.io'))('ws') as {
  WebSocketServer: new (options: { server: unknown; perMessageDeflate: boolean }) => PlainSockets;
};
const http = createServer();
new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (socket) => socket.send('hello'));
http.listen(Number(process.env.VENTANILLA_PORT), '127.0.0.1', () => console.log('listening on http'));
