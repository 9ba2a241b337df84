import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rankOf } from '@ventanilla/shared/priority';
import { priorities, ticketStatuses, ticketTypes } from '@ventanilla/shared/vocabulary';
import { expect, it, onTestFinished } from 'vitest';
import { checkNoDeadEnd } from '../actions/health/check-no-dead-end.ts';
import { assemble } from '../assemble.ts';
import { readConfig } from '../config.ts';
import { prepareFirstStart } from '../jobs/first-start.ts';
import { createLogger } from '../lib/logger.ts';
import { createDatabase } from '../storage/postgres/database-for-tests.ts';
import { createDemoClock } from './demo-clock.ts';
import { demoAgeMs, makeDemo } from './make-demo.ts';

const sqlite = async () => '';

async function postgres(): Promise<string> {
  const { url, drop } = await createDatabase();
  onTestFinished(drop);
  return url;
}

it.each([
  ['on SQLite, just after the midnight that follows a change to winter time', sqlite, '2026-10-26T00:01:00+01:00'],
  ['on PostgreSQL, in the small hours of a Sunday', postgres, '2026-07-05T04:30:00+02:00'],
])('tells the same weeks %s', async (_, openDatabase, moment) => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'ventanilla-demo-'));
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
  const databaseUrl = await openDatabase();
  const now = Date.parse(moment);
  const clock = createDemoClock(now - demoAgeMs);
  const config = { ...readConfig({ VENTANILLA_DATA: dataFolder }), databaseUrl };
  const deps = await assemble(config, { clock, log: createLogger('silent') });
  onTestFinished(() => deps.store.close());

  const { sites } = await makeDemo(deps, clock, await prepareFirstStart(deps), now);

  const tickets = await deps.store.tickets.list({ siteIds: Object.values(sites), limit: 100 });
  const tally = Object.groupBy(tickets, ({ reason }) => reason);
  const reasons = Object.fromEntries(Object.entries(tally).map(([reason, { length }]) => [reason, length]));
  expect(reasons).toEqual({
    out_of_hours: 4,
    no_agent_available: 2,
    not_picked_up: 9,
    agent_lost: 1,
    visitor_left: 2,
    visitor_asked: 5,
    not_solved: 3,
    agent_decided: 35,
    follow_up: 1,
  });
  const statuses = new Set(tickets.map(({ status }) => status));
  expect(statuses).toEqual(new Set(ticketStatuses));
  expect(new Set(tickets.map(({ type }) => type))).toEqual(new Set(ticketTypes));
  expect(new Set(tickets.map(({ priority }) => priority))).toEqual(new Set(priorities.map(rankOf)));
  expect(tickets.filter(({ priorityReason }) => priorityReason !== '').length).toBeGreaterThan(0);
  expect(Object.values(await checkNoDeadEnd(deps))).toEqual([0, 0, 0, 0]);
});
