import { AsyncLocalStorage } from 'node:async_hooks';

type Hear = (text: string) => void;

/** Who listens to what comes from which port. */
const ears = new Map<string, Hear>();
let isTapped = false;

/**
 * Listens on every line of the pages in this thread that leads to `port`, below the client's code: what the server says,
 * and nothing else.
 */
export function tapLines(port: string | number, hear: Hear): void {
  ears.set(String(port), hear);
  if (isTapped) return;
  isTapped = true;
  globalThis.WebSocket = class extends WebSocket {
    /** Lines to one server are opened for each other: what comes over this one is for the page that asked for it. */
    readonly #onOwnPage = AsyncLocalStorage.snapshot();

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => earFor(url)?.(String(data)));
    }

    override dispatchEvent(event: Event): boolean {
      return this.#onOwnPage(() => super.dispatchEvent(event));
    }
  };
  const plainFetch = globalThis.fetch;
  globalThis.fetch = async (...args) => {
    const response = await plainFetch(...args);
    const text = await response.text();
    earFor(response.url)?.(text);
    const { status, headers } = response;
    return new Response(status === 204 ? null : text, { status, headers });
  };
}

function earFor(url: string | URL): Hear | undefined {
  return ears.get(new URL(url).port);
}
