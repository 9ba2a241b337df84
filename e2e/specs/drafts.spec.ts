import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { atWindow, desktop, phone } from '../fixtures/arrivals.ts';
import { aPerson } from '../fixtures/people.ts';
import { test } from '../fixtures/test.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const bill = { name: 'factura.txt', mimeType: 'text/plain', buffer: Buffer.from('Cuota de octubre: 30 €') };

/** What is asked for by these names stays on its way until it is let go. */
async function holdUp(page: Page, pattern: string): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route(pattern, async (route) => {
    await held.promise;
    await route.continue();
  });
  return held.resolve;
}

test('pressed twice while the rest is on its way, the question goes into one conversation', async ({
  browser,
  desk,
}) => {
  const widget = new WidgetPanel(await aPerson(browser, desktop), 'es');
  const letGo = await holdUp(widget.page, '**/w/chunks/connection-*');
  await widget.page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.question.fill('Dos veces: no hay luz');
  await widget.button('writeToPerson').click();
  await widget.button('writeToPerson').click();
  letGo();
  await widget.message.waitFor();
  expect(await widget.message.inputValue()).toBe('Dos veces: no hay luz');
  await widget.button('send').click();
  await widget.log.getByText('Dos veces: no hay luz').waitFor();
  await widget.page.unrouteAll({ behavior: 'wait' });
});

test('left twice while closed, the message is sent once and stays in sight', async ({ browser, desk }) => {
  await desk.changeSite({ openingHours: {} });
  const widget = new WidgetPanel(await aPerson(browser, phone), 'en');
  const letGo = await holdUp(widget.page, '**/w/chunks/connection-*');
  await widget.page.goto(`${desk.url}/demo?lang=en`);
  await widget.open();
  const field = widget.dialog.getByRole('textbox', { name: widget.texts.away.message });
  await field.fill('Twice: it drops every night');
  await widget.button('leaveMessage').click();
  await widget.button('leaveMessage').click();
  letGo();
  await widget.log.getByText('Twice: it drops every night').waitFor();
  await widget.ticket.waitFor();
  await widget.page.unrouteAll({ behavior: 'wait' });
});

test('who goes back before sending finds words and files again', async ({ browser, desk }) => {
  const widget = await atWindow(browser, desk);
  await widget.question.fill('Volver: la tele');
  await widget.dialog.getByRole('button', { name: /^(Escribir a una persona|Dejar un mensaje)$/ }).click();
  await widget.attach(bill);
  await widget.picked.getByText(bill.name).waitFor();
  await widget.message.fill('Volver: la tele se corta');
  await widget.button('back').click();
  expect(await widget.question.inputValue()).toBe('Volver: la tele se corta');
  await widget.ask('Volver: la tele se corta de noche');
  await widget.file(bill.name).waitFor();
});

test('a chosen file that cannot be shown for now goes along once it can', async ({ browser, desk }) => {
  const widget = await atWindow(browser, desk);
  await widget.ask('Sin red: va la factura');
  await widget.ticket.waitFor();
  await widget.page.route('**/w/chunks/files-*', (route) => route.abort());
  await widget.attach(bill);
  await widget.banner.getByText(widget.texts.loadFailed).waitFor();
  await widget.write('Aquí la factura');
  expect(await widget.message.inputValue()).toBe('Aquí la factura');
  await widget.page.unrouteAll({ behavior: 'wait' });
  await widget.button('send').click();
  await widget.file(bill.name).waitFor();
  expect(await widget.said(['Aquí la factura'])).toEqual(['Aquí la factura']);
});
