import { clientIdsIn } from './history.ts';

type Hear = (clientId: string) => void;

let hears: Hear | null = null;

/**
 * Listens on every line of the pages in this thread, below the client's code: what the server speaks of, and nothing else.
 * Whoever asks last hears it.
 */
export function tapLines(hear: Hear): void {
  const isTapped = hears !== null;
  hears = hear;
  if (isTapped) return;
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => hearIn(String(data)));
    }
  };
  const plainFetch = globalThis.fetch;
  globalThis.fetch = async (...args) => {
    const response = await plainFetch(...args);
    const text = await response.text();
    hearIn(text);
    const { status, headers } = response;
    return new Response(status === 204 ? null : text, { status, headers });
  };
}

function hearIn(text: string): void {
  for (const clientId of clientIdsIn(text)) hears?.(clientId);
}
