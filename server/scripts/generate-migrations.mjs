import { join } from 'node:path';
import { checkEnvironment } from './environment.mjs';
import { endChildrenOnSignal, root, run } from './processes.mjs';

checkEnvironment();
endChildrenOnSignal();

for (const dialect of ['sqlite', 'postgres']) {
  const config = join('server/src/storage', dialect, 'drizzle.config.ts');
  const { code } = await run(join(root, 'server/node_modules/.bin/drizzle-kit'), [
    'generate',
    '--config',
    config,
    ...process.argv.slice(2),
  ]);
  if (code !== 0) process.exit(code);
}
