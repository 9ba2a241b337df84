import { alwaysOpen, type Calendar, type ClosedDates, type OpeningHours } from '@ventanilla/shared/entities/site';
import { weekdays } from '@ventanilla/shared/vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addOpenMinutes, holidayAt, isOpen, nextClosing, nextOpening } from './opening.ts';
import { openMinutes, scanZone } from './wall-clock-for-tests.ts';

const minute = 60_000;
const hour = 60 * minute;
const at = (iso: string) => Date.parse(iso);

function week(openingHours: OpeningHours, timeZone: string, closedDates: readonly ClosedDates[] = []): Calendar {
  return { openingHours, timeZone, closedDates };
}

const office: OpeningHours = {
  mon: [
    { from: 9 * 60, to: 14 * 60 },
    { from: 16 * 60, to: 19 * 60 },
  ],
  fri: [{ from: 22 * 60, to: 2 * 60 }],
};

describe('[SL3] a week in Madrid', () => {
  const zone = 'Europe/Madrid';
  const monday = at('2026-01-12T00:00:00+01:00');

  test('has its hours, several a day', () => {
    expect(isOpen(week(office, zone), monday + 9 * hour - 1)).toBe(false);
    expect(isOpen(week(office, zone), monday + 9 * hour)).toBe(true);
    expect(isOpen(week(office, zone), monday + 14 * hour - 1)).toBe(true);
    expect(isOpen(week(office, zone), monday + 14 * hour)).toBe(false);
    expect(isOpen(week(office, zone), monday + 16 * hour)).toBe(true);
  });

  test('goes on past midnight', () => {
    const saturday = at('2026-01-17T00:00:00+01:00');
    expect(isOpen(week(office, zone), saturday + 2 * hour - 1)).toBe(true);
    expect(isOpen(week(office, zone), saturday + 2 * hour)).toBe(false);
    expect(nextClosing(week(office, zone), saturday)).toBe(saturday + 2 * hour);
  });

  test('says when it opens and closes next', () => {
    expect(nextOpening(week(office, zone), monday)).toBe(monday + 9 * hour);
    expect(nextOpening(week(office, zone), monday + 9 * hour)).toBe(monday + 16 * hour);
    expect(nextClosing(week(office, zone), monday + 9 * hour)).toBe(monday + 14 * hour);
    expect(nextOpening(week(office, zone), monday + 20 * hour)).toBe(monday + 4 * 24 * hour + 22 * hour);
  });

  test('counts only what is open', () => {
    expect(addOpenMinutes(week(office, zone), monday + 13 * hour, 120)).toBe(monday + 17 * hour);
    expect(addOpenMinutes(week(office, zone), monday + 13 * hour, 60)).toBe(monday + 14 * hour);
    expect(addOpenMinutes(week(office, zone), monday, 12 * 60)).toBe(at('2026-01-17T02:00:00+01:00'));
  });
});

describe('[SL3] the ends of an interval on the nights when clocks change', () => {
  const night = (from: number, to: number): OpeningHours => ({ sat: [{ from, to }] });

  test('an end that is skipped moves forward by the gap', () => {
    const from = at('2026-03-28T22:00:00+01:00');
    expect(nextClosing(week(night(22 * 60, 2 * 60 + 30), 'Europe/Madrid'), from)).toBe(at('2026-03-29T03:30:00+02:00'));
  });

  test('of a repeated hour a start takes the first, an end the last', () => {
    const sunday: OpeningHours = { sun: [{ from: 2 * 60 + 30, to: 4 * 60 }] };
    expect(nextOpening(week(sunday, 'Europe/Madrid'), at('2026-10-25T00:00:00+02:00'))).toBe(
      at('2026-10-25T02:30:00+02:00'),
    );
    const from = at('2026-10-24T22:00:00+02:00');
    expect(nextClosing(week(night(22 * 60, 2 * 60 + 30), 'Europe/Madrid'), from)).toBe(at('2026-10-25T02:30:00+01:00'));
  });

  test('the real time between them counts', () => {
    const hours = night(22 * 60, 6 * 60);
    expect(addOpenMinutes(week(hours, 'Europe/Madrid'), at('2026-03-28T22:00:00+01:00'), 7 * 60)).toBe(
      at('2026-03-29T06:00:00+02:00'),
    );
    expect(addOpenMinutes(week(hours, 'Europe/Madrid'), at('2026-10-24T22:00:00+02:00'), 9 * 60)).toBe(
      at('2026-10-25T06:00:00+01:00'),
    );
  });

  test('where midnight is skipped, the evening that moves behind it takes nothing from the next day', () => {
    const hours: OpeningHours = { sat: [{ from: 23 * 60 + 1, to: 2 }], sun: [{ from: 0, to: 24 * 60 }] };
    const sunday = at('2031-03-30T01:00:00Z');
    expect(nextOpening(week(hours, 'America/Nuuk'), sunday - hour)).toBe(sunday);
    expect(addOpenMinutes(week(hours, 'America/Nuuk'), sunday - hour, 60)).toBe(sunday + hour);
  });

  test('an interval that falls into the gap is left out, and the next week comes', () => {
    const hours: OpeningHours = { sun: [{ from: 2 * 60 + 30, to: 3 * 60 }] };
    const from = at('2026-03-22T12:00:00+01:00');
    expect(nextOpening(week(hours, 'Europe/Madrid'), from)).toBe(at('2026-04-05T02:30:00+02:00'));
  });
});

describe('[SL3] closed dates', () => {
  const zone = 'Europe/Madrid';
  const day = [{ from: 9 * 60, to: 18 * 60 }];
  const weekdaysOnly: OpeningHours = { mon: day, tue: day, wed: day, thu: day, fri: day };
  const christmas: ClosedDates = { from: '2026-12-24', to: '2026-12-25', name: 'Navidad' };
  const wednesday = at('2026-12-23T00:00:00+01:00');

  test('shut the doors on their days, and on no other', () => {
    const shut = week(weekdaysOnly, zone, [christmas]);
    expect(isOpen(shut, wednesday + 12 * hour)).toBe(true);
    expect(isOpen(shut, wednesday + 36 * hour)).toBe(false);
    expect(isOpen(shut, wednesday + 60 * hour)).toBe(false);
    expect(isOpen(week(weekdaysOnly, zone), wednesday + 36 * hour)).toBe(true);
    expect(isOpen(shut, at('2026-12-28T12:00:00+01:00'))).toBe(true);
  });

  test('are passed over by what opens next and by every promise', () => {
    const shut = week(weekdaysOnly, zone, [christmas]);
    expect(nextOpening(shut, wednesday + 19 * hour)).toBe(at('2026-12-28T09:00:00+01:00'));
    expect(addOpenMinutes(shut, wednesday + 17 * hour, 120)).toBe(at('2026-12-28T10:00:00+01:00'));
  });

  test('are days of the site’s own zone, and told by name', () => {
    const shut = week(weekdaysOnly, zone, [{ from: '2026-12-25', to: '2026-12-25', name: '' }, christmas]);
    expect(holidayAt(shut, wednesday + 24 * hour - 1)).toBeNull();
    expect(holidayAt(shut, wednesday + 24 * hour)).toEqual(christmas);
    expect(holidayAt(shut, wednesday + 48 * hour)).toEqual(christmas);
    expect(holidayAt(week(weekdaysOnly, 'America/Lima', [christmas]), wednesday + 24 * hour)).toBeNull();
  });

  test('do not cut what began on the evening before, and take what would begin on them', () => {
    const night: OpeningHours = { wed: [{ from: 22 * 60, to: 2 * 60 }], thu: [{ from: 22 * 60, to: 2 * 60 }] };
    const shut = week(night, zone, [{ ...christmas, to: christmas.from }]);
    expect(isOpen(shut, wednesday + 25 * hour)).toBe(true);
    expect(nextClosing(shut, wednesday + 23 * hour)).toBe(wednesday + 26 * hour);
    expect(isOpen(shut, wednesday + 47 * hour)).toBe(false);
    expect(isOpen(shut, wednesday + 49 * hour)).toBe(false);
  });

  test('are the only thing that closes who never closes, however far away', () => {
    const far = week(alwaysOpen, zone, [
      { from: '2028-01-06', to: '2028-01-06', name: 'Reyes' },
      { from: '2027-12-25', to: '2027-12-25', name: 'Navidad' },
      { from: '2025-12-25', to: '2025-12-25', name: 'Navidad' },
    ]);
    expect(nextClosing(far, wednesday)).toBe(at('2027-12-25T00:00:00+01:00'));
    expect(nextOpening(far, at('2027-12-25T08:00:00+01:00'))).toBe(at('2027-12-26T00:00:00+01:00'));
    expect(nextClosing(far, at('2028-02-01T00:00:00+01:00'))).toBe(0);
  });

  test('a whole August, and several that touch, do not hide what comes after them', () => {
    const shut = week(weekdaysOnly, zone, [
      { from: '2026-08-01', to: '2026-08-31', name: 'Vacaciones' },
      { from: '2026-09-01', to: '2026-09-04', name: '' },
    ]);
    expect(nextOpening(shut, at('2026-07-31T18:00:00+02:00'))).toBe(at('2026-09-07T09:00:00+02:00'));
  });

  test('every day of them taken out of the week is what is left', () => {
    const anyClosed = fc
      .array(fc.tuple(fc.integer({ min: -3, max: 40 }), fc.nat(9)), { maxLength: 4 })
      .map((pairs) => pairs.map(([first, days]) => ({ from: isoDay(first), to: isoDay(first + days), name: '' })));
    fc.assert(
      fc.property(anyClosed, fc.integer({ min: 0, max: 40 * 24 }), fc.nat(50), (closedDates, hours, halves) => {
        const now = at('2026-06-01T00:00:00Z') + hours * hour;
        const shut = week(weekdaysOnly, 'UTC', closedDates);
        const isOpenAt = (moment: number) =>
          isOpen(week(weekdaysOnly, 'UTC'), moment) && holidayAt(shut, moment) === null;
        expect(isOpen(shut, now)).toBe(isOpenAt(now));
        let left = halves;
        let moment = now;
        for (; left > 0; moment += 30 * minute) if (isOpenAt(moment)) left -= 1;
        if (halves > 0) expect(addOpenMinutes(shut, now, halves * 30)).toBe(moment);
      }),
      { numRuns: 40 },
    );
  });
});

/** So many days after the first of June 2026. */
function isoDay(days: number): string {
  return new Date(at('2026-06-01T00:00:00Z') + days * 24 * hour).toISOString().slice(0, 10);
}

describe('there is always an answer', () => {
  test('without hours the promise counts in wall time', () => {
    for (const hours of [{}, { mon: [] }]) {
      expect(addOpenMinutes(week(hours, 'Europe/Madrid'), 1_000, 480)).toBe(1_000 + 480 * minute);
      expect(isOpen(week(hours, 'Europe/Madrid'), 1_000)).toBe(false);
      expect(nextOpening(week(hours, 'Europe/Madrid'), 1_000)).toBe(0);
      expect(nextClosing(week(hours, 'Europe/Madrid'), 1_000)).toBe(0);
    }
  });

  test('an interval without length is as good as none', () => {
    const hours: OpeningHours = { mon: [{ from: 24 * 60, to: 0 }] };
    expect(isOpen(week(hours, 'Europe/Madrid'), at('2026-01-13T00:00:00+01:00'))).toBe(false);
    expect(nextOpening(week(hours, 'Europe/Madrid'), 0)).toBe(0);
    expect(addOpenMinutes(week(hours, 'Europe/Madrid'), 0, 5)).toBeLessThan(at('1990-01-01T00:00:00Z'));
  });

  test('a minute a week still ends', () => {
    const due = addOpenMinutes(
      week({ mon: [{ from: 0, to: 1 }] }, 'Europe/Madrid'),
      at('2026-01-12T00:00:00Z'),
      86_400,
    );
    expect(due).toBeGreaterThan(at('2036-01-01T00:00:00Z'));
    expect(due).toBeLessThan(at('2037-01-01T00:00:00Z'));
  });

  test('round the clock it never closes and never opens', () => {
    const now = at('2026-03-28T12:00:00Z');
    expect(isOpen(week(alwaysOpen, 'Africa/Cairo'), now)).toBe(true);
    expect(nextClosing(week(alwaysOpen, 'Africa/Cairo'), now)).toBe(0);
    expect(nextOpening(week(alwaysOpen, 'Africa/Cairo'), now)).toBe(0);
  });
});

const zones = [
  'Europe/Madrid',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Kolkata',
];
const anyZone = fc.constantFrom(...zones);
const anyInterval = fc.record({ from: fc.integer({ min: 0, max: 1_440 }), to: fc.integer({ min: 0, max: 1_440 }) });
const anyHours: fc.Arbitrary<OpeningHours> = fc.record(
  Object.fromEntries(weekdays.map((day) => [day, fc.array(anyInterval, { maxLength: 3 })])),
  { requiredKeys: [] },
);
const anyInstant = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') });
const anyMinutes = fc.integer({ min: 0, max: 5_000 });

describe('addOpenMinutes', () => {
  test('[SL8] round the clock is wall time, to the millisecond', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, anyMinutes, (zone, from, minutes) => {
        expect(addOpenMinutes(week(alwaysOpen, zone), from, minutes)).toBe(from + minutes * minute);
      }),
    );
  });

  test('adding twice is adding once', () => {
    fc.assert(
      fc.property(anyHours, anyZone, anyInstant, anyMinutes, anyMinutes, (hours, zone, from, first, second) => {
        fc.pre(weeklyMinutes(hours) >= 60);
        const between = addOpenMinutes(week(hours, zone), from, first);
        expect(addOpenMinutes(week(hours, zone), between, second)).toBe(
          addOpenMinutes(week(hours, zone), from, first + second),
        );
      }),
    );
  });

  test('later and longer never end sooner', () => {
    fc.assert(
      fc.property(anyHours, anyZone, anyInstant, anyMinutes, anyMinutes, (hours, zone, from, minutes, more) => {
        fc.pre(weeklyMinutes(hours) >= 60);
        const due = addOpenMinutes(week(hours, zone), from, minutes);
        expect(due).toBeGreaterThanOrEqual(from + minutes * minute);
        expect(addOpenMinutes(week(hours, zone), from + more * minute, minutes)).toBeGreaterThanOrEqual(due);
        expect(addOpenMinutes(week(hours, zone), from, minutes + more)).toBeGreaterThanOrEqual(due + more * minute);
      }),
    );
  });
});

/** Around a change of clocks in each zone; Kolkata has none. */
const turns = [
  ['Europe/Madrid', '2026-03-29T01:00:00Z'],
  ['Europe/Madrid', '2026-10-25T01:00:00Z'],
  ['America/New_York', '2026-03-08T07:00:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ['America/Havana', '2026-03-08T05:00:00Z'],
  ['America/Havana', '2026-11-01T05:00:00Z'],
  ['Africa/Cairo', '2026-04-23T22:00:00Z'],
  ['Africa/Cairo', '2026-10-29T21:00:00Z'],
  ['Asia/Kolkata', '2026-06-01T00:00:00Z'],
] as const;

describe.each(turns)('[SL3] minute by minute in %s around %s', (zone, turn) => {
  const scan = scanZone(zone, at(turn) - 6 * 24 * hour, 12 * 24 * 60);
  const first = at(turn) - 3 * 24 * hour;
  const last = at(turn) + 3 * 24 * hour;

  test('a counter that looks at the wall clock agrees', () => {
    const anyMoment = fc.integer({ min: first / minute, max: last / minute }).map((minutes) => minutes * minute);
    fc.assert(
      fc.property(anyHours, anyMoment, fc.nat(2_000), (hours, from, minutes) => {
        const open = openMinutes(hours, scan);
        const isOpenAt = (moment: number) => open.has(moment / minute);
        expect(isOpen(week(hours, zone), from)).toBe(isOpenAt(from));

        const turnsAfter = (wanted: boolean) => {
          for (let moment = from + minute; moment < last; moment += minute) {
            if (isOpenAt(moment) === wanted && isOpenAt(moment - minute) !== wanted) return moment;
          }
          return 0;
        };
        const opening = turnsAfter(true);
        const closing = turnsAfter(false);
        if (opening > 0) expect(nextOpening(week(hours, zone), from)).toBe(opening);
        if (closing > 0) expect(nextClosing(week(hours, zone), from)).toBe(closing);

        let left = minutes;
        let moment = from;
        for (; left > 0 && moment < last; moment += minute) if (isOpenAt(moment)) left -= 1;
        if (left === 0 && minutes > 0) expect(addOpenMinutes(week(hours, zone), from, minutes)).toBe(moment);
      }),
      { numRuns: 40 },
    );
  });
});

function weeklyMinutes(hours: OpeningHours): number {
  const lengths = weekdays
    .flatMap((day) => hours[day] ?? [])
    .map(({ from, to }) => (to > from ? to : to + 1_440) - from);
  return lengths.reduce((sum, length) => sum + length, 0);
}
