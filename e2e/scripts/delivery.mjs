import { checkEnvironment } from '../../server/scripts/environment.mjs';

checkEnvironment();
process.stderr.write('The delivery checker is not there yet.\n');
process.exit(1);
