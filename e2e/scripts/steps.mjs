import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** What one run has compiled serves the next; the same folder as that of the servers in `fixtures/product.ts`. */
export const withCompiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'ventanilla-compile-cache') };

/** Runs a named step (a promise of `{ code, output }`) and returns its line for the summary. */
export async function timed(name, step) {
  const startedAt = performance.now();
  const { code, output = '' } = await step();
  return { name, code, output, seconds: (performance.now() - startedAt) / 1000 };
}

export function printSummary(results) {
  for (const { name, code, seconds } of results) {
    process.stdout.write(
      `${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s  ${code === 0 ? 'passed' : 'FAILED'}\n`,
    );
  }
}

/** 0 when every step passed, else 1. */
export function exitCodeOf(results) {
  return results.every(({ code }) => code === 0) ? 0 : 1;
}
