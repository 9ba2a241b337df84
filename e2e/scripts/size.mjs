import { build } from '../../server/scripts/build.mjs';
import { checkEnvironment } from '../../server/scripts/environment.mjs';
import { endChildrenOnSignal, isEnding, run } from '../../server/scripts/processes.mjs';

checkEnvironment();
endChildrenOnSignal();

if (!(await build()) || isEnding()) process.exit(1);
const { code } = await run('vitest', ['run', '--project', 'browser', 'e2e/specs/size.spec.ts']);
process.exit(code);
