import type { TicketStatus } from '@ventanilla/shared/vocabulary';

/**
 * What happened to a ticket, as far as promises ask. `at` is ms UTC; `position` is its place in the installation's one order, which
 * alone tells what came first within a millisecond.
 */
export type SlaEvent = { at: number; position: number } & (
  | /** The requester's words; the first of them are the ticket's beginning. */
  { kind: 'wrote' }
  /** An agent's public answer. SL6: an automatic one answers nothing. */
  | { kind: 'answered'; isAutomatic: boolean }
  | { kind: 'status'; status: TicketStatus }
);

export type TargetKind = 'first_response' | 'next_response' | 'resolution';

/** Why a clock stands still by what people did; null while it may run. */
export type Pause = Extract<TicketStatus, 'pending' | 'onHold' | 'solved'> | null;

/** From `from` (included) to `to` (not included), ms UTC; never empty. */
export interface Stretch {
  from: number;
  to: number;
  pause: Pause;
}

export interface Course {
  /** 0: nothing was owed yet. */
  startedAt: number;
  /** 0: it still is. */
  stoppedAt: number;
  /** As of the last event. */
  pause: Pause;
  /** Without a gap from `startedAt` to `stoppedAt`, or to `now`. */
  stretches: Stretch[];
}

/** While it is owed: since when this stretch runs, and why it stands still. */
interface Running {
  startedAt: number;
  stoppedAt: number;
  isFinal: boolean;
  since: number;
  stretches: Stretch[];
}

/** The course of one target up to `now`, from the events of a ticket in any order. */
export function stretchesOf(events: readonly SlaEvent[], kind: TargetKind, now: number): Course {
  let current: Running | null = null;
  let hasAnswered = false;
  let status: TicketStatus = 'new';
  for (const event of events.filter(({ at }) => at <= now).sort(inOrder)) {
    const { at } = event;
    if (event.kind === 'wrote') {
      if (begins(kind, current, hasAnswered)) current = beginning(at);
    } else if (event.kind === 'answered') {
      if (event.isAutomatic) continue;
      hasAnswered = true;
      if (kind !== 'resolution' && current) stop(current, at, pauseOf(kind, status), true);
    } else {
      if (current) turn(current, at, kind, status, event.status);
      status = event.status;
    }
  }
  if (!current) return { startedAt: 0, stoppedAt: 0, pause: null, stretches: [] };
  const pause = pauseOf(kind, status);
  if (current.stoppedAt === 0) put(current, now, pause);
  return { startedAt: current.startedAt, stoppedAt: current.stoppedAt, pause, stretches: current.stretches };
}

function inOrder(one: SlaEvent, other: SlaEvent): number {
  return one.at - other.at || one.position - other.position;
}

function begins(kind: TargetKind, current: Running | null, hasAnswered: boolean): boolean {
  if (kind === 'next_response') return hasAnswered && (current === null || current.stoppedAt > 0);
  return current === null;
}

function beginning(at: number): Running {
  return { startedAt: at, stoppedAt: 0, isFinal: false, since: at, stretches: [] };
}

/** SL4; and while the requester is waited for, nobody owes them an answer (TK3). A third party excuses no silence. */
function pauseOf(kind: TargetKind, status: TicketStatus): Pause {
  if (status === 'pending') return 'pending';
  if (status === 'onHold') return kind === 'resolution' ? 'onHold' : null;
  return isOver(status) ? 'solved' : null;
}

function isOver(status: TicketStatus): boolean {
  return status === 'solved' || status === 'closed';
}

/** The status changes: a stretch ends. What is solved owes nothing until it is opened again, and that time counts as nothing. */
function turn(current: Running, at: number, kind: TargetKind, before: TicketStatus, after: TicketStatus): void {
  if (current.isFinal || isOver(before) === isOver(after)) {
    if (current.stoppedAt === 0) put(current, at, pauseOf(kind, before));
    return;
  }
  if (isOver(after)) stop(current, at, pauseOf(kind, before), kind === 'next_response');
  else {
    put(current, at, 'solved');
    current.stoppedAt = 0;
  }
}

function stop(current: Running, at: number, pause: Pause, isFinal: boolean): void {
  if (current.stoppedAt > 0) return;
  put(current, at, pause);
  current.stoppedAt = at;
  current.isFinal = isFinal;
}

function put(current: Running, to: number, pause: Pause): void {
  if (to > current.since) current.stretches.push({ from: current.since, to, pause });
  current.since = to;
}
