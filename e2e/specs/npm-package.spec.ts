import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { ask } from '../fixtures/app-page.ts';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { serveModulePage } from '../fixtures/host-page.ts';
import { type NpmPackage, packWidget } from '../fixtures/npm-package.ts';
import { test } from '../fixtures/test.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

let npm: NpmPackage;
beforeAll(async () => {
  npm = await packWidget();
});
afterAll(() => npm?.remove());

async function aPage(page: Page, policy = ''): Promise<void> {
  const { origin, close } = await serveModulePage(npm.module, policy);
  onTestFinished(close);
  await page.goto(origin);
  await page.waitForFunction('window.entry');
}

/** `loadVentanilla` in the page, and `open` with what it gives: what becomes of that. */
function load(page: Page, { url, site }: Desk, options = {}) {
  const given = JSON.stringify({ server: url, siteKey: site.key, locale: 'es', ...options });
  return page.evaluate<string>(
    `entry.loadVentanilla(${given})('open').then(() => 'open', ({ name, code }) => name + ' ' + code)`,
  );
}

test('holds what it should, and types every call the same for every kind of project', async () => {
  expect(npm.files).toEqual([
    'README.md',
    'dist/npm/index.d.ts',
    'dist/npm/index.js',
    'dist/npm/types.d.ts',
    'package.json',
  ]);
  const written = await readFile(join(import.meta.dirname, '../../widget/src/npm/types.test-d.ts'), 'utf8');
  const source = written.replace("'./index.ts'", "'@ventanilla/widget'");
  expect(source).not.toBe(written);
  await npm.compile(source, ['--module', 'nodenext']);
  await npm.compile(source, ['--module', 'preserve', '--moduleResolution', 'bundler']);
  const wrong = npm.compile(source.replace("'open', 1", "'open'"), ['--module', 'nodenext']);
  await expect(wrong).rejects.toThrow(/Unused '@ts-expect-error'/);
});

test('does nothing on a server', async () => {
  const printed = await npm.run(`
    const before = Object.getOwnPropertyNames(globalThis).length;
    const { loadVentanilla, ventanilla } = await import('@ventanilla/widget');
    let settled = 0;
    const calls = [loadVentanilla({ server: 'not an address', siteKey: '' })('open'), ventanilla('fly', {}), ventanilla()];
    for (const call of calls) call.finally(() => (settled += 1));
    process.once('beforeExit', () => {
      const globals = Object.getOwnPropertyNames(globalThis).length - before;
      console.log(JSON.stringify({ promises: calls.every((call) => call instanceof Promise), settled, globals }));
    });`);
  expect(JSON.parse(printed)).toEqual({ promises: true, settled: 0, globals: 0 });
});

test('is the same API on a page, whatever comes first, and leaves no tag behind', async ({ page, desk }) => {
  await aPage(page);
  const widget = new WidgetPanel(page, 'es');
  await page.evaluate(`window.heard = [], void entry.ventanilla('on', 'open', ({ type }) => heard.push(type))`);
  expect(await page.evaluate(`document.querySelectorAll('ventanilla-widget, script[src]').length`)).toBe(0);
  expect(await load(page, desk, { position: 'start' })).toBe('open');
  await widget.dialog.waitFor();
  expect((await widget.dialog.boundingBox())?.x).toBe(20);
  expect(await page.evaluate('heard')).toEqual(['open']);
  expect(await ask(page, 'fly')).toEqual({ code: 'unknown_verb' });
  expect(await page.evaluate(`entry.ventanilla('fly').catch(({ code }) => code)`)).toBe('unknown_verb');

  // Mounted twice, and away and back in one breath, as frameworks do.
  expect(await load(page, desk)).toBe('open');
  await page.evaluate(`entry.ventanilla('destroy')`);
  expect(await load(page, desk)).toBe('open');
  await widget.dialog.waitFor();
  await eventually(() => page.evaluate(`document.querySelectorAll('ventanilla-widget, script[src]').length`)).toBe(1);
});

test('says that the script could not be had, and can try again', async ({ page, desk }) => {
  await aPage(page);
  expect(await load(page, desk, { server: 'not an address' })).toBe('VentanillaError unreachable');
  await page.route('**/w/*.js', (route) => route.abort());
  expect(await load(page, desk)).toBe('VentanillaError unreachable');
  await page.unroute('**/w/*.js');
  expect(await load(page, desk)).toBe('open');
});

test('passes a policy with its nonce, and Trusted Types by one name', async ({ page, desk }) => {
  const { url } = desk;
  const connections = `connect-src ${url} ${url.replace('http', 'ws')}`;
  const types = "require-trusted-types-for 'script'; trusted-types ventanilla";
  await aPage(page, `default-src 'none'; script-src 'nonce-n1' 'self'; img-src data:; ${connections}; ${types}`);
  expect(await load(page, desk)).toBe('VentanillaError unreachable');
  expect(await load(page, desk, { nonce: 'n1' })).toBe('open');
});
