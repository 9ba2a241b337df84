import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { compileWidget, unnamed } from './compile.ts';

const dist = join(import.meta.dirname, 'dist');
const files = await compileWidget();
const hash = createHash('sha256');
for (const { fileName, code } of files) hash.update(fileName).update(code);
const id = hash.digest('base64url').slice(0, 6);

await rm(dist, { recursive: true, force: true });
await mkdir(join(dist, 'chunks'), { recursive: true });
for (const { fileName, code } of files) {
  const name = fileName.replace(unnamed, id);
  const named = code.replaceAll(unnamed, id);
  await writeFile(join(dist, name), named);
  process.stdout.write(`${String(brotliCompressSync(named).length).padStart(7)} bytes br ${name}\n`);
}
// The npm package: what it says to a compiler, and the few lines that put the tag on a page.
await promisify(execFile)('tsc', ['-p', join(import.meta.dirname, 'tsconfig.npm.json')]);
await writeFile(join(dist, 'manifest.json'), `${JSON.stringify({ build: id })}\n`);
