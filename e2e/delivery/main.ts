import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Report, runCampaign } from './campaign.ts';
import { checkBreakages } from './check-breakages.ts';
import { counterNames } from './verdict.ts';
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
    conversations: { type: 'string', default: '24' },
    storage: { type: 'string', default: 'sqlite' },
    json: { type: 'string', default: '' },
    breakages: { type: 'boolean', default: false },
  },
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void closeWorlds().finally(() => process.exit(130)));
}

if (values.breakages) {
  process.exit((await checkBreakages(positionals)) ? 0 : 1);
}

const report = await runCampaign(
  {
    seconds: Number(values.seconds),
    seed: Number(values.seed),
    killsPerMinute: Number(values['kills-per-minute']),
    conversations: Number(values.conversations),
    storage: values.storage === 'postgres' ? 'postgres' : 'sqlite',
  },
  say,
);
if (values.json !== '') await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
for (const name of counterNames) console.log(`${name.padEnd(28)} ${report.counters[name]}`);
const happened = ['kills', 'cuts', 'tabCrashes', 'acknowledged'] as const;
const missing = happened.filter((name) => report[name] === 0);
if (missing.length > 0) console.log(`this shows nothing: no ${missing.join(', no ')}`);
process.exit(missing.length === 0 && counterNames.every((name) => report.counters[name] === 0) ? 0 : 1);

function say(report: Report): void {
  const { laps, seconds, kills, cuts, stalls, tabCrashes, acknowledged, acknowledgedPerSecond, counters } = report;
  const red = counterNames.filter((name) => counters[name] > 0);
  const faults = `${kills} kills, ${cuts} cuts, ${stalls} stalls, ${tabCrashes} pages crashed`;
  const said = `${acknowledged} acknowledged (${acknowledgedPerSecond}/s)`;
  console.log(`lap ${laps}, ${seconds} s: ${faults}, ${said}; ${red.length === 0 ? 'all counters 0' : red.join(', ')}`);
}
