import { checkEnvironment } from './environment.mjs';

checkEnvironment();
process.stderr.write('Sample data is not there yet; "start" makes an empty site that can be used at once.\n');
process.exit(1);
