import type { ConversationId } from '@ventanilla/shared/ids';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { desktop } from '../fixtures/arrivals.ts';
import { launchBrowser } from '../fixtures/browser.ts';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { serveHostPage } from '../fixtures/host-page.ts';
import { aPerson } from '../fixtures/people.ts';
import { test } from '../fixtures/test.ts';
import { said } from '../pages/said.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const subject = 'Ahora vuelvo';
const root = `document.querySelector('ventanilla-widget').shadowRoot`;

/** The driver loses sight of a page that comes out of the cache; the browser's own tools do not. */
async function evaluate<T>(devTools: CDPSession, expression: string): Promise<T> {
  const { result } = await devTools.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  return result.value;
}

async function press(devTools: CDPSession, text: string): Promise<void> {
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  await devTools.send('Input.insertText', { text });
  await devTools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter });
  await devTools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
}

async function conversationOf(desk: Desk): Promise<ConversationId> {
  const { tickets } = await desk.call('ticket:list', {});
  const found = tickets.find((one) => one.subject === subject);
  if (!found) throw new Error(`The desk has not heard “${subject}”.`);
  return found.conversationId;
}

/** Locks and open sockets keep a page out of the cache. */
async function heldBy(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name ?? '') ?? []);
}

test('a page that leaves for the back/forward cache holds nothing, and goes on where it was', async ({ desk }) => {
  const { origin, close } = await serveHostPage('shop', desk, 'es');
  onTestFinished(close);
  await desk.changeSite({ origins: [origin] });
  const { endpoint, close: quit } = await launchBrowser({ keepsPages: true });
  onTestFinished(quit);
  const page = await aPerson(await chromium.connect(endpoint), desktop);
  await page.addInitScript(`addEventListener('pageshow', ({ persisted }) => (window.isKept = persisted))`);
  let sockets = 0;
  page.on('websocket', (socket) => {
    sockets += 1;
    socket.on('close', () => {
      sockets -= 1;
    });
  });
  const widget = new WidgetPanel(page, 'es');
  await page.goto(origin);
  await widget.open();
  await widget.ask(subject);
  await widget.ticket.waitFor();
  const conversationId = await conversationOf(desk);
  // By now it would share its socket with other tabs.
  await eventually(() => heldBy(page)).toEqual([`ventanilla:${desk.site.key}:line`]);

  // What the browser tells a page that it is going to keep, and one that is shown again.
  await page.evaluate(`dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))`);
  await eventually(async () => [...(await heldBy(page)), sockets]).toEqual([0]);
  await desk.reply(conversationId, 'Mientras te ibas');
  await page.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
  await widget.log.getByText('Mientras te ibas').waitFor();
  await eventually(() => heldBy(page)).toEqual([`ventanilla:${desk.site.key}:line`]);

  await page.goto(`${origin}/elsewhere`);
  await desk.reply(conversationId, 'Mientras no estabas');
  const devTools = await page.context().newCDPSession(page);
  await evaluate(devTools, 'history.back()');
  await eventually(() => evaluate(devTools, 'location.pathname')).toBe('/');
  await eventually(() => evaluate(devTools, 'typeof window.isKept')).toBe('boolean');
  // A Chromium without windows, like the one that comes with the packages, keeps no page: this is a new one there.
  if (!(await evaluate(devTools, 'window.isKept'))) {
    await widget.open();
    await widget.openConversation(subject);
  }
  const talk = [subject, 'Mientras te ibas', 'Mientras no estabas'];
  const shown = async () => said(await evaluate(devTools, `${root}.querySelector('[role=log]').textContent`), all);
  const all = [...talk, 'Ya he vuelto', 'Bienvenido'];
  await eventually(shown).toEqual(talk);

  await evaluate(devTools, `${root}.querySelector('textarea').focus()`);
  await press(devTools, 'Ya he vuelto');
  await eventually(async () => {
    const { entries } = await desk.call('conversation:open', { conversationId });
    return entries.filter(({ kind }) => kind === 'message').map(({ body }) => body);
  }).toEqual([...talk, 'Ya he vuelto']);
  await desk.reply(conversationId, 'Bienvenido');
  await eventually(shown).toEqual(all);
});
