import type pg from 'pg';
import type { Probe } from '../probe.ts';
import { locks } from './locks.ts';
import { postgresError } from './postgres-error.ts';

/**
 * Gives committed rows their place in the one order of entries and events. Sequence numbers are given before the commit
 * and commits do not come in order, so a cursor over them would lose rows; this counter runs after the commit.
 */
export interface Sequencer {
  /** Resolves when whatever was committed before the call is placed. Calls during a run share the next one. */
  place(): Promise<void>;
}

/** One counter, entries before events; within a conversation by seq, within a subject by version. */
const placeText = `WITH unplaced AS (
    SELECT id, true AS is_entry, row_number() OVER (ORDER BY conversation_id, seq) AS place FROM entries WHERE position = 0
    UNION ALL
    SELECT id, false, (SELECT count(*) FROM entries WHERE position = 0)
      + row_number() OVER (ORDER BY subject_kind, subject_id, version, id) FROM events WHERE position = 0
  ), counter AS (
    UPDATE counters SET value = value + (SELECT count(*) FROM unplaced) WHERE name = 'position'
    RETURNING value - (SELECT count(*) FROM unplaced) AS before
  ), placed_entries AS (
    UPDATE entries SET position = counter.before + unplaced.place FROM unplaced, counter
    WHERE unplaced.is_entry AND entries.id = unplaced.id
  )
  UPDATE events SET position = counter.before + unplaced.place FROM unplaced, counter
  WHERE NOT unplaced.is_entry AND events.id = unplaced.id`;

export function createSequencer(pool: pg.Pool, probe: Probe | undefined): Sequencer {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  async function placeOnce(): Promise<void> {
    await probe?.('before-place');
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT pg_advisory_xact_lock($1)', [locks.place]);
      // A statement of its own, so that it sees what was committed while this process waited for the lock.
      await client.query({ name: 'place', text: placeText });
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw postgresError(error);
    } finally {
      client.release();
    }
    await probe?.('after-place');
  }

  function start(): Promise<void> {
    const run = placeOnce().finally(() => {
      if (running === run) running = null;
    });
    running = run;
    return run;
  }

  return {
    place() {
      if (!running) return start();
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = null;
          return start();
        });
      return next;
    },
  };
}
