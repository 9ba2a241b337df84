import type { AgentEntry } from '@ventanilla/shared/entities/entry';
import type { FileRef } from '@ventanilla/shared/entities/file';
import type { ConversationId } from '@ventanilla/shared/ids';
import type { Failure } from '../connection/failure.ts';

export type WritingKind = 'message' | 'note';

/** Something an agent wrote that the server has not acknowledged yet. It is never dropped by itself. */
export interface Unsent {
  clientId: string;
  conversationId: ConversationId;
  kind: WritingKind;
  body: string;
  /** On the server already. */
  files: readonly FileRef[];
  /** CV6: the last seq its author had seen. */
  seenSeq: number;
  /** The order of all tabs, 1 and up: a clock may be set back. 0 for what an earlier build has kept. */
  position: number;
  writtenAt: number;
  state: 'waiting' | 'sending' | 'conflict' | 'failed';
  failure: Failure | null;
}

export type Outbox = readonly Unsent[];

/** As it was written, in whichever tab. */
export function inOrder(outbox: Outbox): Outbox {
  return outbox.toSorted((a, b) => a.position - b.position || a.writtenAt - b.writtenAt);
}

/** After all that is there. */
export function nextPosition(outbox: Outbox): number {
  return 1 + Math.max(0, ...outbox.map(({ position }) => position));
}

/** As another tab has it, or has just written it: the same in all of them. */
export function mirror(outbox: Outbox, unsent: Unsent): Outbox {
  return outbox.some(({ clientId }) => clientId === unsent.clientId)
    ? outbox.map((one) => (one.clientId === unsent.clientId ? unsent : one))
    : inOrder([...outbox, unsent]);
}

/** The same client id twice is one writing (DL1). */
export function put(outbox: Outbox, unsent: Unsent): Outbox {
  return outbox.some(({ clientId }) => clientId === unsent.clientId) ? outbox : [...outbox, unsent];
}

export function mark(outbox: Outbox, clientId: string, state: Unsent['state'], failure: Failure | null = null): Outbox {
  return outbox.map((unsent) => (unsent.clientId === clientId ? { ...unsent, state, failure } : unsent));
}

/** Acknowledged, or its author took it back. */
export function drop(outbox: Outbox, clientId: string): Outbox {
  return outbox.some((unsent) => unsent.clientId === clientId)
    ? outbox.filter((unsent) => unsent.clientId !== clientId)
    : outbox;
}

/** Its author has seen what is new and sends it all the same, perhaps as a note. */
export function confirm(outbox: Outbox, clientId: string, seenSeq: number, kind: WritingKind): Outbox {
  return outbox.map((unsent) =>
    unsent.clientId === clientId ? { ...unsent, seenSeq, kind, state: 'waiting', failure: null } : unsent,
  );
}

/**
 * One conversation keeps its order: the next one goes only when none before it is in question. One that another tab, or an
 * earlier visit, was sending may never have arrived: it goes out again under the same id.
 */
export function nextToSend(outbox: Outbox): Unsent[] {
  const seen = new Set<ConversationId>();
  return outbox.filter((unsent) => {
    if (seen.has(unsent.conversationId)) return false;
    seen.add(unsent.conversationId);
    return unsent.state === 'waiting' || unsent.state === 'sending';
  });
}

/** What still has to be shown below the thread. An entry that came back was sent, though its answer is still on the way (DL1). */
export function unsentOf(outbox: Outbox, conversationId: ConversationId, shown: readonly AgentEntry[]): Unsent[] {
  return outbox.filter(
    (unsent) => unsent.conversationId === conversationId && !shown.some(({ clientId }) => clientId === unsent.clientId),
  );
}

/** What others said in public since this was begun (CV6): colleagues and the visitor. */
export function repliesSince(entries: readonly AgentEntry[], seenSeq: number, agentId: string): AgentEntry[] {
  return entries.filter(({ seq, kind, authorId }) => seq > seenSeq && kind === 'message' && authorId !== agentId);
}
