import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { test } from '../fixtures/test.ts';

const html = `<!doctype html><html lang="es"><title>Ventanilla</title>
<main><h1>Hola</h1><button type="button" onclick="this.textContent = 'Pulsado'">Pulsar</button></main></html>`;

test('Chromium opens a page on the loopback, clicks, draws text and lets axe look', async ({
  page,
  onTestFinished,
}) => {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;

  await page.goto(`http://127.0.0.1:${port}/`);
  await page.getByRole('button', { name: 'Pulsar' }).click();
  await page.getByRole('button', { name: 'Pulsado' }).waitFor();

  // Without fonts the two pictures are the same.
  const written = await page.screenshot();
  await page.getByRole('heading').evaluate((heading) => heading.setAttribute('style', 'color: transparent'));
  expect((await page.screenshot()).equals(written)).toBe(false);
  await page.getByRole('heading').evaluate((heading) => heading.removeAttribute('style'));

  expect(await accessibilityViolations(page)).toEqual([]);
});
