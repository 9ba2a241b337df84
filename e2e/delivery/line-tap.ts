import { AsyncLocalStorage } from 'node:async_hooks';

type Hear = (text: string) => void;

export interface Ear {
  hear: Hear;
  /** The page asks for something; what this answers is called when the answer is there, or never will be. */
  ask?(): () => void;
}

/** Of a packet on a socket that asks for an answer, or is one: its number, which the two have in common. */
const asks = /^42[^[{"]*?(\d+)\[/;
const answers = /^43[^[{"]*?(\d+)\[/;

/** Who listens to what comes from which port. */
const ears = new Map<string, Ear>();
let isTapped = false;

/**
 * Listens on every line of the pages in this thread that leads to `port`, below the client's code: what the server says,
 * and nothing else.
 */
export function tapLines(port: string | number, ear: Ear): void {
  ears.set(String(port), ear);
  if (isTapped) return;
  isTapped = true;
  globalThis.WebSocket = class extends WebSocket {
    /** Lines to one server are opened for each other: what comes over this one is for the page that asked for it. */
    readonly #onOwnPage = AsyncLocalStorage.snapshot();
    readonly #unanswered = new Map<string, () => void>();

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => {
        earFor(url)?.hear(String(data));
        this.#settle(answers.exec(String(data))?.[1] ?? '');
      });
      this.addEventListener('close', () => {
        for (const id of [...this.#unanswered.keys()]) this.#settle(id);
      });
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const [, id] = (typeof data === 'string' && asks.exec(data)) || [];
      const answered = id && this.#onOwnPage(() => earFor(this.url)?.ask?.());
      if (answered) this.#unanswered.set(id, answered);
      super.send(data);
    }

    #settle(id: string): void {
      this.#unanswered.get(id)?.();
      this.#unanswered.delete(id);
    }

    override dispatchEvent(event: Event): boolean {
      return this.#onOwnPage(() => super.dispatchEvent(event));
    }
  };
  const plainFetch = globalThis.fetch;
  globalThis.fetch = async (...args) => {
    const [request] = args;
    const ear = earFor(request instanceof Request ? request.url : request);
    const answered = ear?.ask?.();
    try {
      const response = await plainFetch(...args);
      const text = await response.text();
      ear?.hear(text);
      const { status, headers } = response;
      return new Response(status === 204 ? null : text, { status, headers });
    } finally {
      answered?.();
    }
  };
}

function earFor(url: string | URL): Ear | undefined {
  return ears.get(new URL(url).port);
}
