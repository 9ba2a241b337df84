import { parentPort, workerData } from 'node:worker_threads';
import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import type { ConversationId } from '@ventanilla/shared/ids';
import { seededChance } from '../bench/seeded-chance.ts';
import type { View } from './evidence.ts';

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
  | { type: 'failed'; clientId: string; code: string }
  | { type: 'shown'; views: View[]; inbox: ConversationSummary[]; unsent: string[]; isOnline: boolean };
export type ToAgentPage = { type: 'rest' } | { type: 'show' };

const { name, host, seed, stored, pauseMs } = workerData as AgentPageData;
const tell = (message: FromAgentPage) => parentPort?.postMessage(message);
prepareBrowser();
const [{ startSession }, desk, conversations, writing, { lastSeqOf }, { holderOf, isWritable }, { createTicket }] =
  await Promise.all([
    import('../../dashboard/src/session.ts'),
    import('../../dashboard/src/desk.ts'),
    import('../../dashboard/src/conversations.ts'),
    import('../../dashboard/src/writing.ts'),
    import('../../dashboard/src/model/thread.ts'),
    import('../../dashboard/src/model/inbox-sections.ts'),
    import('../../dashboard/src/conversations.ts'),
  ]);
const chance = seededChance(seed);
let said = 0;
let isResting = false;
let known = new Set<string>();

desk.outbox.subscribe((outbox) => {
  const present = new Set(outbox.map(({ clientId }) => clientId));
  for (const clientId of known) if (!present.has(clientId)) tell({ type: 'sent', clientId });
  known = present;
});
parentPort?.on('message', (message: ToAgentPage) => {
  if (message.type === 'rest') isResting = true;
  else show();
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
    if (chance(4) === 0) void createTicket(opened.id);
  } else if (isWritable(opened.detail)) {
    write(opened.id, what === 2 ? 'note' : 'message', lastSeqOf(opened.thread));
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
    if (state === 'conflict') writing.sendAnyway(unsent, newestOf(conversationId));
    if (state !== 'failed') continue;
    known.delete(clientId);
    tell({ type: 'failed', clientId, code: failure?.code ?? '' });
    writing.takeBack(clientId);
  }
}

function newestOf(id: ConversationId): number {
  return desk.inbox.value.rows.get(id)?.conversation?.lastSeq ?? 0;
}

function show(): void {
  const opened = desk.opened.value;
  const page = name;
  const views: View[] = opened?.detail
    ? [{ page, conversationId: opened.id, stream: 'agents', lines: opened.thread.shown.map(lineOf) }]
    : [];
  const inbox = [...desk.inbox.value.rows.values()].flatMap(({ conversation }) => conversation ?? []);
  const unsent = desk.outbox.value.map(({ clientId }) => clientId);
  const isOnline = desk.phase.value.kind === 'open' && desk.offlineSince.value === 0;
  tell({ type: 'shown', views, inbox, unsent, isOnline });
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
    document: { documentElement: {} },
    addEventListener() {},
    removeEventListener() {},
  });
}
