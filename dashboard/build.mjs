import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

/** Builds dist/ and prints what a browser loads until the first list can be used. */
const budget = 40_000;
const root = import.meta.dirname;

const { output } = await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));

const first = new Set();
const load = (fileName) => {
  const chunk = chunks.get(fileName);
  if (!chunk || first.has(fileName)) return;
  first.add(fileName);
  chunk.imports.forEach(load);
};
for (const { fileName, isEntry, facadeModuleId, name } of chunks.values()) {
  // Beside the page's own script: one language's first texts, and the connection.
  if (isEntry || facadeModuleId?.endsWith('first/es.ts') || name === 'socket') load(fileName);
}

const page = await readFile(join(root, 'dist/index.html'), 'utf8');
if (!/<script type="module"[^>]* src="\/dashboard\/assets\//.test(page)) {
  process.stderr.write('The page lost its script: dist/index.html loads none.\n');
  process.exit(1);
}

let total = 0;
for (const fileName of first) {
  const size = brotliCompressSync(await readFile(join(root, 'dist', fileName))).length;
  total += size;
  process.stdout.write(`${String(size).padStart(7)}  ${fileName}\n`);
}
process.stdout.write(`${String(total).padStart(7)}  bytes (br) of script until the first list, of ${budget}\n`);
if (total > budget) {
  process.stderr.write('The dashboard is heavier than its budget: load what is not in the first list later.\n');
  process.exit(1);
}
