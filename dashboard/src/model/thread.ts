import type { AgentEntry } from '@ventanilla/shared/entities/entry';

/** The entries of one conversation as agents see them: `shown` has no gap; `held` waits for what comes before it (DL5). */
export interface Thread {
  shown: readonly AgentEntry[];
  held: readonly AgentEntry[];
}

export const emptyThread: Thread = { shown: [], held: [] };

/** A snapshot replaces what we have, but for what was heard after it. */
export function openThread(thread: Thread, entries: readonly AgentEntry[]): Thread {
  return [...thread.shown, ...thread.held].reduce(addEntry, { shown: [...entries].sort(bySeq), held: [] });
}

/** One entry from an event or an answer: once, in order, and never before the one that precedes it. */
export function addEntry(thread: Thread, entry: AgentEntry): Thread {
  const last = lastSeqOf(thread);
  if (entry.seq <= last) return thread;
  if (entry.seq > last + 1 && thread.shown.length > 0) return hold(thread, entry);
  return absorb({ shown: [...thread.shown, entry], held: thread.held });
}

/** The answer to a gap: what follows `lastSeqOf`, or a fresh last page when the gap was too large (DL4). */
export function fillGap(thread: Thread, answer: { entries: readonly AgentEntry[]; isSnapshot: boolean }): Thread {
  if (answer.isSnapshot) return openThread({ shown: [], held: thread.held }, answer.entries);
  return absorb([...answer.entries].sort(bySeq).reduce(addEntry, thread));
}

export function lastSeqOf(thread: Thread): number {
  return thread.shown.at(-1)?.seq ?? 0;
}

export function hasGap(thread: Thread): boolean {
  return thread.held.length > 0;
}

/** Until which of our seqs the visitor has read; 0 when the beginning is not here, since theirs counts public entries only. */
export function readUntil(thread: Thread, visitorReadSeq: number): number {
  if (thread.shown[0]?.seq !== 1) return 0;
  return thread.shown.filter((entry) => entry.isPublic)[visitorReadSeq - 1]?.seq ?? 0;
}

function hold(thread: Thread, entry: AgentEntry): Thread {
  if (thread.held.some(({ seq }) => seq === entry.seq)) return thread;
  return { shown: thread.shown, held: [...thread.held, entry].sort(bySeq) };
}

function absorb(thread: Thread): Thread {
  const shown = [...thread.shown];
  const held: AgentEntry[] = [];
  for (const entry of thread.held) {
    const last = shown.at(-1)?.seq ?? 0;
    if (entry.seq === last + 1) shown.push(entry);
    else if (entry.seq > last) held.push(entry);
  }
  return { shown, held };
}

function bySeq(a: AgentEntry, b: AgentEntry): number {
  return a.seq - b.seq;
}
