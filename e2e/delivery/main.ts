import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Report, runCampaign } from './campaign.ts';
import { checkBreakages } from './check-breakages.ts';
import { counterNames, isGreen } from './verdict.ts';
import { closeWorlds } from './world.ts';

/*
 * `node e2e/delivery/main.ts`: one campaign against the product as it is, then exit code 0 if every counter is 0
 * and there was something to survive.
 * `--breakages` runs the proof that the checker bites instead, or for some names only.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    'kills-per-minute': { type: 'string', default: '40' },
    /** Cuts, stalls and delays of some line; default: four for each visitor. */
    'faults-per-minute': { type: 'string', default: '' },
    conversations: { type: 'string', default: '24' },
    storage: { type: 'string', default: 'sqlite' },
    json: { type: 'string', default: '' },
    breakages: { type: 'boolean', default: false },
  },
});

/** Below these a run was too short, or the machine too busy, to say anything. */
const leastHappenings = [
  ['kills', 3],
  ['cuts', 3],
  ['tabCrashes', 3],
  ['acknowledged', 50],
] as const;

let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => leave(130));
for (const failure of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(failure, (error: unknown) => {
    if (!isEnding) console.error(error);
    leave(1);
  });
}
leave(await run());

/** Nothing of ours stays behind: no process, no folder. */
function leave(code: number): void {
  if (isEnding) return;
  isEnding = true;
  void closeWorlds().finally(() => process.exit(code));
}

/** Resolves to the exit code. */
async function run(): Promise<number> {
  if (values.breakages) return (await checkBreakages(positionals)) ? 0 : 1;
  const conversations = Number(values.conversations);
  const report = await runCampaign(
    {
      seconds: Number(values.seconds),
      seed: Number(values.seed),
      killsPerMinute: Number(values['kills-per-minute']),
      faultsPerMinute: Number(values['faults-per-minute'] || conversations * 4),
      conversations,
      storage: values.storage === 'postgres' ? 'postgres' : 'sqlite',
    },
    say,
  );
  if (values.json !== '') await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
  for (const name of counterNames) console.log(`${name.padEnd(28)} ${report.counters[name]}`);
  const missing = leastHappenings.filter(([name, least]) => report[name] < least);
  for (const [name, least] of missing) console.log(`this shows nothing: ${report[name]} ${name}, and not ${least}`);
  return missing.length === 0 && isGreen(report) ? 0 : 1;
}

function say(report: Report): void {
  const { laps, seconds, kills, cuts, stalls, tabCrashes, acknowledged, acknowledgedPerSecond, counters } = report;
  const red = counterNames.filter((name) => counters[name] > 0);
  const faults = `${kills} kills, ${cuts} cuts, ${stalls} stalls, ${tabCrashes} pages crashed`;
  const said = `${acknowledged} acknowledged (${acknowledgedPerSecond}/s)`;
  console.log(`lap ${laps}, ${seconds} s: ${faults}, ${said}; ${red.length === 0 ? 'all counters 0' : red.join(', ')}`);
}
