import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { atDesk, atWindow } from '../fixtures/arrivals.ts';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { test } from '../fixtures/test.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const hourMs = 60 * 60 * 1000;

/** How many sockets a page has open. */
function countSockets(page: Page): () => number {
  let open = 0;
  page.on('websocket', (socket) => {
    open += 1;
    socket.on('close', () => {
      open -= 1;
    });
  });
  return () => open;
}

async function anotherTab(widget: WidgetPanel, { url }: Desk, subject: string) {
  const page = await widget.page.context().newPage();
  const sockets = countSockets(page);
  const tab = new WidgetPanel(page, 'es');
  await page.goto(`${url}/demo?lang=es`);
  await tab.open();
  await tab.openConversation(subject);
  await tab.log.getByText(subject).waitFor();
  return { tab, sockets };
}

test('[DL7] three tabs of one visitor have one socket between them, whichever of them goes', async ({
  browser,
  desk,
}) => {
  const subject = 'Una línea: hola';
  await desk.changeSite({ pickUpMs: hourMs });
  const dashboard = await atDesk(browser, desk.url, desk);
  const first = await atWindow(browser, desk);
  const ofFirst = countSockets(first.page);
  await first.ask(subject);
  await first.log.getByText(first.texts.sent).waitFor();
  await dashboard.row(subject).click();
  const { tab: second, sockets: ofSecond } = await anotherTab(first, desk, subject);
  await eventually(async () => [ofFirst(), ofSecond()]).toEqual([1, 0]);
  const { tab: third, sockets: ofThird } = await anotherTab(first, desk, subject);
  await eventually(async () => [ofFirst(), ofSecond(), ofThird()]).toEqual([1, 0, 0]);

  await third.write('Desde la tercera');
  await dashboard.answer('Os leo a las tres');
  const talk = [subject, 'Desde la tercera', 'Os leo a las tres'];
  for (const tab of [first, second, third, dashboard]) await eventually(() => tab.said(talk)).toEqual(talk);

  // The one with the socket goes without a word: another has one at once, and the last keeps none.
  await first.page.close();
  await eventually(async () => ofSecond() + ofThird()).toEqual(1);
  await dashboard.answer('¿Seguís ahí?');
  for (const tab of [second, third]) await tab.log.getByText('¿Seguís ahí?').waitFor();
  await second.write('Seguimos, dos');
  await third.write('Seguimos, tres');
  const all = [...talk, '¿Seguís ahí?', 'Seguimos, dos', 'Seguimos, tres'];
  for (const tab of [second, third, dashboard]) {
    await eventually(async () => (await tab.said(all)).toSorted()).toEqual(all.toSorted());
  }

  // Without a network nobody has one; with it again, one.
  const context = second.page.context();
  await context.setOffline(true);
  await second.write('Sin red');
  await context.setOffline(false);
  await dashboard.thread.getByText('Sin red').waitFor();
  await third.log.getByText('Sin red').waitFor();
  await eventually(async () => ofSecond() + ofThird()).toEqual(1);
  expect(await third.said(['Sin red'])).toEqual(['Sin red']);

  // Who signs out in one tab has signed out in all of them [PR1].
  await second.page.evaluate(`ventanilla('shutdown')`);
  await third.dialog.waitFor({ state: 'hidden' });
  await eventually(async () => ofSecond() + ofThird()).toEqual(0);
  await third.open();
  await third.question.waitFor();
  expect(await third.dialog.getByRole('button', { name: subject }).count()).toBe(0);
  expect(await third.page.evaluate('localStorage.length')).toBe(0);
  await third.ask('Otra persona');
  await third.log.getByText(third.texts.sent).waitFor();
  await dashboard.row('Otra persona').click();
  expect(await third.said([subject])).toEqual([]);
});
