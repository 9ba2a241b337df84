import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const client = createRequire(import.meta.url).resolve('socket.io-client');
const engine = join(dirname(createRequire(client).resolve('engine.io-client')), '../esm');
const from = (file: string) => JSON.stringify(join(engine, file));

/** Both by the path they are imported with; naming the transport in the options alone would leave nothing out. */
const replacements: Record<string, string> = {
  'engine.io-client': `
    export { Socket } from ${from('socket.js')};
    export { installTimerFunctions } from ${from('util.js')};
    export { nextTick } from ${from('globals.js')};
    export { parse } from ${from('contrib/parseuri.js')};
    export const Fetch = undefined, NodeXHR = undefined, XHR = undefined;
    export const NodeWebSocket = undefined, WebSocket = undefined, WebTransport = undefined;`,
  './transports/index.js': `
    import { WS } from ${from('transports/websocket.js')};
    export const transports = { websocket: WS };`,
};

/** Leaves the polling transports out of socket.io-client: agents' pages only ever open a WebSocket. */
export function websocketOnly(): Plugin {
  return {
    name: 'websocket-only',
    enforce: 'pre',
    apply: 'build',
    resolveId: (source) => (source in replacements ? `\0websocket-only:${source}` : undefined),
    load: (id) => (id.startsWith('\0websocket-only:') ? replacements[id.slice('\0websocket-only:'.length)] : undefined),
  };
}
