/** What has a place in its reader's own stream: 1, 2, 3 … without gaps (DL2). */
interface Numbered {
  seq: number;
}

/** The entries of one conversation that are shown: a part of the stream without a gap. The same for visitors and for agents. */
export interface Thread<E extends Numbered> {
  entries: readonly E[];
  /** The highest seq that anybody has spoken of; above the last entry means that some are missing (DL5). */
  heardSeq: number;
}

export const emptyThread: Thread<never> = { entries: [], heardSeq: 0 };

export function lastSeq({ entries }: Thread<Numbered>): number {
  return entries.at(-1)?.seq ?? 0;
}

/** 0 while there is nothing; 1 when the beginning is here. */
export function firstSeq({ entries }: Thread<Numbered>): number {
  return entries[0]?.seq ?? 0;
}

/** DL5: ask before showing more. */
export function hasGap(thread: Thread<Numbered>): boolean {
  return thread.heardSeq > lastSeq(thread);
}

/**
 * Whatever is told of a thread: one new entry, what follows the last one, an earlier page, or a snapshot. `entries` ascend
 * without a gap. What joins on is taken, once; what would leave a gap is only remembered as heard, unless it is a snapshot:
 * that takes the place of what is older (DL4). So an answer that comes late, or twice, does no harm.
 */
export function join<E extends Numbered>(thread: Thread<E>, entries: readonly E[], isSnapshot = false): Thread<E> {
  const first = firstSeq(thread);
  const last = lastSeq(thread);
  const from = entries[0]?.seq ?? 0;
  const to = entries.at(-1)?.seq ?? 0;
  const heard = hear(thread, to);
  if (from > last + 1) return isSnapshot ? { ...heard, entries } : heard;
  if (to < first - 1) return heard;
  const earlier = entries.filter(({ seq }) => seq < first);
  return { ...heard, entries: [...earlier, ...thread.entries, ...entries.filter(({ seq }) => seq > last)] };
}

/** Somebody has spoken of an entry without showing it. */
export function hear<E extends Numbered>(thread: Thread<E>, seq: number): Thread<E> {
  return { ...thread, heardSeq: Math.max(thread.heardSeq, seq) };
}
