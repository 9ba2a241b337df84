import type { Calendar } from '@ventanilla/shared/entities/site';
import { addOpenTime, holidayAt, holidayBounds, openSpans } from './opening.ts';
import { type Pause, type SlaEvent, type Stretch, stretchesOf, type TargetKind } from './stretches.ts';

/** SL2. What was promised for one target. */
export interface Target {
  kind: TargetKind;
  /** Of opening time, above 0. */
  minutes: number;
  /** SL7. The share of them after which somebody is warned, 0 to 1. */
  warnShare: number;
}

/** Why a stretch of time counted, or did not. */
export type SegmentReason = 'open' | 'closed' | 'holiday' | NonNullable<Pause>;

/** SL1. From `from` (included) to `to` (not included), ms UTC. */
export interface Segment {
  from: number;
  to: number;
  isCounted: boolean;
  reason: SegmentReason;
  /** A holiday's name, or ''. */
  name: string;
}

/**
 * `idle`: nothing is owed. `running`, `paused`: it is, and there is time. `breached`: it is, and there is none. `kept`,
 * `missed`: it was given, in time or not.
 */
export type ClockState = 'idle' | 'running' | 'paused' | 'breached' | 'kept' | 'missed';

/** Instants are ms UTC, 0: none. Durations ms. */
export interface Clock {
  state: ClockState;
  startedAt: number;
  stoppedAt: number;
  /** When a share of the time is used up, and all of it: as it was, or as it will be if it goes on from now. */
  warnAt: number;
  dueAt: number;
  elapsed: number;
  /** Below 0 once it is overdue. */
  remaining: number;
  segments: Segment[];
}

const minuteMs = 60_000;

const idle: Clock = {
  state: 'idle',
  startedAt: 0,
  stoppedAt: 0,
  warnAt: 0,
  dueAt: 0,
  elapsed: 0,
  remaining: 0,
  segments: [],
};

/**
 * SL1, SL3–SL6, SL8. What the events of a ticket make of a promise, as of `now`: later events are not looked at, and in which order
 * they are given does not matter. Nothing is remembered between two calls, so a changed priority, policy or calendar
 * counts from the beginning, with what had elapsed and paused.
 */
export function clock(events: readonly SlaEvent[], target: Target, calendar: Calendar, now: number): Clock {
  const { startedAt, stoppedAt, pause, stretches } = stretchesOf(events, target.kind, now);
  if (startedAt === 0) return idle;
  const segments = stretches.flatMap((stretch) => segmentsOf(stretch, calendar)).reduce(joined, []);
  const elapsed = segments.reduce((sum, { from, to, isCounted }) => sum + (isCounted ? to - from : 0), 0);
  const allowed = target.minutes * minuteMs;
  const until = stoppedAt || now;
  const reachedAt = (time: number) =>
    elapsed >= time ? whenElapsed(segments, time) : addOpenTime(calendar, until, time - elapsed);
  const isLate = elapsed >= allowed;
  const owed: ClockState = isLate ? 'breached' : pause === null ? 'running' : 'paused';
  const given: ClockState = isLate ? 'missed' : 'kept';
  return {
    state: stoppedAt > 0 ? given : owed,
    startedAt,
    stoppedAt,
    warnAt: reachedAt(Math.floor(allowed * target.warnShare)),
    dueAt: reachedAt(allowed),
    elapsed,
    remaining: allowed - elapsed,
    segments,
  };
}

/** When so much had been counted, ms UTC. */
function whenElapsed(segments: readonly Segment[], time: number): number {
  let left = time;
  for (const { from, to, isCounted } of segments) {
    if (!isCounted) continue;
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  throw new RangeError(`${time} ms have not been counted`);
}

function segmentsOf({ from, to, pause }: Stretch, calendar: Calendar): Segment[] {
  if (pause !== null) return [{ from, to, isCounted: false, reason: pause, name: '' }];
  const segments: Segment[] = [];
  let at = from;
  for (const { start, end } of openSpans(calendar, from, to)) {
    segments.push(...closedBetween(calendar, at, start));
    segments.push({ from: start, to: end, isCounted: true, reason: 'open', name: '' });
    at = end;
  }
  return [...segments, ...closedBetween(calendar, at, to)];
}

/** Nobody was here: a holiday where there is one, by its name. */
function closedBetween(calendar: Calendar, from: number, to: number): Segment[] {
  const ends = [...holidayBounds(calendar, from, to), to];
  let at = from;
  return ends.flatMap((end) => {
    if (end <= at) return [];
    const holiday = holidayAt(calendar, at);
    const segment: Segment = {
      from: at,
      to: end,
      isCounted: false,
      reason: holiday ? 'holiday' : 'closed',
      name: holiday?.name ?? '',
    };
    at = end;
    return [segment];
  });
}

/** What follows without a change of reason is one segment. */
function joined(segments: Segment[], next: Segment): Segment[] {
  const last = segments.at(-1);
  if (last?.reason !== next.reason || last.name !== next.name) return [...segments, next];
  return [...segments.slice(0, -1), { ...last, to: next.to }];
}
