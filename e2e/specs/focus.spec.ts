import type { Page } from 'playwright-core';
import { atDesk, atWindow } from '../fixtures/arrivals.ts';
import { eventually } from '../fixtures/eventually.ts';
import { test } from '../fixtures/test.ts';

const hourMs = 60 * 60 * 1000;
const diego = { name: 'Diego Arnau', email: 'diego@alameda.example' };

/** What has the focus: the name of its element, e.g. `H1`. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

test('an act that takes its own button away leaves the focus on the screen it changed', async ({ browser, desk }) => {
  const question = 'Foco: ¿me oye alguien?';
  await desk.changeSite({ pickUpMs: hourMs });
  const dashboard = await atDesk(browser, desk.url, desk);
  const other = await atDesk(browser, desk.url, await desk.colleague(diego));
  const widget = await atWindow(browser, desk);
  await widget.ask(question);
  const { page, texts } = dashboard;
  const { common, composer, conversation } = texts;
  await dashboard.row(question).click();
  await other.row(question).click();

  await dashboard.take.press('Enter');
  await page.getByText(conversation.ofYou).waitFor();
  await eventually(() => focused(page)).toBe('H1');

  await page.keyboard.press('r');
  await dashboard.reply.fill('Te oigo');
  await other.answer('Yo también');
  await dashboard.thread.getByText('Yo también').waitFor();
  await dashboard.reply.press('Control+Enter');
  await dashboard.thread.getByRole('button', { name: composer.asNote }).press('Enter');
  await other.thread.getByRole('article').filter({ hasText: 'Te oigo' }).waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.role)).toBe('log');

  const more = page.getByRole('main').getByRole('button', { name: common.more });
  await more.press('Enter');
  await page.getByRole('menuitem', { name: conversation.discard }).press('Enter');
  await page.getByRole('button', { name: common.cancel }).press('Enter');
  await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe(common.more);

  await more.press('Enter');
  await page.getByRole('menuitem', { name: conversation.discard }).press('Enter');
  await page.getByRole('button', { name: conversation.discardAct }).press('Enter');
  await page.getByRole('button', { name: conversation.restore }).waitFor();
  // There is still more to do, so it is where it was.
  await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe(common.more);
});
