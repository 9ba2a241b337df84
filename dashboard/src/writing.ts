import { effect } from '@preact/signals';
import type { ConversationId } from '@ventanilla/shared/ids';
import { nowMs } from './clock.ts';
import { type Answer, isPassing } from './connection/failure.ts';
import { catchUp, showChange, showEntry } from './conversations.ts';
import * as desk from './desk.ts';
import { outboxNames } from './drafts.ts';
import { newClientId } from './ids.ts';
import { call } from './live.ts';
import {
  confirm,
  drop,
  mark,
  nextToSend,
  type Outbox,
  put,
  type Unsent,
  type WritingKind,
  waitAgain,
} from './model/outbox.ts';
import { recall, remember, rememberedNames } from './remembered.ts';

const retryMs = 4_000;

export type Written = Pick<Unsent, 'kind' | 'body' | 'files' | 'seenSeq'>;

/** Puts what was written on its way: shown at once, kept in the browser until the server has it, sent as soon as it can be. */
export function write(conversationId: ConversationId, written: Written): void {
  desk.outbox.value = put(desk.outbox.value, {
    ...written,
    clientId: newClientId(),
    conversationId,
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

/** Called whenever the connection is there again. */
export function sendAgain(): void {
  desk.outbox.value = waitAgain(desk.outbox.value);
  sendWaiting();
}

function sendWaiting(): void {
  if (desk.offlineSince.value !== 0) return;
  for (const unsent of nextToSend(desk.outbox.value)) void send(unsent);
}

async function send(unsent: Unsent): Promise<void> {
  const { clientId, conversationId } = unsent;
  desk.outbox.value = mark(desk.outbox.value, clientId, 'sending');
  const answer = await deliver(unsent);
  if (answer.ok) {
    desk.outbox.value = drop(desk.outbox.value, clientId);
    sendWaiting();
  } else if (answer.error.code === 'conflict') {
    await catchUp(conversationId);
    desk.outbox.value = mark(desk.outbox.value, clientId, 'conflict', answer.error);
  } else if (isPassing(answer.error)) {
    desk.outbox.value = mark(desk.outbox.value, clientId, 'waiting', answer.error);
    setTimeout(sendWaiting, retryMs);
  } else {
    desk.outbox.value = mark(desk.outbox.value, clientId, 'failed', answer.error);
  }
}

async function deliver({ clientId, conversationId, kind, body, files, seenSeq }: Unsent): Promise<Answer<unknown>> {
  const said = { conversationId, clientId, body, fileIds: files.map(({ id }) => id) };
  const answer = kind === 'note' ? await call('note:add', said) : await call('message:reply', { ...said, seenSeq });
  if (!answer.ok) return answer;
  showEntry(conversationId, answer.data.entry);
  showChange(answer.data.conversation, 0);
  return answer;
}

/**
 * What an earlier visit of this agent left behind comes back; from now on the browser keeps what waits. Each under a
 * name of its own, so that two tabs do not write over each other.
 */
export function keepOutbox(agentId: string): () => void {
  const start = outboxNames(agentId);
  const stored = rememberedNames(start).flatMap((name) => unsentFrom(recall(name)));
  desk.outbox.value = waitAgain(stored.sort((a, b) => a.writtenAt - b.writtenAt));
  let kept: Outbox = [];
  return effect(() => {
    for (const { clientId } of kept) {
      if (!desk.outbox.value.some((unsent) => unsent.clientId === clientId)) remember(start + clientId, '');
    }
    for (const unsent of desk.outbox.value) remember(start + unsent.clientId, JSON.stringify(unsent));
    kept = desk.outbox.value;
  });
}

/** Only this module writes under that name; whatever does not look like its writing counts as nothing. */
function unsentFrom(text: string): Unsent[] {
  try {
    const stored: unknown = JSON.parse(text);
    return isUnsent(stored) ? [{ ...stored, files: stored.files ?? [] }] : [];
  } catch {
    return [];
  }
}

function isUnsent(stored: unknown): stored is Unsent {
  if (typeof stored !== 'object' || stored === null) return false;
  return 'clientId' in stored && 'conversationId' in stored && 'body' in stored && typeof stored.body === 'string';
}
