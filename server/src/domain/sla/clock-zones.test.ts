import type { OpeningHours } from '@ventanilla/shared/entities/site';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { clock } from './clock.ts';
import type { SlaEvent } from './stretches.ts';
import { openMinutes, scanZone } from './wall-clock-for-tests.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Thirty zones: those whose clocks change in unlike ways, at unlike hours, and some whose clocks never do. */
const zones = [
  ...['Europe/Madrid', 'Atlantic/Canary', 'Europe/London', 'Europe/Dublin', 'Europe/Lisbon', 'Atlantic/Azores'],
  ...['Europe/Chisinau', 'Europe/Athens', 'Asia/Beirut', 'Asia/Jerusalem', 'Africa/Cairo', 'Africa/Casablanca'],
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Anchorage'],
  ...['America/Havana', 'America/St_Johns', 'America/Nuuk', 'America/Santiago', 'America/Asuncion', 'America/Bogota'],
  ...['Pacific/Auckland', 'Pacific/Chatham', 'Pacific/Norfolk', 'Australia/Lord_Howe', 'Australia/Sydney'],
  ...['Antarctica/Troll', 'Asia/Kolkata'],
];

/** Five years of changes from 2027 on. */
function turnsOf(zone: string): number[] {
  const turns: number[] = [];
  const end = Date.parse('2032-01-01T00:00:00Z');
  let at = Temporal.Instant.from('2027-01-01T00:00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (at && at.epochMilliseconds < end) {
    turns.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition('next');
  }
  return turns;
}

const anyInterval = fc.record({ from: fc.integer({ min: 0, max: 1_440 }), to: fc.integer({ min: 0, max: 1_440 }) });
const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const anyHours: fc.Arbitrary<OpeningHours> = fc.record(
  Object.fromEntries(names.map((name) => [name, fc.array(anyInterval, { minLength: 1, maxLength: 2 })])),
);

test.each(zones)('[SL3] in %s, two days on both sides of each change, minutes counted one by one agree', (zone) => {
  for (const turn of turnsOf(zone)) {
    const scan = scanZone(zone, turn - 6 * day, 12 * 24 * 60);
    const first = (turn - 2 * day) / minute;
    const anyMinute = fc.integer({ min: first, max: first + 4 * 24 * 60 });
    fc.assert(
      fc.property(anyHours, fc.tuple(anyMinute, anyMinute, anyMinute, anyMinute), (openingHours, some) => {
        const [wrote = 0, held = 0, freed = 0, now = 0] = [...some].sort((a, b) => a - b);
        const events: SlaEvent[] = [
          { at: wrote * minute, position: 1, kind: 'wrote' },
          { at: held * minute, position: 2, kind: 'status', status: 'pending' },
          { at: freed * minute, position: 3, kind: 'status', status: 'open' },
        ];
        const calendar = { timeZone: zone, openingHours, closedDates: [] };
        const target = { kind: 'resolution', minutes: 600, warnShare: 0.8 } as const;
        const open = openMinutes(openingHours, scan);
        let counted = 0;
        for (let at = wrote; at < now; at += 1) if (open.has(at) && !(at >= held && at < freed)) counted += 1;
        const seen = clock(events, target, calendar, now * minute);
        expect(seen.elapsed).toBe(counted * minute);
      }),
      { numRuns: 3 },
    );
  }
});
