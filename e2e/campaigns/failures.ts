import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compiler, failedFsync } from './failures/failed-fsync.ts';
import { locked } from './failures/locked.ts';
import type { Finding } from './failures/scenario.ts';

/**
 * Faults of the machine itself, not of a wrapper: a file system without room (ENOSPC), an fsync that fails (EIO), a
 * database that another process locks for ten seconds. Exits 1 when a counter is not 0. What this machine cannot do says
 * why, and counts as not run. Names as arguments choose; only a run of all is written down.
 */
const root = join(import.meta.dirname, '../..');

/** In a name space of its own: nobody else sees that file system, and it goes with the process. */
async function fullDisk(): Promise<Finding> {
  const folder = await mkdtemp(join(tmpdir(), 'ventanilla-full-'));
  const script = `mount -t tmpfs -o size=40m none "$0" && TMPDIR="$0" exec "$1" e2e/campaigns/failures/full-disk.ts`;
  const { stdout } = await promisify(execFile)('unshare', ['-Urm', 'sh', '-c', script, folder, process.execPath], {
    cwd: root,
  });
  await rm(folder, { recursive: true, force: true });
  return JSON.parse(stdout);
}

const scenarios: Record<string, { needs: [string, ...string[]]; run(): Promise<Finding> }> = {
  'full disk': { needs: ['unshare', '-Urm', 'mount', '-t', 'tmpfs', 'none', '/mnt'], run: fullDisk },
  'failed fsync': { needs: [compiler, '--version'], run: failedFsync },
  locked: { needs: ['true'], run: locked },
};

const wanted = process.argv.slice(2);
const findings: Record<string, Finding | { notRun: string }> = {};
for (const [name, { needs, run }] of Object.entries(scenarios)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const missing = whatIsMissing(needs);
  const finding = missing === '' ? await run() : { notRun: missing };
  findings[name] = finding;
  console.log(name, finding);
}
const isWhole = Object.values(findings).every((finding) => 'notRun' in finding || finding.wrong.length === 0);
if (wanted.length === 0) {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const isClean = git('status', '--porcelain', '--', 'server', 'shared') === '';
  const report = { commit: git('rev-parse', '--short', 'HEAD'), isClean, node: process.version, findings };
  await writeFile(join(import.meta.dirname, 'failures.json'), `${JSON.stringify(report, null, 2)}\n`);
}
process.exit(isWhole ? 0 : 1);

function whatIsMissing([command, ...args]: [string, ...string[]]): string {
  try {
    execFileSync(command, args, { stdio: 'pipe' });
    return '';
  } catch (error) {
    return `this machine cannot do \`${[command, ...args].join(' ')}\`: ${String(error).split('\n').at(-1)}`;
  }
}
