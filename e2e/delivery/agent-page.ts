import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import type { ConversationId } from '@ventanilla/shared/ids';
import { seededChance } from '../bench/seeded-chance.ts';
import { dashboardBreakages } from './breakages/dashboard.ts';
import type { View } from './evidence.ts';
import { clientIdsIn } from './history.ts';
import { tapLines } from './line-tap.ts';

/*
 * An agent's page, in a thread of its own: the dashboard's session, news, writing and models as they are, and no screen.
 * What it keeps in the browser is told at once to the one who started it, so that it survives when this thread is ended.
 */

export interface AgentPageData {
  name: string;
  /** The port of the proxy that carries this agent's cookie. */
  door: number;
  seed: number;
  stored: [string, string][];
  /** Longest pause between two acts, ms; 0: does only what it is told. */
  pauseMs: number;
  /** '' for the dashboard as it is. */
  breakage: string;
}

export type FromAgentPage =
  | { type: 'stored'; name: string; value: string | null }
  | { type: 'written'; clientId: string; kind: 'message' | 'note'; body: string; key: string }
  | { type: 'sent'; clientId: string }
  | { type: 'heard'; clientId: string }
  | { type: 'confirmed' }
  | { type: 'failed'; clientId: string; code: string }
  | { type: 'shown'; views: View[]; inbox: ConversationSummary[]; unsent: string[]; isOnline: boolean }
  | { type: 'read'; views: View[] }
  | { type: 'done' };
export type ToAgentPage =
  | { type: 'rest' }
  | { type: 'show' }
  | { type: 'readAll'; ids: ConversationId[] }
  | { type: 'open'; id: ConversationId }
  | { type: 'write'; id: ConversationId; body: string }
  | { type: 'settle'; isAgain: boolean };

const { name, door, seed, stored, pauseMs, breakage } = workerData as AgentPageData;
const lookEveryMs = 10;
const quietLooks = 10;
const tell = (message: FromAgentPage) => parentPort?.postMessage(message);
/** What this page has in its outbox, or had: only of these it matters whether the server has spoken. */
const own = new Set<string>();
let unanswered = 0;
prepareBrowser();
tapLines(door, {
  hear(text) {
    for (const clientId of clientIdsIn(text)) if (own.delete(clientId)) tell({ type: 'heard', clientId });
  },
  ask() {
    unanswered += 1;
    return () => {
      unanswered -= 1;
    };
  },
});
chooseModules();
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
let isResting = pauseMs === 0;
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
  else if (message.type === 'readAll') void readAll(message.ids);
  else void follow(message).then(() => tell({ type: 'done' }));
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
    write(opened.id, what === 2 ? 'note' : 'message', words(), lastSeq(opened.thread));
  }
}

/** One thing that this agent is told to do. */
async function follow(told: Extract<ToAgentPage, { type: 'open' | 'write' | 'settle' }>): Promise<void> {
  if (told.type === 'write') return write(told.id, 'message', told.body, lastSeq(threadNow()));
  await settle();
  if (told.type === 'open') {
    await conversations.openConversation(told.id);
    await conversations.actOn('conversation:take', { conversationId: told.id });
  } else if (told.isAgain) {
    lookAt();
    await settle();
  }
}

/** What an answer leads to begins within a turn or two. */
async function settle(): Promise<void> {
  for (let looks = 0; looks < quietLooks; looks = isQuiet() ? looks + 1 : 0) {
    if (!isOnline()) lookAt();
    await pause(lookEveryMs);
  }
}

const isOnline = () => desk.phase.value.kind === 'open' && desk.offlineSince.value === 0;
const isQuiet = () => isOnline() && desk.outbox.value.length === 0 && unanswered === 0;

/** Somebody comes back to it: a line that is gone is tried at once, one that is there is asked whether it serves. */
function lookAt(): void {
  document.dispatchEvent(new Event('visibilitychange'));
}

function words(): string {
  said += 1;
  return `${name} ${said} · ${'ñ'.repeat(chance(40))}`;
}

function write(key: ConversationId, kind: 'message' | 'note', body: string, seenSeq: number): void {
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
  tell({ type: 'shown', views: viewsOf(false), inbox, unsent, isOnline: isOnline() });
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
    location: { protocol: 'http:', host: `127.0.0.1:${door}` },
    document: Object.assign(new EventTarget(), { documentElement: {}, visibilityState: 'visible' }),
    addEventListener() {},
    removeEventListener() {},
  });
}

/**
 * The Socket.IO client with the part that its build for browsers has: over the thread's own `WebSocket`. A breakage takes the
 * place of one module of the dashboard for whoever imports it, and itself imports the real one.
 */
function chooseModules(): void {
  const broken = dashboardBreakages[breakage];
  const breakages = new URL('./breakages/', import.meta.url).href;
  const whole = broken && new URL(`../../dashboard/src/${broken.module}`, import.meta.url).href;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const isNodes = specifier.endsWith('/websocket.node.js');
      const resolved = nextResolve(isNodes ? specifier.replace('.node.js', '.js') : specifier, context);
      if (!broken || resolved.url !== whole || context.parentURL?.startsWith(breakages)) return resolved;
      return { ...resolved, url: breakages + broken.by };
    },
  });
}
