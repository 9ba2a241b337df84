import type { Tally } from './talk.ts';

/** What a scenario found; `did` says what was really done, with its counts. */
export interface Finding extends Tally {
  did: Record<string, string | number | boolean>;
  /** What should have been otherwise. */
  wrong: string[];
}

/** No limit of one address meets what a hundred people do from here. */
export const settings = {
  VENTANILLA_LOG_LEVEL: 'error',
  VENTANILLA_RATE_READ: '1000000',
  VENTANILLA_RATE_WRITE: '1000000',
  VENTANILLA_RATE_SESSION: '1000000',
  VENTANILLA_RATE_UPLOAD_MB: '100000',
};

/** Counters that must be 0, and the scenario's own expectations. */
export function judge(tally: Tally, did: Finding['did'], expectations: Record<string, boolean>): Finding {
  const { neverAcknowledged, acknowledgedButLost, storedTwice, gaps, disordered } = tally;
  const wrong = [
    ...Object.entries({ neverAcknowledged, acknowledgedButLost, storedTwice, gaps, disordered }).filter(
      ([, count]) => count > 0,
    ),
    ...Object.entries(expectations).filter(([, isMet]) => !isMet),
  ].map(([name]) => name);
  return { ...tally, did, wrong };
}
