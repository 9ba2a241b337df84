import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../server/scripts/build.mjs';
import { checkEnvironment } from '../../server/scripts/environment.mjs';
import { endChildrenOnSignal, isEnding, runNode } from '../../server/scripts/processes.mjs';

checkEnvironment();
endChildrenOnSignal();

const folder = join(import.meta.dirname, '../campaigns');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));

const [name, ...args] = process.argv.slice(2);
if (!names.includes(name)) {
  process.stderr.write(`Which campaign? There are: ${names.join(', ')}.\n`);
  process.exit(1);
}
if (!(await build()) || isEnding()) process.exit(1);
const { code } = await runNode([join('e2e/campaigns', `${name}.ts`), ...args]);
process.exit(code);
