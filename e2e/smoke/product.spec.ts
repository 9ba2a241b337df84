import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { startProduct } from '../fixtures/product.ts';
import { test } from '../fixtures/test.ts';

/** What an owner's `start` runs. */
const program = 'server/src/main.ts';

async function aDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ventanilla-data-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('the built product answers, and its demo page shows the launcher', async ({ page, product }) => {
  const ready = await fetch(`${product.url}/health/ready`);
  await page.goto(`${product.url}/demo`);
  await page
    .getByRole('button', { name: /ayuda|help/i })
    .first()
    .waitFor();

  expect(ready.status).toBe(200);
  expect(product.setUpLink).toMatch(/\/dashboard\/setup#\S{20,}$/);
});

test('SIGTERM ends it cleanly, and it starts again on the same data', async () => {
  const data = await aDataFolder();
  const first = await startProduct({ program, data });
  expect(await first.stop()).toBe(0);

  const second = await startProduct({ program, data, port: first.port });
  onTestFinished(second.kill);

  expect((await fetch(`${second.url}/health/ready`)).status).toBe(200);
});

test('after kill -9 the same data opens again', async () => {
  const data = await aDataFolder();
  const first = await startProduct({ program, data });
  await first.kill();

  const second = await startProduct({ program, data, port: first.port });
  onTestFinished(second.kill);

  expect((await fetch(`${second.url}/health/ready`)).status).toBe(200);
});

test('a wrong setting is named in one sentence', async () => {
  const start = startProduct({ program, data: await aDataFolder(), settings: { VENTANILLA_LOG_LEVEL: 'loud' } });

  await expect(start).rejects.toThrow(/VENTANILLA_LOG_LEVEL is "loud", but it must be/);
});
