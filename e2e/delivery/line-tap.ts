import type { History } from './history.ts';

/** Listens on every line of the pages in this process, below the client's code: what the server said, and nothing else. */
export function tapLines({ hear }: Pick<History, 'hear'>): void {
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL) {
      super(url);
      this.addEventListener('message', ({ data }) => hear(String(data)));
    }
  };
  const plainFetch = globalThis.fetch;
  globalThis.fetch = async (...args) => {
    const response = await plainFetch(...args);
    const text = await response.text();
    hear(text);
    const { status, headers } = response;
    return new Response(status === 204 ? null : text, { status, headers });
  };
}
