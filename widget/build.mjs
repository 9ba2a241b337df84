import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, mergeConfig } from 'vite';
import config from './vite.config.ts';

// Each is a build of its own: none waits for a chunk that it shares with another. The panel brings its second screen.
const entries = {
  loader: 'src/loader/loader.ts',
  panel: 'src/panel/panel.ts',
  connection: 'src/connection/connection.ts',
  es: '../shared/src/i18n/widget/es.ts',
  en: '../shared/src/i18n/widget/en.ts',
};
/** Stands for the build's id in names of chunks until every chunk is known. */
const unnamed = '__BUILD__';
const dist = join(import.meta.dirname, 'dist');

const files = (await Promise.all(Object.entries(entries).map(([name, entry]) => compile(name, entry)))).flat();
const hash = createHash('sha256');
for (const { fileName, code } of files) hash.update(fileName).update(code);
const id = hash.digest('base64url').slice(0, 6);

await rm(dist, { recursive: true, force: true });
await mkdir(join(dist, 'chunks'), { recursive: true });
for (const { fileName, code } of files) {
  const named = code.replaceAll(unnamed, id);
  await writeFile(join(dist, fileName.replace(unnamed, id)), named);
  process.stdout.write(`${String(brotliCompressSync(named).length).padStart(7)} bytes br ${fileName}\n`);
}
await writeFile(join(dist, 'manifest.json'), `${JSON.stringify({ build: id })}\n`);

async function compile(name, entry) {
  const isLoader = name === 'loader';
  const own = {
    configFile: false,
    build: {
      lib: { entry: join(import.meta.dirname, entry), formats: [isLoader ? 'iife' : 'es'], name },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          // In its library mode Vite leaves white space in ES modules.
          minify: true,
          entryFileNames: isLoader ? 'loader.js' : `chunks/${name}-${unnamed}.js`,
          chunkFileNames: `chunks/[name]-${unnamed}.js`,
        },
      },
    },
  };
  const [{ output }] = await build(mergeConfig(config, own));
  return output;
}
