import { checkEnvironment } from '../../server/scripts/environment.mjs';
import { endChildrenOnSignal, run } from '../../server/scripts/processes.mjs';
import { exitCodeOf, printSummary, timed } from './steps.mjs';

checkEnvironment();
endChildrenOnSignal();

const steps = {
  types: ['tsc', '-b'],
  'lint and format': ['biome', 'ci', '--colors=off', '--error-on-warnings', '.'],
  'unused code': ['knip', '--no-progress'],
  'texts, boundaries': ['vitest', 'run', '--project', 'lint'],
};

const results = await Promise.all(
  Object.entries(steps).map(([name, [command, ...args]]) => timed(name, () => run(command, args, { capture: true }))),
);
for (const { name, code, output } of results) {
  if (code !== 0) process.stdout.write(`\n── ${name}\n${output}\n`);
}
printSummary(results);
process.exit(exitCodeOf(results));
