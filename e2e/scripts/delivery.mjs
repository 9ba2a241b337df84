import { checkEnvironment } from '../../server/scripts/environment.mjs';
import { endChildrenOnSignal, runNode } from '../../server/scripts/processes.mjs';
import { withCompiled } from './steps.mjs';

checkEnvironment();
endChildrenOnSignal();

const { code } = await runNode(['e2e/delivery/main.ts', ...process.argv.slice(2)], { env: withCompiled });
process.exit(code);
