import type { WebSocket as Line } from 'playwright-core';
import { expect } from 'vitest';
import { createProxy } from '../delivery/proxy.ts';
import { atDesk, desktop } from '../fixtures/arrivals.ts';
import { cutLine } from '../fixtures/cut-line.ts';
import { type Desk, openDesk } from '../fixtures/desk.ts';
import { aPerson } from '../fixtures/people.ts';
import { startProduct } from '../fixtures/product.ts';
import { test as base } from '../fixtures/test.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** An installation whose public address leads through a line of TCP that can fall silent. */
async function openSilenceable() {
  const proxy = createProxy();
  const publicPort = await proxy.listen();
  const desk = await openDesk({}, async (options) => {
    const url = `http://127.0.0.1:${publicPort}`;
    const settings = { ...options.settings, VENTANILLA_URL: url };
    const product = await startProduct({ ...options, host: '127.0.0.1', settings });
    proxy.target = product.port;
    return { ...product, url };
  });
  await desk.changeSite({ pickUpMs: hourMs });
  const close = async () => {
    await desk.close();
    await proxy.close();
  };
  return { desk, proxy, close };
}

const test = base.extend('silenceable', { scope: 'file' }, async ({}, { onCleanup }) => {
  const silenceable = await openSilenceable();
  onCleanup(silenceable.close);
  return silenceable;
});

async function conversationOf(desk: Desk, subject: string) {
  const found = (await desk.call('inbox:open', {})).conversations.find((one) => one.subject === subject);
  if (!found) throw new Error(`The desk has not heard “${subject}”.`);
  return found.id;
}

const asks = (socket: Line, command: string) =>
  socket.waitForEvent('framesent', (frame) => String(frame.payload).includes(command));

test('a line that died without a word is noticed when somebody comes back, in both windows', async ({
  browser,
  silenceable: { desk, proxy },
}) => {
  const subject = 'Silencio: hola';
  const dashboard = await atDesk(browser, desk.url, desk);
  const visitor = await aPerson(browser, desktop);
  const visitorSocket = visitor.waitForEvent('websocket');
  const widget = new WidgetPanel(visitor, 'es');
  await visitor.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask(subject);
  await dashboard.row(subject).click();
  await dashboard.take.click();
  await dashboard.answer('Te leo');
  await widget.log.getByText('Te leo').waitFor();

  expect(proxy.silence()).toBe(2);
  await desk.reply(await conversationOf(desk, subject), 'Dicho en el silencio');
  // As when a laptop wakes up: the browser says that the page is looked at, and nothing else.
  const asked = asks(await visitorSocket, 'conversation:list');
  const [again] = await Promise.all([
    visitor.waitForEvent('websocket'),
    dashboard.page.waitForEvent('websocket'),
    asked,
    ...[visitor, dashboard.page].map((page) =>
      page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
    ),
  ]);
  expect(again.isClosed()).toBe(false);
  await widget.log.getByText('Dicho en el silencio').waitFor();
  await dashboard.thread.getByText('Dicho en el silencio').waitFor();
});

test('nobody has to come back: a window notices by itself that the server is silent', async ({
  browser,
  silenceable: { desk, proxy },
}) => {
  const subject = 'Silencio largo: hola';
  const page = await aPerson(browser, desktop);
  await page.clock.install();
  const widget = new WidgetPanel(page, 'es');
  await page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask(subject);
  await widget.log.getByText(widget.texts.sent).waitFor();
  const again = page.waitForEvent('websocket');
  expect(proxy.silence()).toBe(1);
  // Longer than any server of ours says nothing.
  await page.clock.runFor(minuteMs);
  await again;
  await desk.reply(await conversationOf(desk, subject), 'Dicho en el silencio largo');
  await widget.log.getByText('Dicho en el silencio largo').waitFor();
});

test('where sockets stop passing HTTP serves, and a socket does again when it can', { timeout: 240_000 }, async ({
  browser,
  silenceable: { desk },
}) => {
  const dashboard = await atDesk(browser, desk.url, desk);
  const page = await aPerson(browser, desktop);
  const line = await cutLine(page);
  const widget = new WidgetPanel(page, 'es');
  await page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask('Cortafuegos: hola');
  await dashboard.row('Cortafuegos: hola').click();
  await dashboard.take.click();

  line.cutSockets();
  const polled = page.waitForRequest(/conversation\/sync.*waitMs/);
  await polled;
  await widget.write('Por HTTP');
  await dashboard.thread.getByText('Por HTTP').waitFor();
  await dashboard.answer('También por HTTP');
  await widget.log.getByText('También por HTTP').waitFor();

  // Every answer ends a poll, and after some of them a socket is tried.
  line.heal();
  for (let round = 1; !line.isOpen() && round <= 12; round++) {
    await dashboard.answer(`Vuelta ${round}.`);
    await widget.log.getByText(`Vuelta ${round}.`).waitFor();
  }
  expect(line.isOpen()).toBe(true);
  await widget.write('Por un socket');
  await dashboard.thread.getByText('Por un socket').waitFor();
});
