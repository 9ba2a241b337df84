import type { AgentEntry } from '@ventanilla/shared/entities/entry';

/** The entries of one conversation as agents see them: `shown` has no gap; `held` waits for what comes before it (DL5). */
export interface Thread {
  shown: readonly AgentEntry[];
  held: readonly AgentEntry[];
}

export const emptyThread: Thread = { shown: [], held: [] };

/** A snapshot replaces what we have, but for what was heard after it and for the earlier pages that it continues. */
export function openThread(thread: Thread, entries: readonly AgentEntry[]): Thread {
  const fresh = [...thread.shown, ...thread.held].reduce(addEntry, { shown: [...entries].sort(bySeq), held: [] });
  return addEarlier(fresh, thread.shown);
}

/** A page that ends right before the first one shown; whatever does not join up changes nothing. */
export function addEarlier(thread: Thread, entries: readonly AgentEntry[]): Thread {
  const first = firstSeqOf(thread);
  const earlier = entries.filter(({ seq }) => seq < first).sort(bySeq);
  return earlier.at(-1)?.seq === first - 1 ? { ...thread, shown: [...earlier, ...thread.shown] } : thread;
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

/** 0 while there is nothing; 1 when the beginning is here. */
export function firstSeqOf(thread: Thread): number {
  return thread.shown[0]?.seq ?? 0;
}

export function hasGap(thread: Thread): boolean {
  return thread.held.length > 0;
}

/** Marks are in the visitor's stream; what they do not see, they cannot have read. */
export function isRead({ publicSeq }: AgentEntry, visitorReadSeq: number): boolean {
  return publicSeq > 0 && publicSeq <= visitorReadSeq;
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
