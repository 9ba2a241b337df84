import type { Model } from '../../model/model.ts';
import type { PartTexts } from '../parts.ts';

/** A restart takes less: whoever waits longer is told what it may be. */
const restartMs = 10_000;

/** The network is there, the server is not: what is said of it. Undefined where words wait, until it is known to be longer. */
export function whileLost(
  texts: PartTexts['comfort'],
  { lostAt, outgoing }: Model,
  now: number,
): { text: string; canRetry: boolean } | undefined {
  if (now - lostAt > restartMs) return { text: texts.away, canRetry: true };
  return outgoing.length === 0 ? { text: texts.reconnecting, canRetry: false } : undefined;
}
