import type { FileId } from '@ventanilla/shared/ids';
import type { Locator } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { newClientId } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { serveHostPage } from '../fixtures/host-page.ts';
import { aPerson } from '../fixtures/people.ts';
import { aPicture } from '../fixtures/pictures.ts';
import { test } from '../fixtures/test.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const red = { name: 'luces-router.png', mimeType: 'image/png', buffer: aPicture(300, 200, [200, 30, 30]) };
const bill = { name: 'factura.txt', mimeType: 'text/plain', buffer: Buffer.from('Cuota de octubre: 30 €') };
const empty = { name: 'nada.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) };
const huge = { name: 'tele.txt', mimeType: 'text/plain', buffer: Buffer.alloc(11 * 1024 * 1024, 'a') };
const program = { name: 'router.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\u0090') };

/** Runs in the page: the colour in the middle of a picture. */
function middleOf(canvas: Element): number[] {
  const picture = canvas as HTMLCanvasElement;
  return [...(picture.getContext('2d')?.getImageData(picture.width / 2, picture.height / 2, 1, 1).data ?? [])];
}

const colour = (picture: Locator) => picture.locator('canvas').evaluate(middleOf);

test('files are seen before they go, go with the message, and come back as they were', async ({ browser, desk }) => {
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' }), 'es');
  await widget.page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask('Os mando fotos');
  await widget.ticket.waitFor();

  await widget.attach(red, bill);
  await eventually(() => widget.picked.count()).toBe(2);
  await eventually(() => colour(widget.picked.first())).toEqual([200, 30, 30, 255]);
  await widget.attach({ ...bill, name: 'otra.txt' });
  await widget.dialog.getByRole('button', { name: 'Quitar otra.txt' }).click();
  await eventually(() => widget.picked.count()).toBe(2);
  expect(await accessibilityViolations(widget.page)).toEqual([]);
  await widget.write('La luz y la factura');
  await eventually(() => colour(widget.file(red.name))).toEqual([200, 30, 30, 255]);
  expect(await widget.picked.count()).toBe(0);
  expect(await accessibilityViolations(widget.page)).toEqual([]);

  const download = widget.page.waitForEvent('download');
  await widget.file(bill.name).click();
  expect((await download).suggestedFilename()).toBe(bill.name);

  const { tickets } = await desk.call('ticket:list', {});
  const conversationId = tickets[0]?.conversationId ?? 'cnv_';
  const { entries } = await desk.call('conversation:open', { conversationId });
  expect(entries.flatMap(({ body, files }) => files.map(({ name }) => `${body}: ${name}`))).toEqual([
    'La luz y la factura: luces-router.png',
    'La luz y la factura: factura.txt',
  ]);

  // What an agent sends arrives the same way; a message may be files alone.
  const agent = (await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' })).context();
  await desk.signIn(agent);
  const uploaded = await agent.request.post(`${desk.url}/api/v1/file?site=${desk.site.key}&name=plano.png`, {
    headers: { origin: desk.url },
    data: aPicture(20, 20, [30, 30, 200]),
  });
  const fileId: FileId = (await uploaded.json()).data.file.id;
  const { conversation } = await desk.call('conversation:open', { conversationId });
  const reply = { conversationId, clientId: newClientId(), body: '', seenSeq: conversation.lastSeq, fileIds: [fileId] };
  await desk.call('message:reply', reply);
  await eventually(() => colour(widget.file('plano.png'))).toEqual([30, 30, 200, 255]);
});

test('who presses Enter before the chosen file is shown sends it along', async ({ browser, desk }) => {
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'es', theme: 'dark', size: 'desktop' }), 'es');
  await widget.page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask('Va con prisa');
  await widget.ticket.waitFor();
  const held = Promise.withResolvers<void>();
  await widget.page.route('**/w/chunks/files-*', async (route) => {
    await held.promise;
    await route.continue();
  });
  await widget.attach(bill);
  await widget.message.fill('La factura');
  await widget.message.press('Enter');
  held.resolve();
  await widget.file(bill.name).waitFor();
  await widget.page.unrouteAll({ behavior: 'wait' });
  const { tickets } = await desk.call('ticket:list', {});
  const conversationId = tickets.find(({ subject }) => subject === 'Va con prisa')?.conversationId ?? 'cnv_';
  const { entries } = await desk.call('conversation:open', { conversationId });
  const sent = entries.filter(({ body }) => body === 'La factura');
  expect(sent.map(({ files }) => files.map(({ name }) => name))).toEqual([[bill.name]]);
});

test('what does not fit says why, and the message goes without it', async ({ browser, desk }) => {
  const widget = new WidgetPanel(await aPerson(browser, { locale: 'en', theme: 'dark', size: 'phone' }), 'en');
  await widget.page.goto(`${desk.url}/demo?lang=en`);
  await widget.open();
  await widget.button('writeToPerson').click();
  await widget.attach(empty);
  await widget.picked.getByText('It is empty.').waitFor();
  expect(await widget.button('send').getAttribute('class')).toBe('tool idle');
  await widget.attach(huge, program, bill);
  await widget.picked.getByText(/^11.5 MB; up to 10.5 MB fits here/).waitFor();
  expect(await accessibilityViolations(widget.page)).toEqual([]);

  await widget.write('The bill');
  await widget.picked.getByText(widget.texts.files.problem.unsupported_type).waitFor();
  expect(await widget.message.inputValue()).toBe('The bill');
  await widget.picked.getByText(widget.texts.files.uploading).waitFor({ state: 'detached' });
  await widget.button('send').click();
  await widget.file(bill.name).waitFor();
  expect(await widget.said(['The bill', program.name, huge.name])).toEqual(['The bill']);
});

test('they can be dropped and pasted, and the page is printed without the window', async ({ page, desk }) => {
  const widget = new WidgetPanel(page, 'es');
  await page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  const data = await page.evaluateHandle(
    (bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], 'captura.png', { type: 'image/png' }));
      return transfer;
    },
    [...red.buffer],
  );
  // Where nobody takes it, the browser would open it in place of the page, which cannot hear of it.
  const isRefused = (place: Locator) =>
    place.evaluate((element, dataTransfer) => {
      const more = { dataTransfer, bubbles: true, cancelable: true, composed: true };
      return !element.dispatchEvent(new DragEvent('dragover', more));
    }, data);
  expect(await isRefused(widget.question)).toBe(true);
  await widget.button('writeToPerson').click();
  // Whoever drags something across says so again and again.
  await eventually(async () => {
    await widget.button('back').dispatchEvent('dragover', { dataTransfer: data });
    return widget.dialog.getByText(widget.texts.files.drop).isVisible();
  }).toBe(true);
  await widget.log.dispatchEvent('drop', { dataTransfer: data });
  await widget.dialog.getByText(widget.texts.files.drop).waitFor({ state: 'hidden' });
  await eventually(() => widget.picked.count()).toBe(1);
  await widget.message.evaluate((field, transfer) => {
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, data);
  await eventually(() => widget.picked.count()).toBe(2);
  await widget.button('send').click();
  await eventually(() => widget.file('captura.png').count()).toBe(2);

  const display = () => page.locator('ventanilla-widget').evaluate((host) => getComputedStyle(host).display);
  expect(await display()).toBe('block');
  await page.emulateMedia({ media: 'print' });
  expect(await display()).toBe('none');
});

test('an upload without a network is not promised: words and files stay, and go the next time, once', async ({
  page,
  desk,
}) => {
  const widget = new WidgetPanel(page, 'es');
  await page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask('Sin red: hola');
  await widget.ticket.waitFor();
  await widget.attach(red, bill);
  await eventually(() => widget.picked.count()).toBe(2);
  await page.context().setOffline(true);
  await widget.write('Mirad esto');
  await widget.picked.getByText(widget.texts.files.problem.unreachable).first().waitFor();
  expect(await widget.message.inputValue()).toBe('Mirad esto');
  await widget.picked.getByText(widget.texts.files.uploading).waitFor({ state: 'detached' });
  await page.context().setOffline(false);
  await widget.button('send').click();
  await widget.file(red.name).waitFor();
  expect(await widget.said(['Mirad esto', red.name, bill.name])).toEqual(['Mirad esto', red.name, bill.name]);
});

test('under a strict policy pictures are drawn and files are kept', async ({ page, desk }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const { origin, close } = await serveHostPage('strict-csp', desk, 'en');
  onTestFinished(close);
  await desk.changeSite({ origins: [origin] });
  await page.goto(origin);
  const widget = new WidgetPanel(page, 'en');
  await widget.open();
  await widget.button('writeToPerson').click();
  await widget.attach(red, bill);
  await eventually(() => colour(widget.picked.first())).toEqual([200, 30, 30, 255]);
  await widget.button('send').click();
  await eventually(() => colour(widget.file(red.name))).toEqual([200, 30, 30, 255]);
  const download = page.waitForEvent('download');
  await widget.file(red.name).click();
  expect((await download).suggestedFilename()).toBe(red.name);
  expect(complaints).toEqual([]);
});
