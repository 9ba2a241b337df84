import { alwaysOpen, type Calendar, type OpeningHours } from '@ventanilla/shared/entities/site';
import { ticketStatuses, weekdays } from '@ventanilla/shared/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Clock, clock, type Target } from './clock.ts';
import { isOpen } from './opening.ts';
import type { SlaEvent, TargetKind } from './stretches.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Madrid, Monday to Friday 9–14 and 16–19; the sixth of January is a holiday. */
const split = [
  { from: 9 * 60, to: 14 * 60 },
  { from: 16 * 60, to: 19 * 60 },
];
const office: Calendar = {
  timeZone: 'Europe/Madrid',
  openingHours: { mon: split, tue: split, wed: split, thu: split, fri: split },
  closedDates: [{ from: '2026-01-06', to: '2026-01-06', name: 'Reyes' }],
};
const always: Calendar = { timeZone: 'UTC', openingHours: alwaysOpen, closedDates: [] };

/** A time of the week of Monday, 12 January 2026, in Madrid. */
const on = (weekday: number, hours: number, minutes = 0) =>
  Date.parse('2026-01-12T00:00:00+01:00') + (weekday - 1) * day + hours * hour + minutes * minute;
let position = 0;
const next = () => {
  position += 1;
  return position;
};
const wrote = (at: number): SlaEvent => ({ at, position: next(), kind: 'wrote' });
const answered = (at: number, isAutomatic = false): SlaEvent => ({
  at,
  position: next(),
  kind: 'answered',
  isAutomatic,
});
const became = (at: number, status: (typeof ticketStatuses)[number]): SlaEvent => ({
  at,
  position: next(),
  kind: 'status',
  status,
});
const target = (kind: TargetKind, minutes: number): Target => ({ kind, minutes, warnShare: 0.8 });
const ledger = ({ segments }: Clock) => segments.map(({ from, to, reason }) => [reason, (to - from) / minute]);

describe('[SL1] each minute is in one segment, and says why it counted', () => {
  test('through a lunch break, a night and a pause', () => {
    const events = [wrote(on(1, 13, 30)), became(on(1, 17), 'pending'), became(on(2, 10), 'open')];
    const seen = clock(events, target('resolution', 480), office, on(2, 11));
    expect(ledger(seen)).toEqual([
      ['open', 30],
      ['closed', 120],
      ['open', 60],
      ['pending', 17 * 60],
      ['open', 60],
    ]);
    expect(seen).toMatchObject({ state: 'running', elapsed: 150 * minute, remaining: 330 * minute });
  });

  test('a holiday is told by its name, and the night before it is none', () => {
    const monday = Date.parse('2026-01-05T18:00:00+01:00');
    const seen = clock([wrote(monday)], target('first_response', 60), office, monday + day + 16 * hour);
    expect(seen.segments.map(({ reason, name }) => name || reason)).toEqual([
      'open',
      'closed',
      'Reyes',
      'closed',
      'open',
    ]);
    expect(seen.state).toBe('breached');
    expect(seen.dueAt).toBe(Date.parse('2026-01-05T19:00:00+01:00'));
  });
});

describe('[SL2] what is owed', () => {
  test('a first response from the first word to the first answer', () => {
    const events = [wrote(on(1, 9)), wrote(on(1, 9, 20)), answered(on(1, 9, 25)), wrote(on(1, 9, 40))];
    expect(clock(events, target('first_response', 30), office, on(1, 12))).toMatchObject({
      state: 'kept',
      startedAt: on(1, 9),
      stoppedAt: on(1, 9, 25),
      elapsed: 25 * minute,
    });
  });

  test('a next response from the first word that has no answer yet, each time anew', () => {
    const events = [wrote(on(1, 9)), answered(on(1, 9, 5)), wrote(on(1, 10)), wrote(on(1, 10, 20))];
    const following = target('next_response', 30);
    expect(clock(events.slice(0, 1), following, office, on(1, 12)).state).toBe('idle');
    expect(clock(events.slice(0, 2), following, office, on(1, 12)).state).toBe('idle');
    expect(clock(events, following, office, on(1, 10, 25))).toMatchObject({ state: 'running', dueAt: on(1, 10, 30) });
    const again = [...events, answered(on(1, 10, 40)), wrote(on(1, 13, 50))];
    expect(clock(again, following, office, on(1, 10, 45))).toMatchObject({ state: 'missed', stoppedAt: on(1, 10, 40) });
    expect(clock(again, following, office, on(1, 13, 55))).toMatchObject({ state: 'running', dueAt: on(1, 16, 20) });
  });

  test('a resolution until it is solved, and again when it is not', () => {
    const solution = target('resolution', 120);
    const events = [wrote(on(1, 9)), answered(on(1, 9, 5)), became(on(1, 10), 'solved')];
    expect(clock(events, solution, office, on(3, 10))).toMatchObject({ state: 'kept', elapsed: hour });
    const reopened = [...events, wrote(on(4, 9)), became(on(4, 9), 'open')];
    expect(clock(reopened, solution, office, on(4, 9, 30))).toMatchObject({ state: 'running', dueAt: on(4, 10) });
  });
});

test('[SL3] intervals are those of the calendar’s own zone', () => {
  const events = [wrote(Date.parse('2026-07-17T16:30:00Z'))];
  const seen = clock(events, target('first_response', 60), office, Date.parse('2026-07-17T16:40:00Z'));
  expect(seen.dueAt).toBe(Date.parse('2026-07-20T07:30:00Z'));
});

test('[SL4] pending and on hold stop the resolution and move its end by exactly the time stopped', () => {
  const solution = target('resolution', 240);
  const before = clock([wrote(on(1, 9))], solution, office, on(1, 10));
  for (const status of ['pending', 'onHold'] as const) {
    const events = [wrote(on(1, 9)), became(on(1, 10), status)];
    expect(clock(events, solution, office, on(1, 11, 30))).toMatchObject({ state: 'paused', elapsed: hour });
    const after = clock([...events, became(on(1, 11), 'open')], solution, office, on(1, 12));
    expect(after.dueAt - before.dueAt).toBe(hour);
    expect(after.elapsed).toBe(2 * hour);
  }
  const excused = [wrote(on(1, 9)), became(on(1, 9, 10), 'onHold')];
  expect(clock(excused, target('first_response', 30), office, on(1, 9, 40)).state).toBe('breached');
});

test('[SL5] another policy or calendar keeps what has elapsed and paused', () => {
  const events = [wrote(on(1, 9)), became(on(1, 10), 'pending'), became(on(1, 12), 'open')];
  const slow = clock(events, target('resolution', 480), office, on(1, 13));
  const fast = clock(events, target('resolution', 90), office, on(1, 13));
  expect(fast.elapsed).toBe(slow.elapsed);
  expect(fast.segments).toEqual(slow.segments);
  expect(fast).toMatchObject({ state: 'breached', dueAt: on(1, 12, 30) });
  const around = clock(events, target('resolution', 480), { ...always, timeZone: 'Europe/Madrid' }, on(1, 20));
  expect(around.elapsed).toBe(9 * hour);
});

test('[SL6] an automatic acknowledgement is no first response', () => {
  const events = [wrote(on(1, 9)), answered(on(1, 9), true)];
  expect(clock(events, target('first_response', 30), office, on(1, 9, 10)).state).toBe('running');
  expect(clock([...events, answered(on(1, 9, 40))], target('first_response', 30), office, on(1, 10)).state).toBe(
    'missed',
  );
});

test('[SL7] the warning comes at its share, the breach with the last minute', () => {
  const first = target('first_response', 100);
  const seen = clock([wrote(on(1, 13))], first, office, on(1, 13, 10));
  expect(seen.warnAt).toBe(on(1, 16, 20));
  expect(seen.dueAt).toBe(on(1, 16, 40));
  expect(clock([wrote(on(1, 13))], first, office, on(1, 16, 40) - 1).state).toBe('running');
  expect(clock([wrote(on(1, 13))], first, office, on(1, 16, 40)).state).toBe('breached');
  expect(clock([wrote(on(1, 13)), answered(on(1, 17))], first, office, on(5, 9))).toMatchObject({
    state: 'missed',
    warnAt: on(1, 16, 20),
    dueAt: on(1, 16, 40),
  });
});

describe('what other desks were reported for', () => {
  test('no minute is lost at midnight', () => {
    const night: Calendar = { ...office, openingHours: { mon: [{ from: 22 * 60, to: 6 * 60 }] } };
    const whole: Calendar = {
      ...office,
      openingHours: { mon: [{ from: 0, to: 1_440 }], tue: [{ from: 0, to: 1_440 }] },
    };
    const events = [wrote(on(1, 23))];
    expect(clock(events, target('first_response', 60), night, on(2, 1)).elapsed).toBe(2 * hour);
    expect(clock(events, target('first_response', 60), whole, on(2, 1)).elapsed).toBe(2 * hour);
    expect(clock(events, target('first_response', 120), whole, on(2, 0)).dueAt).toBe(on(2, 1));
  });

  test('what is opened again after a week is not overdue at once', () => {
    const events = [wrote(on(1, 9)), became(on(1, 10), 'solved'), wrote(on(8, 9)), became(on(8, 9), 'open')];
    const seen = clock(events, target('resolution', 120), office, on(8, 9));
    expect(seen).toMatchObject({ state: 'running', elapsed: hour, remaining: hour, dueAt: on(8, 10) });
    expect(seen.segments.at(-1)).toMatchObject({ reason: 'solved', isCounted: false });
  });

  test('a lunch break is no working time', () => {
    expect(clock([wrote(on(1, 13, 55))], target('first_response', 10), office, on(1, 15)).dueAt).toBe(on(1, 16, 5));
  });

  test('who was answered in minutes has no first response of five days after a second question', () => {
    const events = [wrote(on(1, 9)), answered(on(1, 9, 4)), became(on(1, 9, 30), 'solved')];
    const again = [...events, wrote(on(5, 9)), became(on(5, 9), 'open'), answered(on(5, 9, 10))];
    expect(clock(again, target('first_response', 30), office, on(5, 12)).elapsed).toBe(4 * minute);
    expect(clock(again, target('next_response', 30), office, on(5, 12))).toMatchObject({
      state: 'kept',
      startedAt: on(5, 9),
      elapsed: 10 * minute,
    });
  });

  test('nothing falls due, and nobody is warned, at midnight or on a Sunday', () => {
    const seen = clock([wrote(on(5, 18, 30))], target('first_response', 60), office, on(5, 18, 40));
    expect(seen.warnAt).toBe(on(5, 18, 30) + 2 * day + 14 * hour + 48 * minute);
    for (const moment of [seen.warnAt, seen.dueAt]) expect(isOpen(office, moment - 1)).toBe(true);
  });
});

const kinds: TargetKind[] = ['first_response', 'next_response', 'resolution'];
const anyKind = fc.constantFrom(...kinds);
const zones = ['Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Havana', 'UTC'];
const anyInterval = fc.record({ from: fc.integer({ min: 0, max: 1_440 }), to: fc.integer({ min: 0, max: 1_440 }) });
const anyHours: fc.Arbitrary<OpeningHours> = fc.record(
  Object.fromEntries(weekdays.map((name) => [name, fc.array(anyInterval, { maxLength: 3 })])),
  { requiredKeys: [] },
);
const start = Date.parse('2026-03-20T00:00:00Z');
const anyMoment = fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => start + minutes * minute);
const anyCalendar = fc.record({
  openingHours: anyHours,
  timeZone: fc.constantFrom(...zones),
  closedDates: fc.constantFrom([], [{ from: '2026-03-28', to: '2026-03-29', name: 'Fiesta' }]),
});
const anyEvent: fc.Arbitrary<SlaEvent> = fc.oneof(
  anyMoment.map(wrote),
  fc.tuple(anyMoment, fc.boolean()).map(([at, isAutomatic]) => answered(at, isAutomatic)),
  fc.tuple(anyMoment, fc.constantFrom(...ticketStatuses)).map(([at, status]) => became(at, status)),
);
const placed = (events: SlaEvent[]) => events.map((event, index) => ({ ...event, position: index + 1 }));
const anyEvents = fc.array(anyEvent, { maxLength: 12 }).map(placed);
const anyTarget = fc.tuple(anyKind, fc.integer({ min: 1, max: 5_000 })).map(([kind, minutes]) => target(kind, minutes));

describe('for any history', () => {
  test('[SL1] the segments lie side by side from the start to the stop, or to now, and add up', () => {
    fc.assert(
      fc.property(anyEvents, anyTarget, anyCalendar, anyMoment, (events, wanted, calendar, now) => {
        const { state, startedAt, stoppedAt, segments, elapsed, remaining } = clock(events, wanted, calendar, now);
        if (state === 'idle') return;
        const ends = [startedAt, ...segments.map(({ to }) => to)];
        expect(segments.map(({ from }) => from)).toEqual(ends.slice(0, -1));
        expect(ends.at(-1)).toBe(stoppedAt || now);
        for (const { from, to } of segments) expect(to).toBeGreaterThan(from);
        const counted = segments.filter(({ isCounted }) => isCounted).reduce((sum, { from, to }) => sum + to - from, 0);
        expect(elapsed).toBe(counted);
        expect(elapsed + remaining).toBe(wanted.minutes * minute);
      }),
    );
  });

  test('time passes by adding: while nothing happens, what is counted in two parts is what is counted at once', () => {
    fc.assert(
      fc.property(anyEvents, anyTarget, anyCalendar, anyMoment, anyMoment, (events, wanted, calendar, one, other) => {
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)];
        const known = events.filter(({ at }) => at <= sooner);
        const first = clock(known, wanted, calendar, sooner);
        const second = clock(known, wanted, calendar, later);
        expect(second.elapsed).toBeGreaterThanOrEqual(first.elapsed);
        expect(second.startedAt).toBe(first.startedAt);
        if (first.state === 'running') expect(second.dueAt).toBe(first.dueAt);
        if (first.state === 'breached') expect(second.state).toBe('breached');
        if (first.stoppedAt > 0) expect(second).toEqual(first);
        const between = clock([wrote(sooner)], target('resolution', 1), calendar, later).elapsed;
        if (first.state === 'running' || (first.state === 'breached' && second.elapsed > first.elapsed)) {
          expect(second.elapsed - first.elapsed).toBe(between);
        }
      }),
    );
  });

  test('in which order the events are given, also those of one instant, does not matter', () => {
    const crowded = fc
      .array(
        fc.tuple(anyEvent, fc.nat(3)).map(([event, slot]) => ({ ...event, at: start + slot * hour })),
        { maxLength: 8 },
      )
      .map(placed);
    fc.assert(
      fc.property(
        crowded,
        anyTarget,
        anyCalendar,
        anyMoment,
        fc.infiniteStream(fc.nat(99)),
        (events, wanted, calendar, now, dice) => {
          const shuffled = events
            .map((event) => ({ event, key: dice.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ event }) => event);
          expect(clock(shuffled, wanted, calendar, now)).toEqual(clock(events, wanted, calendar, now));
        },
      ),
    );
  });

  test('[SL8] round the clock loses nothing: elapsed is wall time without the pauses', () => {
    fc.assert(
      fc.property(anyEvents, anyTarget, fc.constantFrom(...zones), anyMoment, (events, wanted, timeZone, now) => {
        const { startedAt, stoppedAt, elapsed, segments } = clock(events, wanted, { ...always, timeZone }, now);
        if (startedAt === 0) return;
        const paused = segments.filter(({ isCounted }) => !isCounted).reduce((sum, { from, to }) => sum + to - from, 0);
        expect(elapsed).toBe((stoppedAt || now) - startedAt - paused);
        expect(segments.every(({ reason }) => reason !== 'closed' && reason !== 'holiday')).toBe(true);
      }),
    );
  });

  test('[SL5] however the promise is changed, the ledger stays', () => {
    fc.assert(
      fc.property(
        anyEvents,
        anyTarget,
        fc.integer({ min: 1, max: 5_000 }),
        anyCalendar,
        anyMoment,
        (events, wanted, minutes, calendar, now) => {
          const one = clock(events, wanted, calendar, now);
          const other = clock(events, { ...wanted, minutes }, calendar, now);
          expect(other.segments).toEqual(one.segments);
          expect(other.elapsed).toBe(one.elapsed);
        },
      ),
    );
  });
});
