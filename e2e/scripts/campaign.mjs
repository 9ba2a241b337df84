import { checkEnvironment } from '../../server/scripts/environment.mjs';

checkEnvironment();
process.stderr.write('The long campaigns are not there yet.\n');
process.exit(1);
