import { build } from '../../server/scripts/build.mjs';
import { checkEnvironment } from '../../server/scripts/environment.mjs';

checkEnvironment();
const [name, ...args] = process.argv.slice(2);
if (name === 'search') {
  const { benchSearch } = await import('../bench/search.ts');
  await benchSearch(args[0]);
} else if (name === 'widget') {
  if (!(await build())) process.exit(1);
  const { benchWidget } = await import('../bench/widget.ts');
  await benchWidget(args);
} else {
  process.stderr.write('Which benchmark? There are: search, widget.\n');
  process.exitCode = 1;
}
