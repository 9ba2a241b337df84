import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Lap, runLap } from './lap.ts';
import { aimedCrash } from './trouble.ts';
import { type Counters, counterNames, isGreen } from './verdict.ts';
import { openWorld, type World } from './world.ts';

export interface CampaignOptions {
  seconds: number;
  seed: number;
  killsPerMinute: number;
  faultsPerMinute: number;
  conversations: number;
  storage: 'sqlite' | 'postgres';
}

/** What a lap adds to the report. */
interface Sums {
  /** Processes of the server that were killed, by us or at a crash point (`aimed`). */
  kills: number;
  aimed: number;
  terminations: number;
  pauses: number;
  cuts: number;
  stalls: number;
  delays: number;
  /** Pages that went away without a word and came back, a visitor's or an agent's. */
  tabCrashes: number;
  /** Tabs that were hidden, frozen or without a network for a while. */
  absences: number;
  /** Answers that crossed with something new and were sent all the same (CV6). */
  conflicts: number;
  written: number;
  acknowledged: number;
  refused: number;
  stored: number;
}

/** What a run leaves behind: enough to run it again and to believe it. */
export interface Report extends Sums {
  seed: number;
  /** Of the product and of the checker. */
  commit: string;
  /** Something was not as committed: such a run shows nothing to anybody else. */
  isDirty: boolean;
  date: string;
  storage: CampaignOptions['storage'];
  node: string;
  cores: number;
  /** All of it, with what it took to open and to inspect. */
  seconds: number;
  laps: number;
  acknowledgedPerSecond: number;
  slowestStartMs: number;
  counters: Counters;
}

const root = join(import.meta.dirname, '../..');
/** Where evidence goes that somebody has to look at. */
const evidenceFolder = join(root, 'node_modules/.cache/delivery');
const longestLapSeconds = 75;
const shortestLapSeconds = 5;
/** What opening and inspecting a lap takes, about: none begins that would end long after the time. */
const aroundLapSeconds = 10;
const agents = 2;
const tabs = 2;
const settleMs = 30_000;
/** The shortest that a site may have, so that deadlines come while servers die. */
const pickUpMs = 10_000;

/**
 * Laps until the time is over or a counter is not 0. Each has an installation and people of its own: so the last one is
 * read as thoroughly as the first, and no run gets slower with its length.
 */
export async function runCampaign(options: CampaignOptions, onLap: (report: Report) => void): Promise<Report> {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1_000;
  let report = emptyReport(options);
  do {
    const left = options.seconds - seconds() - aroundLapSeconds;
    const lapSeconds = Math.max(shortestLapSeconds, Math.min(longestLapSeconds, left));
    report = await addLap(report, options, lapSeconds, seconds);
    onLap(report);
  } while (options.seconds - seconds() > aroundLapSeconds + shortestLapSeconds && isGreen(report));
  return report;
}

async function addLap(
  report: Report,
  options: CampaignOptions,
  lapSeconds: number,
  seconds: () => number,
): Promise<Report> {
  const { storage, conversations, killsPerMinute, faultsPerMinute } = options;
  const seed = options.seed + report.laps;
  const world = await openWorld({ storage, seed, agents, breakage: '', pickUpMs });
  try {
    const lap = await runLap(world, {
      seconds: lapSeconds,
      visitors: conversations,
      tabs,
      pauseMs: 40,
      prefix: `${report.laps + 1}·`,
      killsPerMinute,
      faultsPerMinute,
      longestStallMs: 3_000,
      tabCrashesPerMinute: conversations * 2,
      absencesPerMinute: conversations * 2,
      crash: () => aimedCrash(world.chance, 3),
      settleMs,
    });
    if (!isGreen(lap.verdict)) await keepEvidence(seed, world, lap);
    return sum(report, lap, world, seconds(), (await world.reader.read()).entries.length);
  } finally {
    await world.close();
  }
}

function emptyReport({ seed, storage }: CampaignOptions): Report {
  const sums: Sums = {
    kills: 0,
    aimed: 0,
    terminations: 0,
    pauses: 0,
    cuts: 0,
    stalls: 0,
    delays: 0,
    tabCrashes: 0,
    absences: 0,
    conflicts: 0,
    written: 0,
    acknowledged: 0,
    refused: 0,
    stored: 0,
  };
  return {
    seed,
    ...commitHere(),
    date: new Date().toISOString(),
    storage,
    node: process.versions.node,
    cores: availableParallelism(),
    seconds: 0,
    laps: 0,
    ...sums,
    acknowledgedPerSecond: 0,
    slowestStartMs: 0,
    counters: Object.fromEntries(counterNames.map((name) => [name, 0])) as Counters,
  };
}

function sum(report: Report, lap: Lap, { server: { ends }, history }: World, seconds: number, stored: number): Report {
  const written = [...history.written.values()];
  const ofLap: Sums = {
    kills: ends.kills,
    aimed: ends.aimed,
    terminations: ends.terminations,
    pauses: ends.pauses,
    cuts: lap.cuts,
    stalls: lap.stalls,
    delays: lap.delays,
    tabCrashes: lap.tabCrashes,
    absences: lap.absences,
    conflicts: lap.conflicts,
    written: written.length,
    acknowledged: written.filter(({ outcome }) => outcome === 'ok').length,
    refused: written.filter(({ outcome }) => outcome === 'fail').length,
    stored,
  };
  const total = { ...report, counters: { ...report.counters } };
  for (const name of Object.keys(ofLap) as (keyof Sums)[]) total[name] += ofLap[name];
  for (const name of counterNames) total.counters[name] += lap.verdict.counters[name];
  total.laps += 1;
  total.seconds = Math.round(seconds);
  total.acknowledgedPerSecond = Math.round(total.acknowledged / seconds);
  total.slowestStartMs = Math.max(total.slowestStartMs, ends.slowestStartMs);
  return total;
}

/** Reports of earlier campaigns are no part of what is examined. */
function commitHere(): Pick<Report, 'commit' | 'isDirty'> {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  try {
    const isDirty = git('status', '--porcelain', '--', '.', ':!e2e/delivery/campaigns') !== '';
    return { commit: git('rev-parse', 'HEAD'), isDirty };
  } catch {
    return { commit: '', isDirty: true };
  }
}

async function keepEvidence(seed: number, { history, reader }: World, { verdict }: Lap): Promise<void> {
  await mkdir(evidenceFolder, { recursive: true });
  const evidence = { ...verdict, written: [...history.written.values()], stored: await reader.read() };
  const file = join(evidenceFolder, `seed-${seed}.json`);
  await writeFile(file, JSON.stringify(evidence, null, 1));
  console.log(`what was found: ${file}`);
}
