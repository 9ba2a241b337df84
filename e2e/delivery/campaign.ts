import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Lap, runLap } from './lap.ts';
import { aimedCrash } from './trouble.ts';
import { type Counters, isGreen } from './verdict.ts';
import { openWorld, type World } from './world.ts';

export interface CampaignOptions {
  seconds: number;
  seed: number;
  killsPerMinute: number;
  conversations: number;
  storage: 'sqlite' | 'postgres';
}

/** What a run leaves behind: enough to run it again and to believe it. */
export interface Report {
  seed: number;
  commit: string;
  date: string;
  storage: string;
  seconds: number;
  laps: number;
  /** Processes of the server that were killed, by us or at a crash point (`aimed`). */
  kills: number;
  aimed: number;
  terminations: number;
  pauses: number;
  slowestStartMs: number;
  cuts: number;
  stalls: number;
  tabCrashes: number;
  written: number;
  acknowledged: number;
  refused: number;
  stored: number;
  counters: Counters;
}

const root = join(import.meta.dirname, '../..');
/** Where evidence goes that somebody has to look at. */
const evidenceFolder = join(root, 'node_modules/.cache/delivery');
const longestLapSeconds = 40;
const agents = 2;
const tabs = 2;
const settleMs = 30_000;

/** Laps until the time is over or a counter is not 0. */
export async function runCampaign(options: CampaignOptions, onLap: (report: Report) => void): Promise<Report> {
  const startedAt = performance.now();
  const world = await openWorld({ storage: options.storage, seed: options.seed, agents, breakage: '' });
  const laps: Lap[] = [];
  const left = () => options.seconds - (performance.now() - startedAt) / 1_000;
  let report: Report;
  do {
    const lap = await runLap(world, {
      seconds: Math.max(5, Math.min(longestLapSeconds, left())),
      visitors: options.conversations,
      tabs,
      pauseMs: 150,
      prefix: `${laps.length + 1}·`,
      killsPerMinute: options.killsPerMinute,
      faultsPerMinute: options.conversations * 6,
      longestStallMs: 3_000,
      tabCrashesPerMinute: options.conversations * 2,
      crash: () => aimedCrash(world.chance, 3),
      settleMs,
    });
    laps.push(lap);
    report = await reportOf(options, world, laps, (performance.now() - startedAt) / 1_000);
    onLap(report);
    if (!isGreen(lap.verdict)) await keepEvidence(options.seed, world, lap);
  } while (left() > 5 && laps.every(({ verdict }) => isGreen(verdict)));
  await world.close();
  return report;
}

async function reportOf(
  { seed, storage }: CampaignOptions,
  { server, history, reader }: World,
  laps: Lap[],
  seconds: number,
): Promise<Report> {
  const written = [...history.written.values()];
  const sum = (of: (lap: Lap) => number) => laps.reduce((total, lap) => total + of(lap), 0);
  return {
    seed,
    commit: commitHere(),
    date: new Date().toISOString(),
    storage: `${storage}, ${availableParallelism()} cores, Node ${process.versions.node}`,
    seconds: Math.round(seconds),
    laps: laps.length,
    kills: server.ends.kills,
    aimed: server.ends.aimed,
    terminations: server.ends.terminations,
    pauses: server.ends.pauses,
    slowestStartMs: server.ends.slowestStartMs,
    cuts: sum(({ cuts }) => cuts),
    stalls: sum(({ stalls }) => stalls),
    tabCrashes: sum(({ tabCrashes }) => tabCrashes),
    written: written.length,
    acknowledged: written.filter(({ outcome }) => outcome === 'ok').length,
    refused: written.filter(({ outcome }) => outcome === 'fail').length,
    stored: (await reader.read()).entries.length,
    counters: laps.at(-1)?.verdict.counters as Counters,
  };
}

/** With `+` when the working tree is not what was committed. */
function commitHere(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+');
  } catch {
    return '';
  }
}

async function keepEvidence(seed: number, { history, reader }: World, { verdict }: Lap): Promise<void> {
  await mkdir(evidenceFolder, { recursive: true });
  const evidence = { ...verdict, written: [...history.written.values()], stored: await reader.read() };
  const file = join(evidenceFolder, `seed-${seed}.json`);
  await writeFile(file, JSON.stringify(evidence, null, 1));
  console.log(`what was found: ${file}`);
}
