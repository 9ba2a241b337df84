import { assemble, type Surroundings } from '@ventanilla/server/assemble';
import { readConfig } from '@ventanilla/server/config';
import { createApp } from '@ventanilla/server/create-app';
import { prepareFirstStart } from '@ventanilla/server/jobs/first-start';
import { systemClock } from '@ventanilla/server/lib/clock';
import { createLogger } from '@ventanilla/server/lib/logger';
import { serverBreakages } from './breakages/server.ts';
import { breakageVariable, type Crash, crashVariable } from './crash.ts';

/*
 * The product as `main.ts` starts it, with two things put in from outside: a crash point, and for the proof that the
 * checker bites a breakage. Without either the checker starts `main.ts` itself.
 */

const crash: Crash | null = JSON.parse(process.env[crashVariable] || 'null');
const broken = serverBreakages[process.env[breakageVariable] ?? '']?.make();
let messages = 0;
let passed = 0;

function pass(label: string): void {
  if (label === 'append:before') messages += 1;
  if (label !== crash?.at || messages < (crash.ofMessage ?? 0)) return;
  passed += 1;
  if (passed !== crash.nth) return;
  process.kill(process.pid, 'SIGKILL');
}

const storage: Surroundings['storage'] = { ...broken?.storage, probe: pass };
const log = createLogger('error');
const assembled = await assemble(readConfig(), { clock: systemClock, log, probe: pass, storage });
const deps = broken?.deps?.(assembled) ?? assembled;
await prepareFirstStart(deps);
const app = createApp(deps);
// Subscribed last: whoever is told by the product has been told.
deps.bus.subscribe(({ type }) => {
  if (type === 'appended') pass('told');
});
process.on('SIGTERM', async () => {
  await app.close();
  await deps.store.close();
  process.exit(0);
});
app.http.listen(deps.config.port, deps.config.host, () => console.log(`listening on ${deps.config.publicUrl}`));
