import type { ConversationId } from '@ventanilla/shared/ids';
import { limits } from '@ventanilla/shared/limits';
import type { Browser } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { type Desk, newClientId, openDesk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { countActs } from '../fixtures/page-acts.ts';
import { aPerson } from '../fixtures/people.ts';
import { test } from '../fixtures/test.ts';
import { Dashboard } from '../pages/dashboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const minuteMs = 60_000;

async function openDashboard(browser: Browser, desk: Desk): Promise<void> {
  await desk.changeSite({ pickUpMs: 10 * minuteMs });
  const page = await aPerson(browser, { locale: 'es', theme: 'light', size: 'desktop' });
  await desk.signIn(page.context());
  await page.goto(`${desk.url}/dashboard`);
  await new Dashboard(page, 'es').queue.waitFor();
}

async function taken(desk: Desk, subject: string): Promise<ConversationId> {
  const found = (await desk.call('inbox:open', {})).conversations.find((one) => one.subject === subject);
  if (!found) throw new Error(`The desk has not heard “${subject}”.`);
  await desk.call('conversation:take', { conversationId: found.id });
  return found.id;
}

test('[PR1] who comes back is connected by one socket, without the panel, and told what is new', async ({
  browser,
  context,
  desk,
}) => {
  await openDashboard(browser, desk);
  const acts = await countActs(context);
  const page = await context.newPage();
  const widget = new WidgetPanel(page, 'es');
  await page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask('Vuelvo luego');
  await widget.button('askTicket').waitFor();
  const conversationId = await taken(desk, 'Vuelvo luego');
  const before = await acts(page);
  await page.goto('about:blank');
  await desk.reply(conversationId, 'Aquí sigue');

  await page.goto(`${desk.url}/demo?lang=es`);
  await eventually(() => widget.launcher.getAttribute('data-unread')).toBe('1');
  const after = await acts(page);
  const names = after.requests.slice(before.requests.length).map((url) => /\/w\/chunks\/(\w+)-/.exec(url)?.[1]);
  // Some seconds after connecting comes what shares the socket.
  expect(names.filter((name) => name && name !== 'sharing').toSorted()).toEqual([
    'api',
    'api',
    'badge',
    'badge',
    'connection',
    'connection',
  ]);
  expect(after.sockets - before.sockets).toBe(1);

  // When it is over and can no longer be gone on with, the next page is as quiet as the first.
  await desk.call('conversation:discard', { conversationId, reason: 'test' });
  await widget.open();
  await widget.openConversation('Vuelvo luego');
  await eventually(() => page.evaluate('Object.keys(localStorage)')).toEqual([]);
  const quiet = await acts(page);
  await page.goto(`${desk.url}/demo?lang=es`);
  await widget.launcher.waitFor();
  const last = await acts(page);
  expect(last.requests.slice(quiet.requests.length).filter((url) => url.includes('/w/chunks/'))).toEqual([]);
  expect(last.sockets).toBe(quiet.sockets);

  // It is not forgotten: who opens the window finds it.
  await widget.open();
  await widget.openConversation('Vuelvo luego');
});

test('[DL6] what could not leave goes on the next page, without the window being opened', async ({
  browser,
  page,
  desk,
}) => {
  await openDashboard(browser, desk);
  const widget = new WidgetPanel(page, 'es');
  await page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask('Túnel: hola');
  await widget.button('askTicket').waitFor();
  await page.context().setOffline(true);
  await widget.write('Escrito en el túnel');
  await widget.log.getByText(widget.texts.waiting).waitFor();
  await page.goto('about:blank');
  await page.context().setOffline(false);
  await page.goto(`${desk.url}/demo?lang=es`);
  const conversationId = await taken(desk, 'Túnel: hola');
  const said = async () =>
    (await desk.call('entry:list', { conversationId })).entries.filter(({ body }) => body === 'Escrito en el túnel');
  await eventually(async () => (await said()).length).toBe(1);
  expect(await widget.dialog.count()).toBe(0);
});

test('what comes too late for its conversation goes on as a new question, once', async ({ browser, page, desk }) => {
  await openDashboard(browser, desk);
  const widget = new WidgetPanel(page, 'es');
  await page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask('Tarde: hola');
  await widget.button('askTicket').waitFor();
  const conversationId = await taken(desk, 'Tarde: hola');
  await desk.reply(conversationId, 'Era el cable');
  await widget.log.getByText('Era el cable').waitFor();
  await page.context().setOffline(true);
  await widget.write('¿Y lo otro?');
  await widget.write('Lo de la factura');
  await widget.log.getByText(widget.texts.waitingTitle).waitFor();
  await desk.call('conversation:discard', { conversationId, reason: 'test' });
  await page.context().setOffline(false);
  await widget.button('sendAsNew').first().waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await widget.button('sendAsNew').first().click();
  await widget.button('askTicket').waitFor();
  const words = ['Tarde: hola', '¿Y lo otro?', 'Lo de la factura'];
  await eventually(() => widget.said(words)).toEqual(words.slice(1));
  const { conversations } = await desk.call('inbox:open', {});
  expect(conversations.filter(({ subject }) => subject === '¿Y lo otro?')).toHaveLength(1);
});

test('a long conversation is read back to its first word, and the eye stays where it was', async ({
  browser,
  page,
}) => {
  const desk = await openDesk({ VENTANILLA_RATE_WRITE: '1000' });
  onTestFinished(() => desk.close());
  await openDashboard(browser, desk);
  const widget = new WidgetPanel(page, 'es');
  await page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.ask('Larga: primera palabra');
  await widget.button('askTicket').waitFor();
  const conversationId = await taken(desk, 'Larga: primera palabra');
  let seenSeq = (await desk.call('conversation:open', { conversationId })).conversation.lastSeq;
  for (let line = 1; line <= limits.entriesPerPage + 20; line++) {
    const said = { conversationId, clientId: newClientId(), body: `línea ${line};`, seenSeq };
    seenSeq = (await desk.call('message:reply', said)).entry.seq;
  }
  await page.goto(`${desk.url}/demo?lang=es`);
  await widget.open();
  await widget.openConversation('Larga: primera palabra');
  await widget.log.getByText(`línea ${limits.entriesPerPage + 20};`).waitFor();
  const top = widget.log.getByText('línea 21;');
  await top.scrollIntoViewIfNeeded();
  const earlier = widget.button('earlier');
  await earlier.scrollIntoViewIfNeeded();
  const place = async () => Math.round((await top.boundingBox())?.y ?? 0);
  const before = await place();
  expect(await accessibilityViolations(page)).toEqual([]);
  await earlier.click();
  await earlier.waitFor({ state: 'detached' });
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(50);
  await widget.log.getByText('Larga: primera palabra').waitFor();
});
