import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fill } from '@ventanilla/shared/i18n/fill';
import { expect, onTestFinished } from 'vitest';
import { atDesk, atWindow } from '../fixtures/arrivals.ts';
import { cutLine } from '../fixtures/cut-line.ts';
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
  for (const tab of [first, second]) await tab.log.getByText(fill(tab.texts.waitingMany, { count: 2 })).waitFor();
  await context.setOffline(false);
  const all = [...talk, 'A la vez, una', 'A la vez, dos', 'Sin red, una', 'Sin red, dos'];
  await readAlike(all, first, second, dashboard);

  await first.page.close();
  await second.page.reload();
  await second.open();
  await second.openConversation(subject);
  await readAlike(all, second, dashboard);
});

test('[DL7] what a closed tab could not send, another that is open sends at once, in order, each word once', async ({
  browser,
  desk,
}) => {
  const subject = 'Pestaña cerrada: hola';
  await desk.changeSite({ pickUpMs: hourMs });
  const dashboard = await atDesk(browser, desk.url, desk);
  const second = await atWindow(browser, desk);
  await second.ask(subject);
  await second.log.getByText(second.texts.sent).waitFor();
  await dashboard.row(subject).click();
  const first = new WidgetPanel(await second.page.context().newPage(), 'es');
  const line = await cutLine(first.page);
  await first.page.goto(`${desk.url}/demo?lang=es`);
  await first.open();
  await first.openConversation(subject);
  await first.log.getByText(subject).waitFor();

  // The first tab has no line of its own: the second one sends for it.
  line.cut();
  await first.write('Sin línea, una');
  await second.log.getByText('Sin línea, una').waitFor();
  await first.write('Sin línea, dos');
  await readAlike([subject, 'Sin línea, una', 'Sin línea, dos'], second, dashboard);

  // Neither has one, and then there is no first tab any more.
  const context = second.page.context();
  await context.setOffline(true);
  const left = ['Cerrada, una', 'Cerrada, dos', 'Cerrada, tres'];
  for (const words of left) await first.write(words);
  await second.write('Y la segunda');
  await first.page.close();
  await context.setOffline(false);
  const all = [subject, 'Sin línea, una', 'Sin línea, dos', ...left, 'Y la segunda'];
  await readAlike(all, second, dashboard);
  expect(await second.said(left)).toEqual(left);
});

test('[DL7] what begins a conversation in a tab without a line is sent by another, and both show it', async ({
  browser,
  desk,
}) => {
  await desk.changeSite({ pickUpMs: hourMs });
  const dashboard = await atDesk(browser, desk.url, desk);
  const second = await atWindow(browser, desk);
  await second.ask('Otra pestaña: de antes');
  await second.log.getByText(second.texts.sent).waitFor();
  const first = new WidgetPanel(await second.page.context().newPage(), 'es');
  const line = await cutLine(first.page);
  await first.page.goto(`${desk.url}/demo?lang=es`);
  await first.open();
  line.cut();
  await first.ask('Sin línea: empiezo');
  await dashboard.row('Sin línea: empiezo').click();
  await readAlike(['Sin línea: empiezo'], dashboard);
  line.heal();
  await dashboard.answer('Os leo');
  await first.log.getByText('Os leo').waitFor();
  await readAlike(['Sin línea: empiezo', 'Os leo'], first, dashboard);
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
  const backup = `${desk.data}-backup`;
  onTestFinished(() => rm(backup, { recursive: true, force: true }));
  await cp(desk.data, backup, { recursive: true });
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

  // Another program locks the database: what is said is on its way for as long, neither lost nor refused.
  const holder = await lockDatabase(desk.data);
  await widget.write('Bajo llave, visitante');
  await widget.log.getByText(widget.texts.sending).waitFor();
  await left.answer('Bajo llave, izquierda');
  await left.thread.getByText('Bajo llave, izquierda').waitFor();
  for (const failed of [widget.log.getByText(widget.texts.notSent), left.thread.getByText(left.texts.composer.again)])
    expect(await failed.count()).toBe(0);
  holder.kill('SIGTERM');
  const unlocked = [...all, 'Bajo llave, visitante', 'Bajo llave, izquierda'];
  await readAlike(unlocked, left, right);
  await widget.log.getByText(widget.texts.sending).waitFor({ state: 'hidden' });
  await readAlike(unlocked, widget);

  // An earlier copy of the data is put back: all see what is in it, nothing else, and go on from there.
  await desk.goDown();
  await rm(desk.data, { recursive: true });
  await cp(backup, desk.data, { recursive: true });
  await desk.comeBack();
  const restored = async () => Promise.all([widget, left, right].map((reader) => reader.said(unlocked)));
  await eventually(async () => (await restored()).map((said) => said.toSorted())).toEqual(
    [1, 2, 3].map(() => closedPage.toSorted()),
  );
  await left.answer('Tras la copia, agente');
  await widget.write('Tras la copia, visitante');
  await right.answer('Tras la copia, otra vez');
  const since = ['Tras la copia, agente', 'Tras la copia, visitante', 'Tras la copia, otra vez'];
  await readAlike([...closedPage, ...since], widget, left, right);
});

/** As a backup or somebody's shell might; until it is ended. */
async function lockDatabase(data: string): Promise<ChildProcess> {
  const program = join(import.meta.dirname, '../../server/src/testing/lock-holder.ts');
  const holder = spawn(process.execPath, [program, join(data, 'ventanilla.db')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void holder.kill());
  await once(holder.stdout, 'data');
  return holder;
}

test("an agent's tabs send for each other, and show the same list of what waits", async ({ browser }) => {
  const desk = await openDesk({}, (options) => startProduct({ ...options, host: '127.0.0.1' }));
  onTestFinished(() => desk.close());
  const subject = 'Dos mesas: hola';
  await desk.changeSite({ pickUpMs: hourMs });
  const widget = await atWindow(browser, desk);
  await widget.ask(subject);
  await widget.log.getByText(widget.texts.sent).waitFor();
  const right = await atDesk(browser, desk.url, desk);
  const context = right.page.context();
  const left = new Dashboard(await context.newPage(), 'es');
  const line = await cutLine(left.page);
  await left.page.goto(`${desk.url}/dashboard`);
  for (const tab of [right, left]) {
    await tab.row(subject).click();
    await tab.thread.getByText(subject).waitFor();
  }
  await right.take.click();

  line.cut();
  await left.page.getByText(left.texts.connection.offlineHint).waitFor();
  await left.answer('Sin línea, mesa');
  await widget.log.getByText('Sin línea, mesa').waitFor();
  await readAlike([subject, 'Sin línea, mesa'], widget, right);

  await context.setOffline(true);
  await right.page.getByText(right.texts.connection.offlineHint).waitFor();
  const words = ['Cerrada, mesa uno', 'Cerrada, mesa dos'];
  for (const word of words) await left.answer(word);
  for (const word of words) await right.thread.getByText(word).waitFor();
  await left.page.close();
  await context.setOffline(false);
  const all = [subject, 'Sin línea, mesa', ...words];
  await readAlike(all, widget, right);
  expect(await widget.said(words)).toEqual(words);
});
