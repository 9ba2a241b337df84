import { checkEnvironment } from '../../server/scripts/environment.mjs';

checkEnvironment();
const [name, folder] = process.argv.slice(2);
if (name === 'search') {
  const { benchSearch } = await import('../bench/search.ts');
  await benchSearch(folder);
} else {
  process.stderr.write('Of the benchmarks only "search" is there yet.\n');
  process.exitCode = 1;
}
