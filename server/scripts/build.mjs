import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { root, runNode } from './processes.mjs';

const fronts = ['widget', 'dashboard'];
const sharedInputs = ['shared/src', 'package.json', 'pnpm-lock.yaml', 'tsconfig.base.json', 'server/scripts/build.mjs'];
const skippedFolders = new Set(['node_modules', 'dist', '.cache']);
const textTypes = new Set(['.js', '.css', '.html', '.svg', '.json', '.txt', '.webmanifest']);

/** Builds the fronts whose sources changed since their last build; resolves to false when one does not build. */
export async function build() {
  let isGood = true;
  for (const name of fronts) isGood = (await buildFront(name)) && isGood;
  return isGood;
}

async function buildFront(name) {
  const stampFile = join(root, 'node_modules/.cache/build', name);
  const dist = join(root, name, 'dist');
  const hash = await hashOf([name, ...sharedInputs]);
  const stamp = existsSync(dist) ? await readFile(stampFile, 'utf8').catch(() => '') : '';
  if (stamp === hash) return true;

  const startedAt = performance.now();
  await rm(stampFile, { force: true });
  const { code, output } = await runNode([join(name, 'build.mjs')], { capture: true });
  if (code !== 0) {
    process.stderr.write(`${output}\n${name} could not be built (see above).\n`);
    return false;
  }
  await precompress(dist);
  await mkdir(join(stampFile, '..'), { recursive: true });
  await writeFile(stampFile, hash);
  process.stdout.write(`built ${name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  return true;
}

async function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of await filesUnder(join(root, input))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash
        .update(`${relative(root, file)}\0`)
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesUnder(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (entries === undefined) return [path];
  const files = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (skippedFolders.has(entry.name)) continue;
    files.push(...(await filesUnder(join(path, entry.name))));
  }
  return files;
}

async function precompress(dist) {
  const files = (await filesUnder(dist)).filter((file) => textTypes.has(extname(file)));
  await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      };
      await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
      await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }),
  );
}
