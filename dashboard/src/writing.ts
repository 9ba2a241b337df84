import { effect } from '@preact/signals';
import type { ConversationId } from '@ventanilla/shared/ids';
import { nowMs } from './clock.ts';
import { alone } from './connection/alone.ts';
import { type Answer, isPassing } from './connection/failure.ts';
import { catchUp, showChange, showEntry } from './conversations.ts';
import * as desk from './desk.ts';
import { outboxNames } from './drafts.ts';
import { newClientId } from './ids.ts';
import { call } from './live.ts';
import {
  confirm,
  drop,
  inOrder,
  mark,
  mirror,
  nextPosition,
  nextToSend,
  type Outbox,
  put,
  type Unsent,
  type WritingKind,
} from './model/outbox.ts';
import { onRemembered, recall, remember, rememberedNames } from './remembered.ts';

const retryMs = 4_000;

export type Written = Pick<Unsent, 'kind' | 'body' | 'files' | 'seenSeq'>;

/** Puts what was written on its way: shown at once, kept in the browser until the server has it, sent as soon as it can be. */
export function write(conversationId: ConversationId, written: Written): void {
  desk.outbox.value = put(desk.outbox.value, {
    ...written,
    clientId: newClientId(),
    conversationId,
    position: nextPosition([...storedOutbox(), ...desk.outbox.value]),
    writtenAt: nowMs(),
    state: 'waiting',
    failure: null,
  });
  sendWaiting();
}

/** CV6: its author has seen what is new. */
export function sendAnyway(unsent: Unsent, seenSeq: number, kind: WritingKind = unsent.kind): void {
  desk.outbox.value = confirm(desk.outbox.value, unsent.clientId, seenSeq, kind);
  sendWaiting();
}

export function takeBack(clientId: string): void {
  desk.outbox.value = drop(desk.outbox.value, clientId);
  sendWaiting();
}

/** The conversations whose turn this tab has, or has asked for. */
const turns = new Set<ConversationId>();

/** Called whenever something is written, here or in another tab, and whenever the connection is there again. */
export function sendWaiting(): void {
  if (desk.offlineSince.value !== 0) return;
  for (const { conversationId } of nextToSend(desk.outbox.value)) {
    if (turns.has(conversationId)) continue;
    turns.add(conversationId);
    void alone(outboxNames(desk.agentId.value) + conversationId, () => takeTurn(conversationId));
  }
}

/** One tab at a time sends what all of them have written in a conversation, in its order. */
async function takeTurn(conversationId: ConversationId): Promise<void> {
  try {
    forgetSent();
    for (;;) {
      const unsent = nextToSend(desk.outbox.value).find((one) => one.conversationId === conversationId);
      if (!unsent || desk.offlineSince.value !== 0 || !(await send(unsent))) return;
    }
  } finally {
    // Before others have their turn: what is written from now on takes one of its own.
    turns.delete(conversationId);
  }
}

/** Resolves to whether the next one may go. */
async function send(unsent: Unsent): Promise<boolean> {
  const { clientId, conversationId } = unsent;
  desk.outbox.value = mark(desk.outbox.value, clientId, 'sending');
  const answer = await deliver(unsent);
  if (answer.ok) {
    desk.outbox.value = drop(desk.outbox.value, clientId);
  } else if (answer.error.code === 'conflict') {
    await catchUp(conversationId);
    desk.outbox.value = mark(desk.outbox.value, clientId, 'conflict', answer.error);
  } else if (isPassing(answer.error)) {
    desk.outbox.value = mark(desk.outbox.value, clientId, 'waiting', answer.error);
    setTimeout(sendWaiting, retryMs);
  } else {
    desk.outbox.value = mark(desk.outbox.value, clientId, 'failed', answer.error);
  }
  return answer.ok;
}

async function deliver({ clientId, conversationId, kind, body, files, seenSeq }: Unsent): Promise<Answer<unknown>> {
  const said = { conversationId, clientId, body, fileIds: files.map(({ id }) => id) };
  const answer = kind === 'note' ? await call('note:add', said) : await call('message:reply', { ...said, seenSeq });
  if (!answer.ok) return answer;
  showEntry(conversationId, answer.data.entry);
  showChange(answer.data.conversation, 0);
  return answer;
}

/** As the browser keeps it: what is the same object needs no writing. */
let kept: Outbox = [];

/**
 * What an earlier visit of this agent, or another tab, has not sent is here as well, and what changes there changes here;
 * from now on the browser keeps what waits. Each under a name of its own, so that two tabs do not write over each other.
 */
export function keepOutbox(agentId: string): () => void {
  const start = outboxNames(agentId);
  kept = inOrder(storedOutbox(start));
  desk.outbox.value = kept;
  const stopHearing = onRemembered(start, (name) => {
    hear(name.slice(start.length), unsentFrom(recall(name)));
    sendWaiting();
  });
  const stopKeeping = effect(() => {
    for (const { clientId } of kept) {
      if (!desk.outbox.value.some((unsent) => unsent.clientId === clientId)) remember(start + clientId, '');
    }
    for (const unsent of desk.outbox.value) {
      if (!kept.includes(unsent)) remember(start + unsent.clientId, JSON.stringify(unsent));
    }
    kept = desk.outbox.value;
  });
  return () => {
    stopHearing();
    stopKeeping();
  };
}

/** What all tabs have stored: the browser tells of what others write a little later. */
function storedOutbox(start = outboxNames(desk.agentId.value)): Outbox {
  return rememberedNames(start).flatMap((name) => unsentFrom(recall(name)));
}

/** How another tab has it now; gone means sent, or taken back. */
function hear(clientId: string, [unsent]: Unsent[]): void {
  const outbox = unsent ? mirror(desk.outbox.value, unsent) : drop(desk.outbox.value, clientId);
  kept = outbox;
  desk.outbox.value = outbox;
}

/** The browser tells of what others have sent a little later than it gives the turn. */
function forgetSent(): void {
  const start = outboxNames(desk.agentId.value);
  for (const { clientId } of desk.outbox.value) {
    if (recall(start + clientId) === '') hear(clientId, []);
  }
}

/** Only this module writes under that name; whatever does not look like its writing counts as nothing. */
function unsentFrom(text: string): Unsent[] {
  try {
    const stored: unknown = JSON.parse(text);
    return isUnsent(stored) ? [{ ...stored, files: stored.files ?? [], position: stored.position ?? 0 }] : [];
  } catch {
    return [];
  }
}

function isUnsent(stored: unknown): stored is Unsent {
  if (typeof stored !== 'object' || stored === null) return false;
  return 'clientId' in stored && 'conversationId' in stored && 'body' in stored && typeof stored.body === 'string';
}
