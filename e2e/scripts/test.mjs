import { build } from '../../server/scripts/build.mjs';
import { checkEnvironment } from '../../server/scripts/environment.mjs';
import { endChildrenOnSignal, isEnding, run, runNode } from '../../server/scripts/processes.mjs';
import { exitCodeOf, printSummary, timed, withCompiled } from './steps.mjs';

checkEnvironment();
endChildrenOnSignal();

/** The short forms: a campaign of one lap, then every way to break the promise. */
async function delivery() {
  const often = ['--kills-per-minute', '60', '--faults-per-minute', '120'];
  const size = ['--seconds', '22', '--seed', '1', '--conversations', '8'];
  const campaign = await runNode(['e2e/delivery/main.ts', ...size, ...often], { env: withCompiled });
  const breakages = await runNode(['e2e/delivery/main.ts', '--breakages'], { env: withCompiled });
  return { code: campaign.code || breakages.code };
}

const vitest = (...projects) => run('vitest', ['run', ...projects.flatMap((project) => ['--project', project])]);

// A failing step does not hide the next ones.
const steps = [
  ['check', () => runNode(['e2e/scripts/check.mjs'])],
  ['build', async () => ({ code: (await build()) ? 0 : 1 })],
  ['unit, contract', () => vitest('unit', 'contract')],
  ['socket', () => vitest('socket')],
  ['browser', () => vitest('browser')],
  ['delivery', delivery],
];

const results = [];
for (const [name, step] of steps) {
  if (isEnding()) process.exit(130);
  process.stdout.write(`\n── ${name}\n`);
  results.push(await timed(name, step));
}
process.stdout.write('\n');
printSummary(results);
process.exit(exitCodeOf(results));
