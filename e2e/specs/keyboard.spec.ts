import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { atDesk } from '../fixtures/arrivals.ts';
import { type Desk, newClientId } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { test } from '../fixtures/test.ts';
import { hasFocus, tabTo } from '../pages/keyboard.ts';

const hourMs = 60 * 60 * 1000;
const diego = { name: 'Diego Arnau', email: 'diego@alameda.example' };

/** Gets there with Tab alone and presses Enter. */
async function enter(target: Locator): Promise<void> {
  await tabTo(target.page(), target);
  await target.page().keyboard.press('Enter');
}

async function asked(desk: Desk, question: string): Promise<void> {
  const visitor = await desk.visitor();
  const [startId, clientId] = [newClientId(), newClientId()];
  await visitor.call('conversation:start', { startId, clientId, body: question });
}

test('an agent does everything with a conversation without a mouse', async ({ browser, desk }) => {
  await desk.changeSite({ pickUpMs: hourMs });
  await desk.colleague(diego);
  const dashboard = await atDesk(browser, desk.url, desk);
  const { page, texts } = dashboard;
  const { conversation: words, common } = texts;
  const { keyboard } = page;
  const fine = async () => expect(await accessibilityViolations(page)).toEqual([]);
  const button = (name: string) => page.getByRole('button', { name });

  // Take, answer, note, ticket, solve.
  await asked(desk, 'Teclas: no hay línea');
  await dashboard.row('Teclas: no hay línea').waitFor();
  await keyboard.press('j');
  await enter(dashboard.take);
  await page.getByText(words.ofYou).waitFor();
  await keyboard.press('r');
  await keyboard.type('Lo miro');
  await keyboard.press('Control+Enter');
  await dashboard.thread.getByText('Lo miro').waitFor();
  await keyboard.press('Escape');
  await keyboard.press('n');
  await keyboard.type('Avisad a la central');
  await fine();
  await keyboard.press('Control+Enter');
  await dashboard.thread.getByRole('article').filter({ hasText: 'Avisad a la central' }).waitFor();
  await keyboard.press('Escape');
  await enter(button(words.createTicket));
  await page.getByText('Ya es el ticket').waitFor();
  await keyboard.press('e');
  await button(words.reopen).waitFor();
  await fine();

  // Hand over: the question has the focus, keeps it, and gives it back.
  await asked(desk, 'Teclas: la tele');
  await dashboard.row('Teclas: la tele').waitFor();
  await enter(dashboard.row('Teclas: la tele'));
  await enter(dashboard.take);
  await page.getByText(words.ofYou).waitFor();
  await keyboard.press('a');
  const handOver = page.getByRole('dialog');
  await handOver.getByRole('radio', { name: diego.name }).waitFor();
  await fine();
  await keyboard.press('Escape');
  // Out of the page, which is a moment after it is out of sight.
  await page.locator('dialog').waitFor({ state: 'detached' });
  await keyboard.press('a');
  await tabTo(page, handOver.getByRole('radio', { name: diego.name }));
  await enter(handOver.getByRole('button', { name: words.handOverAct }));
  await page.getByText('La tiene Diego Arnau.').waitFor();

  // Discard with another reason than the first, and think better of it.
  await asked(desk, 'Teclas: compra barato');
  await enter(dashboard.row('Teclas: compra barato'));
  await enter(button(common.more));
  await page.getByRole('menu').waitFor();
  await fine();
  // The last two: arrows go round.
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await eventually(() => hasFocus(page.getByRole('menuitem', { name: words.discard }))).toBe(true);
  await keyboard.press('Enter');
  const discard = page.getByRole('dialog', { name: words.discardTitle });
  await tabTo(page, discard.getByRole('radio', { name: words.discardReason.spam }));
  await keyboard.press('ArrowDown');
  expect(await discard.getByRole('radio', { name: words.discardReason.test }).isChecked()).toBe(true);
  await fine();
  await enter(discard.getByRole('button', { name: words.discardAct }));
  await page.getByText(words.discarded).waitFor();
  await enter(button(words.restore));
  await dashboard.row('Teclas: compra barato').waitFor();
});
