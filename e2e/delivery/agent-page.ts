import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import type { ConversationId } from '@ventanilla/shared/ids';
import { seededChance } from '../bench/seeded-chance.ts';
import type { View } from './evidence.ts';
import { clientIdsIn } from './history.ts';
import { tapLines } from './line-tap.ts';

/*
 * An agent's page, in a thread of its own: the dashboard's session, news, writing and models as they are, and no screen.
 * What it keeps in the browser is told at once to the one who started it, so that it survives when this thread is ended.
 */

export interface AgentPageData {
  name: string;
  /** The door of the proxy that carries this agent's cookie. */
  host: string;
  seed: number;
  stored: [string, string][];
  /** Longest pause between two acts, ms. */
  pauseMs: number;
}

export type FromAgentPage =
  | { type: 'stored'; name: string; value: string | null }
  | { type: 'written'; clientId: string; kind: 'message' | 'note'; body: string; key: string }
  | { type: 'sent'; clientId: string }
  | { type: 'heard'; clientId: string }
  | { type: 'confirmed' }
  | { type: 'failed'; clientId: string; code: string }
  | { type: 'shown'; views: View[]; inbox: ConversationSummary[]; unsent: string[]; isOnline: boolean }
  | { type: 'read'; views: View[] };
export type ToAgentPage = { type: 'rest' } | { type: 'show' } | { type: 'readAll'; ids: ConversationId[] };

const { name, host, seed, stored, pauseMs } = workerData as AgentPageData;
const tell = (message: FromAgentPage) => parentPort?.postMessage(message);
/** What this page has in its outbox, or had: only of these it matters whether the server has spoken. */
const own = new Set<string>();
prepareBrowser();
tapLines(new URL(`http://${host}`).port, {
  hear(text) {
    for (const clientId of clientIdsIn(text)) if (own.delete(clientId)) tell({ type: 'heard', clientId });
  },
});
useBrowsersSocket();
const [
  { startSession },
  desk,
  conversations,
  writing,
  { firstSeq, lastSeq },
  { rowOf, rowsOf },
  { holderOf, isWritable },
  { showEarlier },
] = await Promise.all([
  import('../../dashboard/src/session.ts'),
  import('../../dashboard/src/desk.ts'),
  import('../../dashboard/src/conversations.ts'),
  import('../../dashboard/src/writing.ts'),
  import('../../shared/src/state/thread.ts'),
  import('../../shared/src/state/rows.ts'),
  import('../../dashboard/src/model/inbox-sections.ts'),
  import('../../dashboard/src/components/thread/show-earlier.ts'),
]);
const chance = seededChance(seed);
let said = 0;
let isResting = false;
let known = new Set<string>();

desk.outbox.subscribe((outbox) => {
  const present = new Set(outbox.map(({ clientId }) => clientId));
  for (const clientId of known) if (!present.has(clientId)) tell({ type: 'sent', clientId });
  for (const clientId of present) if (!known.has(clientId)) own.add(clientId);
  known = present;
});
parentPort?.on('message', (message: ToAgentPage) => {
  if (message.type === 'rest') isResting = true;
  else if (message.type === 'show') show();
  else void readAll(message.ids);
});
void startSession();
void work();

async function work(): Promise<void> {
  while (!isResting) {
    await pause(20 + chance(pauseMs));
    settleOutbox();
    if (desk.phase.value.kind !== 'open' || desk.outbox.value.length > 3) continue;
    await act();
  }
  for (;;) {
    await pause(100);
    settleOutbox();
  }
}

/** One thing that an agent does, with whatever is on the desk. */
async function act(): Promise<void> {
  const { queue, mine, nobodys } = desk.sections.value;
  const open = [...queue, ...mine, ...nobodys].filter(isWritable);
  const what = chance(10);
  const opened = desk.opened.value;
  if (!opened?.detail || what === 0) {
    const next = open[chance(open.length)];
    if (!next) return;
    if (opened) conversations.closeConversation(opened.id);
    await conversations.openConversation(next.id);
    if (holderOf(next) === null) await conversations.actOn('conversation:take', { conversationId: next.id });
  } else if (what === 1) {
    if (chance(4) === 0) void conversations.createTicket(opened.id);
  } else if (isWritable(opened.detail)) {
    write(opened.id, what === 2 ? 'note' : 'message', lastSeq(opened.thread));
  }
}

function write(key: ConversationId, kind: 'message' | 'note', seenSeq: number): void {
  said += 1;
  const body = `${name} ${said} · ${'ñ'.repeat(chance(40))}`;
  writing.write(key, { kind, body, files: [], seenSeq });
  const unsent = desk.outbox.value.at(-1);
  if (unsent) tell({ type: 'written', clientId: unsent.clientId, kind, body, key });
}

/** A conflict is sent all the same, as most people do; what is refused for good is taken back. */
function settleOutbox(): void {
  for (const unsent of desk.outbox.value) {
    const { clientId, conversationId, state, failure } = unsent;
    if (state === 'conflict') {
      tell({ type: 'confirmed' });
      writing.sendAnyway(unsent, newestOf(conversationId));
    }
    if (state !== 'failed') continue;
    known.delete(clientId);
    tell({ type: 'failed', clientId, code: failure?.code ?? '' });
    writing.takeBack(clientId);
  }
}

function newestOf(id: ConversationId): number {
  return rowOf(desk.inbox.value.rows, id)?.lastSeq ?? 0;
}

function show(): void {
  const inbox = rowsOf(desk.inbox.value.rows);
  const unsent = desk.outbox.value.map(({ clientId }) => clientId);
  const isOnline = desk.phase.value.kind === 'open' && desk.offlineSince.value === 0;
  tell({ type: 'shown', views: viewsOf(false), inbox, unsent, isOnline });
}

async function readAll(ids: ConversationId[]): Promise<void> {
  const views: View[] = [];
  for (const id of ids) {
    await conversations.openConversation(id);
    while (firstSeq(threadNow()) > 1) if (!(await showEarlier()).ok) break;
    views.push(...viewsOf(true));
  }
  tell({ type: 'read', views });
}

const threadNow = () => desk.opened.value?.thread ?? { entries: [], heardSeq: 0 };

/** Of the conversation on the screen. */
function viewsOf(isWhole: boolean): View[] {
  const opened = desk.opened.value;
  if (!opened?.detail) return [];
  const lines = opened.thread.entries.map(lineOf);
  return [{ page: name, conversationId: opened.id, stream: 'agents', isWhole, lines }];
}

function lineOf({ seq, id, body }: View['lines'][number]): View['lines'][number] {
  return { seq, id, body };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** As much of a browser as the dashboard asks for below its screens. */
function prepareBrowser(): void {
  const storage: Record<string, string> = Object.create({
    getItem: (key: string) => storage[key] ?? null,
    setItem(key: string, value: string) {
      storage[key] = value;
      tell({ type: 'stored', name: key, value });
    },
    removeItem(key: string) {
      delete storage[key];
      tell({ type: 'stored', name: key, value: null });
    },
  });
  Object.assign(storage, Object.fromEntries(stored));
  Object.assign(globalThis, {
    localStorage: storage,
    location: { protocol: 'http:', host },
    document: { documentElement: {}, addEventListener() {}, removeEventListener() {} },
    addEventListener() {},
    removeEventListener() {},
  });
}

/** The Socket.IO client with the part that its build for browsers has: over the thread's own `WebSocket`. */
function useBrowsersSocket(): void {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const isNodes = specifier.endsWith('/websocket.node.js');
      return nextResolve(isNodes ? specifier.replace('.node.js', '.js') : specifier, context);
    },
  });
}
