import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** A project whose installation failed: our scripts, and nothing or a broken SQLite beside them. */
async function aBrokenProject(sqlite?: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ventanilla-scripts-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(join(root, 'server/scripts'), join(folder, 'server/scripts'), { recursive: true });
  await writeFile(join(folder, 'server/package.json'), '{}');
  if (sqlite === undefined) return folder;
  await mkdir(join(folder, 'server/node_modules/sqlite3'), { recursive: true });
  await writeFile(join(folder, 'server/node_modules/sqlite3/index.js'), sqlite);
  return folder;
}

async function startIn(folder: string): Promise<{ code: number; stderr: string }> {
  return new Promise((resolve) => {
    // Without the NODE_PATH of our own runner, in which SQLite would be found.
    const options = { cwd: folder, env: { PATH: process.env.PATH } };
    execFile(process.execPath, ['server/scripts/start.mjs'], options, (error, _, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stderr });
    });
  });
}

test('start says so in one sentence when the packages are not installed', async () => {
  const { code, stderr } = await startIn(await aBrokenProject());

  expect(code).toBe(1);
  expect(stderr).toMatch(/^The packages are not installed: .*\n$/);
});

test('start names the missing tools when SQLite could not be compiled', async () => {
  const { code, stderr } = await startIn(await aBrokenProject(`throw new Error('no bindings');`));

  expect(code).toBe(1);
  expect(stderr).toMatch(/^SQLite could not be loaded: .*python3, make and g\+\+.*\n$/);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends a script, its child and what that started',
  async (signal) => {
    const processes = JSON.stringify(join(root, 'server/scripts/processes.mjs'));
    // The grandchild ignores Ctrl-C, as a shell's background jobs do; it holds our pipe open for as long as it lives.
    const shell = `trap '' INT; sleep 600 & trap - INT; echo started; wait`;
    const script = `
    const { endChildrenOnSignal, run } = await import(${processes});
    endChildrenOnSignal();
    const { code } = await run('sh', ['-c', ${JSON.stringify(shell)}]);
    process.exit(code);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(createInterface({ input: child.stdout }), 'line');

    child.kill(signal);
    const [code] = await once(child, 'close');

    expect(code).toBeGreaterThan(128);
  },
);
