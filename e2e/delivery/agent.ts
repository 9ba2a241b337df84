import { Worker } from 'node:worker_threads';
import type { ConversationId } from '@ventanilla/shared/ids';
import type { AgentPageData, FromAgentPage, ToAgentPage } from './agent-page.ts';
import { endWith } from './end-with.ts';
import type { View } from './evidence.ts';
import type { History } from './history.ts';

type Shown = Extract<FromAgentPage, { type: 'shown' }>;

/** An agent at a browser with the dashboard open. */
export interface Agent {
  name: string;
  /** The page goes away in the middle of whatever it did, and is opened again with what the browser has kept. */
  crash(): Promise<void>;
  /** Writes nothing new any more. */
  rest(): void;
  /** Has this one on the screen, and takes it. */
  open(id: ConversationId): Promise<void>;
  /** Resolves when the page has it; from then on it must not get lost. */
  write(id: ConversationId, body: string): Promise<void>;
  /**
   * Looks at the page until it is connected, has nothing to send and waits for no answer; `again`: after it has asked the
   * server once more, over the line on which news come.
   */
  settle(again?: 'again'): Promise<void>;
  show(): Promise<Shown>;
  /** Opens each of these and scrolls from its last line back to its first. */
  readAll(ids: ConversationId[]): Promise<View[]>;
  /** How often what they wrote met something new, and they sent it all the same (CV6). */
  confirmed(): number;
  close(): Promise<void>;
}

export interface AgentParts extends Pick<AgentPageData, 'name' | 'door' | 'seed' | 'pauseMs' | 'breakage'> {
  history: History;
}

export function openAgent({ history, ...parts }: AgentParts): Agent {
  const stored = new Map<string, string>();
  let pages = 1;
  let page = openPage();
  let waiting: ((shown: Shown) => void)[] = [];
  let reading: ((views: View[]) => void)[] = [];
  let doing: (() => void)[] = [];
  let confirmed = 0;

  function openPage(): Worker {
    const name = `${parts.name}.${pages}`;
    const data: AgentPageData = { ...parts, name, seed: parts.seed + pages, stored: [...stored] };
    const worker = new Worker(new URL('./agent-page.ts', import.meta.url), { workerData: data });
    worker.on('message', (message: FromAgentPage) => hear(name, message));
    worker.on('error', endWith);
    return worker;
  }

  function hear(name: string, message: FromAgentPage): void {
    switch (message.type) {
      case 'stored':
        if (message.value === null) stored.delete(message.name);
        else stored.set(message.name, message.value);
        return;
      case 'written': {
        const { clientId, kind, body, key } = message;
        history.invoke({ page: name, clientId, kind, body, key }).isTaken = true;
        return;
      }
      case 'sent':
        history.ok(message.clientId, null);
        return;
      case 'heard':
        history.heard.add(message.clientId);
        return;
      case 'confirmed':
        confirmed += 1;
        return;
      case 'failed':
        history.fail(message.clientId, message.code);
        return;
      case 'shown':
        for (const resolve of waiting) resolve(message);
        waiting = [];
        return;
      case 'read':
        for (const resolve of reading) resolve(message.views);
        reading = [];
        return;
      case 'done':
        doing.shift()?.();
    }
  }

  const say = (message: ToAgentPage) => page.postMessage(message);
  /** One thing after the other, each until it is done. */
  const act = (message: ToAgentPage) =>
    new Promise<void>((resolve) => {
      doing.push(resolve);
      say(message);
    });
  return {
    name: parts.name,
    async crash() {
      await page.terminate();
      doing = [];
      pages += 1;
      page = openPage();
      // Whoever wanted to see it sees the new one.
      if (waiting.length > 0) say({ type: 'show' });
    },
    rest: () => say({ type: 'rest' }),
    open: (id) => act({ type: 'open', id }),
    write: (id, body) => act({ type: 'write', id, body }),
    settle: (again) => act({ type: 'settle', isAgain: again !== undefined }),
    show: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        say({ type: 'show' });
      }),
    readAll: (ids) =>
      new Promise((resolve) => {
        reading.push(resolve);
        say({ type: 'readAll', ids });
      }),
    confirmed: () => confirmed,
    close: async () => void (await page.terminate()),
  };
}
