import { build } from './build.mjs';
import { checkEnvironment } from './environment.mjs';
import { endChildrenOnSignal, isEnding, runNode } from './processes.mjs';

checkEnvironment();
endChildrenOnSignal();

if (!(await build()) || isEnding()) process.exit(1);
const { code } = await runNode(['server/src/main.ts']);
process.exit(code);
