import { checkEnvironment } from './environment.mjs';
import { endChildrenOnSignal, runNode } from './processes.mjs';

checkEnvironment();
endChildrenOnSignal();

const { code } = await runNode(['server/src/seed.ts']);
process.exit(code);
