import { watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { checkEnvironment } from './environment.mjs';
import { endChildrenOnSignal, isEnding, root, runNode } from './processes.mjs';

const settleMs = 100;
let timer;
let building = Promise.resolve();

checkEnvironment();
endChildrenOnSignal();

await build();
if (isEnding()) process.exit(1);
for (const folder of ['shared/src', 'widget/src', 'dashboard/src']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(build);
    }, settleMs);
  });
}
const { code } = await runNode(['--watch', '--watch-preserve-output', 'server/src/main.ts']);
process.exit(code);
