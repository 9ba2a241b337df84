import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const client = join(dirname(createRequire(import.meta.url).resolve('socket.io-client')), '../esm');
const slim = (file: string) =>
  `export * from ${JSON.stringify(join(import.meta.dirname, 'src/connection/slim', file))};`;

const replacements: Record<string, string> = {
  // The manager alone: no cache of connections by address.
  'socket.io-client': `export { Manager } from ${JSON.stringify(join(client, 'manager.js'))};`,
  'socket.io-parser': slim('socket-parser.ts'),
  'engine.io-client': slim('engine.ts'),
  '@socket.io/component-emitter': slim('emitter.ts'),
  './contrib/backo2.js': slim('back-off.ts'),
};

/** Methods that only its own reconnection, its own queue or other callers reach. */
const unused: Record<string, string[]> = {
  'manager.js': ['reconnect', 'onreconnect', 'connect', 'disconnect'],
  'socket.js': [
    ...['send', 'compress', '_addToQueue', 'onAny', 'prependAny', 'offAny', 'listenersAny'],
    ...['onAnyOutgoing', 'prependAnyOutgoing', 'offAnyOutgoing', 'listenersAnyOutgoing'],
  ],
};

/**
 * Leaves out of socket.io-client what a visitor never needs: other transports (the HTTP door serves where a WebSocket
 * cannot pass), upgrades, binary attachments, its own reconnection. From 11.6 kB br to less than 5.
 */
export function slimSocket(): Plugin {
  return {
    name: 'slim-socket',
    enforce: 'pre',
    resolveId: (source) => (source in replacements ? `\0${source}` : undefined),
    load: (id) => replacements[id.slice(1)],
    transform(code, id) {
      if (dirname(id) !== client) return undefined;
      return (unused[id.slice(client.length + 1)] ?? []).reduce(withoutMethod, code);
    },
  };
}

/** Another version of the library may look different: better no build than one that is cut in the wrong place. */
function withoutMethod(code: string, name: string): string {
  const method = new RegExp(`^ {4}${name}\\(.*\\) \\{\\n(?: {8}.*\\n|\\n)*? {4}\\}\\n`, 'm');
  if (!method.test(code)) throw new Error(`socket.io-client has no method ${name} to leave out`);
  return code.replace(method, '');
}
