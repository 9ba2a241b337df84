import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Migration } from '../migrations.ts';

/** Another process begins the upgrade of this file and dies after so many statements of what is still to be applied. */
export async function killedInUpgrade(
  file: string,
  all: readonly Migration[],
  step: number,
): Promise<NodeJS.Signals | null> {
  const here = (name: string) => JSON.stringify(join(import.meta.dirname, name));
  const script = `
    const { openConnection } = await import(${here('connection.ts')});
    const { migrateSqlite } = await import(${here('migrate.ts')});
    const { file, all, step } = JSON.parse(await new Response(process.stdin).text());
    const connection = await openConnection(file, 'readwrite', 1000);
    const statements = new Set(all.flatMap((migration) => migration.statements));
    let done = 0;
    await migrateSqlite({ ...connection, async exec(sql) {
      await connection.exec(sql);
      if (statements.has(sql)) done += 1;
      if (done === step) process.kill(process.pid, 'SIGKILL');
    } }, all);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ file, all, step }));
  const [, signal]: [number | null, NodeJS.Signals | null] = (await once(child, 'exit')) as never;
  return signal;
}
