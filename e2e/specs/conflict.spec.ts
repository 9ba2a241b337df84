import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { atDesk, atWindow } from '../fixtures/arrivals.ts';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { test } from '../fixtures/test.ts';
import type { Dashboard } from '../pages/dashboard.ts';
import type { WidgetPanel } from '../pages/widget-panel.ts';

const hourMs = 60 * 60 * 1000;
const diego = { name: 'Diego Arnau', email: 'diego@alameda.example' };

/** A visitor who has asked, and Marta who has it open. */
async function marta(browser: Browser, desk: Desk, question: string): Promise<[Dashboard, WidgetPanel]> {
  await desk.changeSite({ pickUpMs: hourMs });
  const dashboard = await atDesk(browser, desk.url, desk);
  const widget = await atWindow(browser, desk);
  await widget.ask(question);
  await dashboard.row(question).click();
  await dashboard.take.click();
  await dashboard.page.getByText(dashboard.texts.conversation.ofYou).waitFor();
  return [dashboard, widget];
}

test('[CV6] a colleague answered meanwhile: both are shown, and its author decides', async ({ browser, desk }) => {
  const question = 'Choque: no tengo señal';
  const [dashboard, widget] = await marta(browser, desk, question);
  const { composer } = dashboard.texts;
  const other = await atDesk(browser, desk.url, await desk.colleague(diego));
  await other.row(question).click();
  const conflict = dashboard.thread.getByRole('alert').filter({ hasText: `${diego.name} ha respondido` });
  const collide = async (theirs: string, mine: string) => {
    await dashboard.reply.fill(mine);
    await other.answer(theirs);
    await dashboard.thread.getByText(theirs).waitFor();
    await dashboard.reply.press('Control+Enter');
    await conflict.getByText(theirs).waitFor();
    await conflict.getByText(mine).waitFor();
  };

  await collide('Es el puerto', 'Es el cable');
  expect(await accessibilityViolations(dashboard.page)).toEqual([]);
  await widget.log.getByText('Es el puerto').waitFor();
  expect(await widget.said(['Es el cable'])).toEqual([]);
  await conflict.getByRole('button', { name: composer.sendAnyway }).click();
  await widget.log.getByText('Es el cable').waitFor();
  expect(await widget.said(['Es el cable', 'Es el puerto'])).toEqual(['Es el puerto', 'Es el cable']);

  await collide('Voy mañana', 'Vamos el lunes');
  await conflict.getByRole('button', { name: composer.edit }).click();
  await eventually(() => dashboard.reply.inputValue()).toBe('Vamos el lunes');
  await dashboard.reply.fill('Como dice Diego');
  await dashboard.reply.press('Control+Enter');
  await widget.log.getByText('Como dice Diego').waitFor();

  await collide('Lo apunto', 'Lo apuntaba yo');
  await conflict.getByRole('button', { name: composer.asNote }).click();
  await other.thread.getByRole('article').filter({ hasText: 'Lo apuntaba yo' }).waitFor();
  await collide('Listo', 'No era nada');
  await conflict.getByRole('button', { name: composer.discard }).click();
  await conflict.waitFor({ state: 'detached' });
  const words = ['Es el puerto', 'Es el cable', 'Voy mañana', 'Vamos el lunes', 'Como dice Diego', 'Lo apunto'];
  expect(await widget.said([...words, 'Listo', 'No era nada'])).toEqual(
    [...words, 'Listo'].filter((word) => word !== 'Vamos el lunes'),
  );
  expect(await widget.log.textContent()).not.toContain('Lo apuntaba yo');
});

test('[CV6] the visitor’s own words stop an answer to a ticket, and none in a chat', async ({ browser, desk }) => {
  const [dashboard, widget] = await marta(browser, desk, 'Visita: ¿cuándo?');
  const { composer, conversation } = dashboard.texts;
  await dashboard.reply.fill('El martes');
  await widget.write('Que no sea lunes');
  await dashboard.thread.getByText('Que no sea lunes').waitFor();
  await dashboard.reply.press('Control+Enter');
  await widget.log.getByText('El martes').waitFor();

  await dashboard.page.getByRole('button', { name: conversation.createTicket }).click();
  await widget.ticket.waitFor();
  await dashboard.reply.fill('A las nueve');
  await widget.write('Por la tarde mejor');
  await dashboard.thread.getByText('Por la tarde mejor').waitFor();
  await dashboard.reply.press('Control+Enter');
  const conflict = dashboard.thread.getByRole('alert').filter({ hasText: 'ha escrito mientras respondías' });
  await conflict.getByText('Por la tarde mejor').waitFor();
  expect(await accessibilityViolations(dashboard.page)).toEqual([]);
  await conflict.getByRole('button', { name: composer.edit }).click();
  await eventually(() => dashboard.reply.inputValue()).toBe('A las nueve');
  await dashboard.reply.fill('A las cinco');
  await dashboard.reply.press('Control+Enter');
  await widget.log.getByText('A las cinco').waitFor();
  const words = ['El martes', 'A las nueve', 'Por la tarde mejor', 'A las cinco'];
  expect(await widget.said(words)).toEqual(['El martes', 'Por la tarde mejor', 'A las cinco']);
});
