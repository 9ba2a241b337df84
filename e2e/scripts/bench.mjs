import { checkEnvironment } from '../../server/scripts/environment.mjs';

checkEnvironment();
process.stderr.write('The benchmarks are not there yet.\n');
process.exit(1);
