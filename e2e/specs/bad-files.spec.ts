import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipBomb } from '@ventanilla/server/testing/sample-files';
import { filePath } from '@ventanilla/shared/wire/file';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { atDesk, atWindow, desktop, phone } from '../fixtures/arrivals.ts';
import { newClientId } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { test } from '../fixtures/test.ts';

const hourMs = 60 * 60 * 1000;
const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "run"</script></svg>';

const aFile = (name: string, content: string | Uint8Array = 'nada') => ({
  name,
  mimeType: '',
  buffer: Buffer.from(content),
});
const drawing = { ...aFile('dibujo.svg', script), mimeType: 'image/svg+xml' };
const web = {
  ...aFile('pagina.html', '<!doctype html><script>document.title = "run"</script>'),
  mimeType: 'text/html',
};
const disguised = { ...aFile('foto.png', script), mimeType: 'image/png' };
const bomb = { ...aFile('bomba.zip', zipBomb()), mimeType: 'application/zip' };

/** A file of 200 MB that takes no room on the disk, removed with the test. */
async function sparseFile(): Promise<string> {
  const path = join(tmpdir(), `ventanilla-${newClientId()}.txt`);
  onTestFinished(() => rm(path, { force: true }));
  const file = await open(path, 'w');
  await file.truncate(200 * 1024 * 1024);
  await file.close();
  return path;
}

/** As with the button, but the browser reads the file itself: 200 MB would take long to be handed to it. */
async function choose(page: Page, input: string, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', { expression: input });
  await session.send('DOM.setFileInputFiles', { files: [path], objectId: result.objectId ?? '' });
}

/** Counts from now on the files that a page begins to upload. */
function countUploads(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes(filePath)) count += 1;
  });
  return () => count;
}

test('200 MB, nothing at all, and programs stay where they are; not a byte of the first two leaves', async ({
  browser,
  desk,
}) => {
  const path = await sparseFile();
  await desk.changeSite({ pickUpMs: hourMs });
  const dashboard = await atDesk(browser, desk.url, desk);
  const widget = await atWindow(browser, desk, phone);
  const uploads = countUploads(widget.page);
  await widget.ask('Files: too much');
  const inWidget = `document.querySelector('ventanilla-widget').shadowRoot.querySelector('input[type=file]')`;
  await choose(widget.page, inWidget, path);
  await widget.picked.getByText(/^209.7 MB; up to/).waitFor();
  await widget.attach(aFile('empty.txt', ''));
  await widget.picked.getByText(widget.texts.files.problem.empty).waitFor();
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await widget.write('Without them');
  await dashboard.row('Without them').click();
  await dashboard.thread.getByText('Without them').waitFor();
  expect(uploads()).toBe(0);

  // The same at the desk.
  const { page, texts } = dashboard;
  const form = page.getByRole('form', { name: texts.composer.label });
  const agentUploads = countUploads(page);
  await choose(page, `document.querySelector('form input[type=file]')`, path);
  await form.getByText(/^Pasa de /).waitFor();
  expect(agentUploads()).toBe(0);
  await form.locator('input[type=file]').setInputFiles(aFile('factura.pdf.exe', 'MZ'));
  await eventually(async () => agentUploads()).toBe(1);
  await form.getByText(/no se admite|no se puede/i).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('a name leads nowhere and hides nothing, for whoever reads it', async ({ browser, desk }) => {
  await desk.changeSite({ pickUpMs: hourMs });
  const dashboard = await atDesk(browser, desk.url, desk);
  const widget = await atWindow(browser, desk);
  await widget.ask('Nombres: mirad');
  await widget.attach(
    aFile('..\\..\\passwd.txt'),
    aFile('fac\u200btura\u202etxt.cod.txt'),
    aFile('nota<img src=x onerror=alert(1)>.txt'),
  );
  await eventually(() => widget.picked.count()).toBe(3);
  await widget.write('Tres nombres');
  await dashboard.row('Tres nombres').click();
  const names = ['passwd.txt', 'facturatxt.cod.txt', 'nota_img src=x onerror=alert(1)_.txt'];
  for (const name of names) {
    await widget.file(name).waitFor();
    const link = dashboard.thread.getByRole('link', { name });
    const download = dashboard.page.waitForEvent('download');
    await link.click();
    expect((await download).suggestedFilename()).toBe(name);
  }
});

test('what a browser might run is only ever a download, and an archive stays shut', async ({ browser, desk }) => {
  await desk.changeSite({ pickUpMs: hourMs });
  const dashboard = await atDesk(browser, desk.url, desk, { ...desktop, theme: 'dark' });
  const widget = await atWindow(browser, desk);
  await widget.ask('Dibujo: mirad');
  await widget.attach(drawing, web, disguised, bomb);
  await eventually(() => widget.picked.count()).toBe(4);
  await widget.write('Cuatro ficheros');
  await dashboard.row('Cuatro ficheros').click();
  const { page } = dashboard;
  const names = [drawing.name, web.name, 'foto.png.txt', bomb.name];
  for (const name of names) await dashboard.thread.getByRole('link', { name }).waitFor();
  expect(await dashboard.thread.getByRole('img', { name: /dibujo|foto/ }).count()).toBe(0);
  expect(await widget.log.locator('canvas').count()).toBe(0);

  for (const name of names) {
    const href = (await dashboard.thread.getByRole('link', { name }).getAttribute('href')) ?? '';
    const answer = await page.context().request.get(new URL(href, desk.url).href);
    expect(answer.headers()).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect(answer.headers()['content-type']).not.toMatch(/svg|html/);
    // Opened as a page of its own all the same, it is saved and nothing runs.
    const tab = await page.context().newPage();
    const download = tab.waitForEvent('download');
    await tab.goto(new URL(href, desk.url).href).catch(() => null);
    expect((await download).suggestedFilename()).toBe(name);
    expect(await tab.title()).not.toBe('run');
    await tab.close();
  }
  expect(await page.title()).not.toBe('run');
  expect(await accessibilityViolations(page)).toEqual([]);
});
