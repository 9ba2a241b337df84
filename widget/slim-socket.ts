import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const client = createRequire(import.meta.url).resolve('socket.io-client');
const slim = (file: string) =>
  `export * from ${JSON.stringify(join(import.meta.dirname, 'src/connection/slim', file))};`;

const replacements: Record<string, string> = {
  // The manager alone: no cache of connections by address.
  'socket.io-client': `export { Manager } from ${JSON.stringify(join(dirname(client), '../esm/manager.js'))};`,
  'socket.io-parser': slim('socket-parser.ts'),
  'engine.io-client': slim('engine.ts'),
  '@socket.io/component-emitter': slim('emitter.ts'),
  './contrib/backo2.js': slim('back-off.ts'),
};

/**
 * Leaves out of socket.io-client what a visitor never needs: other transports (the HTTP door serves where a WebSocket
 * cannot pass), upgrades, binary attachments, its own reconnection. From 11.6 kB br to about 5.
 */
export function slimSocket(): Plugin {
  return {
    name: 'slim-socket',
    enforce: 'pre',
    resolveId: (source) => (source in replacements ? `\0${source}` : undefined),
    load: (id) => replacements[id.slice(1)],
  };
}
