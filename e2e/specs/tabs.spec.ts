import { expect, onTestFinished } from 'vitest';
import { atDesk, atWindow } from '../fixtures/arrivals.ts';
import { openDesk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { startProduct } from '../fixtures/product.ts';
import { test } from '../fixtures/test.ts';
import { Dashboard } from '../pages/dashboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const hourMs = 60 * 60 * 1000;

interface Reader {
  said(words: readonly string[]): Promise<string[]>;
}

/** Everybody reads each of these words once, and all of them in one order. */
async function readAlike(words: readonly string[], ...readers: Reader[]): Promise<void> {
  for (const reader of readers) {
    await eventually(async () => (await reader.said(words)).toSorted()).toEqual(words.toSorted());
  }
  const [order, ...others] = await Promise.all(readers.map((reader) => reader.said(words)));
  for (const other of others) expect(other).toEqual(order);
}

test('[DL7] two tabs of one visitor show one conversation, whichever of them writes', async ({ browser, desk }) => {
  const subject = 'Dos pestañas: hola';
  await desk.changeSite({ pickUpMs: hourMs });
  const dashboard = await atDesk(browser, desk.url, desk);
  const first = await atWindow(browser, desk);
  const context = first.page.context();
  await first.ask(subject);
  await dashboard.row(subject).click();
  await dashboard.answer('Hola, dime');
  await first.log.getByText('Hola, dime').waitFor();

  const second = new WidgetPanel(await context.newPage(), 'es');
  await second.page.goto(`${desk.url}/demo?lang=es`);
  await second.open();
  await second.openConversation(subject);
  await second.write('Desde la segunda');
  await first.log.getByText('Desde la segunda').waitFor();
  await first.write('Desde la primera');
  await second.log.getByText('Desde la primera').waitFor();
  await dashboard.answer('Os leo a las dos');
  const talk = [subject, 'Hola, dime', 'Desde la segunda', 'Desde la primera', 'Os leo a las dos'];
  for (const reader of [first, second, dashboard]) await eventually(() => reader.said(talk)).toEqual(talk);

  // At the same time, and without a network: the two share what waits, and still nothing goes out twice.
  await Promise.all([first.write('A la vez, una'), second.write('A la vez, dos')]);
  await readAlike([...talk, 'A la vez, una', 'A la vez, dos'], first, second, dashboard);
  await context.setOffline(true);
  await first.write('Sin red, una');
  await second.write('Sin red, dos');
  for (const tab of [first, second]) await tab.log.getByText(tab.texts.waiting).first().waitFor();
  await context.setOffline(false);
  const all = [...talk, 'A la vez, una', 'A la vez, dos', 'Sin red, una', 'Sin red, dos'];
  await readAlike(all, first, second, dashboard);

  await first.page.close();
  await second.page.reload();
  await second.open();
  await second.openConversation(subject);
  await readAlike(all, second, dashboard);
});

test('an agent who reloads, loses the network or the server loses no word, and says none twice', {
  timeout: 90_000,
}, async ({ browser }) => {
  const desk = await openDesk({}, (options) => startProduct({ ...options, host: '127.0.0.1' }));
  onTestFinished(() => desk.close());
  const subject = 'Agente: hola';
  await desk.changeSite({ pickUpMs: hourMs });
  const dashboard = await atDesk(browser, desk.url, desk);
  const { page, texts } = dashboard;
  const context = page.context();
  const widget = await atWindow(browser, desk);
  await widget.ask(subject);
  await dashboard.row(subject).click();
  await dashboard.take.click();

  // What is half written is there again after a reload.
  await dashboard.reply.fill('A medias');
  await page.reload();
  await dashboard.thread.getByText(subject).waitFor();
  expect(await dashboard.reply.inputValue()).toBe('A medias');
  await dashboard.reply.press('Control+Enter');
  await widget.log.getByText('A medias').waitFor();

  // Without a network it waits, also while the visitor goes on.
  await context.setOffline(true);
  await page.getByText(texts.connection.offlineHint).waitFor();
  await dashboard.answer('Sin red, agente');
  await dashboard.thread.getByText(texts.composer.waiting).waitFor();
  await widget.write('Mientras, visitante');
  await widget.log.getByText(widget.texts.sent).waitFor();
  await context.setOffline(false);
  const whileAway = [subject, 'A medias', 'Mientras, visitante', 'Sin red, agente'];
  await readAlike(whileAway, widget, dashboard);

  // Also from a page that was closed meanwhile; and another tab of the same agent reads the same.
  await context.setOffline(true);
  await page.getByText(texts.connection.offlineHint).waitFor();
  await dashboard.answer('De una página cerrada');
  await dashboard.thread.getByText(texts.composer.waiting).waitFor();
  await page.close();
  await context.setOffline(false);
  const [left, right] = [new Dashboard(await context.newPage(), 'es'), new Dashboard(await context.newPage(), 'es')];
  for (const tab of [left, right]) {
    await tab.page.goto(`${desk.url}/dashboard`);
    await tab.row('De una página cerrada').click();
  }
  const closedPage = [...whileAway, 'De una página cerrada'];
  await readAlike(closedPage, widget, left, right);

  // The server goes away in the middle of it all.
  await desk.goDown();
  await left.page.getByText(texts.connection.offlineHint).waitFor();
  await widget.banner.getByText(/./).waitFor();
  await left.answer('Caído, izquierda');
  await right.answer('Caído, derecha');
  await widget.write('Caído, visitante');
  await desk.comeBack();
  const all = [...closedPage, 'Caído, izquierda', 'Caído, derecha', 'Caído, visitante'];
  await readAlike(all, widget, left, right);
  await left.page.reload();
  await readAlike(all, widget, left, right);
});
