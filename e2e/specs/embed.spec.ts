import type { ConversationId } from '@ventanilla/shared/ids';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { accessibilityViolations } from '../fixtures/accessibility.ts';
import { addTag, anApp, ask, heard, listen } from '../fixtures/app-page.ts';
import type { Desk } from '../fixtures/desk.ts';
import { eventually } from '../fixtures/eventually.ts';
import { serveHostPage } from '../fixtures/host-page.ts';
import { identityToken } from '../fixtures/identity.ts';
import { keepAccount } from '../fixtures/page-leftovers.ts';
import { aPerson } from '../fixtures/people.ts';
import { test } from '../fixtures/test.ts';
import { Dashboard } from '../pages/dashboard.ts';
import { hasFocus } from '../pages/keyboard.ts';
import { WidgetPanel } from '../pages/widget-panel.ts';

const lucia = { sub: 'customer 7', name: 'Lucía Díaz', email: 'lucia@example.com' };
const oliver = { sub: 'customer 8', name: 'Oliver Hale', email: 'oliver@example.com' };

async function openDashboard(desk: Desk, page: Page): Promise<Dashboard> {
  await desk.changeSite({ pickUpMs: 600_000 });
  await desk.signIn(page.context());
  await page.goto(`${desk.url}/dashboard`);
  const dashboard = new Dashboard(page, 'es');
  await dashboard.queue.waitFor();
  return dashboard;
}

async function conversationOf(desk: Desk, subject: string): Promise<ConversationId> {
  const { conversations } = await desk.call('inbox:open', {});
  const found = conversations.find((one) => one.subject === subject);
  if (!found) throw new Error(`The desk has not heard “${subject}”.`);
  return found.id;
}

test('calls made before the script has come are done in their order, and can be listened to and no longer', async ({
  page,
  desk,
}) => {
  const widget = await anApp(page, desk);
  await listen(page, 'ready', 'open', 'close');
  const opened = page.evaluate(`ventanilla('open')`);
  expect(await heard(page)).toEqual([]);
  await addTag(page);
  await opened;
  await widget.dialog.waitFor();
  await eventually(() => heard(page)).toEqual(['ready', 'open']);

  await page.evaluate('window.deafen()');
  await ask(page, 'close');
  await widget.dialog.waitFor({ state: 'hidden' });
  expect(await heard(page)).toEqual(['ready', 'open']);
});

test('a call that cannot be is refused with a code, and does no harm', async ({ page, desk }) => {
  const widget = await anApp(page, desk);
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await addTag(page);
  expect(await ask(page, 'fly')).toEqual({ code: 'unknown_verb' });
  expect(await ask(page, 'constructor')).toEqual({ code: 'unknown_verb' });
  expect(warnings).toEqual(['ventanilla: there is no verb “fly”', 'ventanilla: there is no verb “constructor”']);
  expect(await ask(page, 'on', 'flown')).toEqual({ code: 'invalid' });
  expect(await ask(page, 'on', 'open')).toEqual({ code: 'invalid' });
  expect(await ask(page, 'setAccent', 'red')).toEqual({ code: 'invalid' });
  expect(await ask(page, 'identify')).toEqual({ code: 'invalid' });
  await widget.open();
});

test('two tags are one widget', async ({ page, desk }) => {
  await anApp(page, desk);
  await addTag(page);
  await addTag(page);
  expect(await page.locator('ventanilla-widget').count()).toBe(1);
});

test('taken off and put back, again and again, it leaves nothing behind', async ({ context, desk }) => {
  const account = await keepAccount(context);
  const page = await context.newPage();
  const widget = await anApp(page, desk);
  const before = await account(page);
  expect(before).toEqual({ widgets: 0, listeners: [], timers: 0, openSockets: 0 });

  await addTag(page);
  await widget.open();
  await widget.ask('¿Sigo aquí?');
  await widget.ticket.waitFor();
  const during = await account(page);
  expect(during).toMatchObject({ widgets: 1, openSockets: 1 });
  expect(during.listeners).toContain('visibilitychange');
  expect(during.timers).toBeGreaterThan(0);

  for (const locale of ['en', 'es'] as const) {
    await ask(page, 'destroy');
    await eventually(() => account(page)).toEqual(before);
    await ask(page, 'boot', { locale, position: 'start', accent: '#ffd000', hideLauncher: locale === 'en' });
    const again = new WidgetPanel(page, locale);
    if (locale === 'en') {
      expect(await again.launcher.count()).toBe(0);
      await ask(page, 'show');
    }
    expect((await again.launcher.boundingBox())?.x).toBe(20);
    await eventually(() => again.launcher.evaluate(colours)).toEqual(['rgb(255, 208, 0)', 'rgb(0, 0, 0)']);
    await again.open();
    await again.openConversation('¿Sigo aquí?');
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await account(page)).toMatchObject({ widgets: 1, openSockets: 1 });
  }
  await ask(page, 'boot');
  expect(await page.locator('ventanilla-widget').count()).toBe(1);
});

test('after destroy another tag may come, too', async ({ page, desk }) => {
  const widget = await anApp(page, desk);
  await addTag(page);
  await widget.open();
  await page.evaluate(`ventanilla('destroy'), addTag({ locale: 'en' })`);
  await new WidgetPanel(page, 'en').open();
});

test('with data-defer nothing appears until boot', async ({ page, desk }) => {
  const widget = await anApp(page, desk);
  await addTag(page, { defer: '' });
  await listen(page, 'open');
  const opened = page.evaluate(`ventanilla('open')`);
  expect(await page.locator('ventanilla-widget').count()).toBe(0);
  await ask(page, 'boot', { colorScheme: 'dark' });
  await opened;
  await widget.dialog.waitFor();
  await eventually(() => heard(page)).toEqual(['open']);
  expect(await page.locator('ventanilla-widget [data-theme]').getAttribute('data-theme')).toBe('dark');
});

test('the site says who is asking: the desk sees their name, and no socket is opened for it', async ({
  page,
  context,
  browser,
  desk,
}) => {
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  const widget = await anApp(page, desk);
  await addTag(page);
  expect(await ask(page, 'identify', { token: 'made.up.token', name: 'Somebody' })).toEqual({ code: 'bad_identity' });
  expect(await page.evaluate('Object.keys(localStorage)')).toEqual([]);
  const token = await identityToken(desk, lucia);
  expect(await ask(page, 'identify', { token })).toEqual({ name: lucia.name, email: lucia.email });
  expect(sockets).toEqual([]);

  const agent = await (await browser.newContext()).newPage();
  onTestFinished(() => agent.context().close());
  await openDashboard(desk, agent);
  await widget.open();
  await widget.ask('Soy Lucía');
  await widget.button('askTicket').waitFor();
  const mine = await desk.call('conversation:open', { conversationId: await conversationOf(desk, 'Soy Lucía') });
  expect(mine.conversation.requester).toMatchObject({ name: lucia.name, isIdentified: true });

  // Their own again on the next page: what is open is connected.
  sockets.length = 0;
  await page.reload();
  await addTag(page);
  await ask(page, 'identify', { token });
  await eventually(async () => sockets.length).toBe(1);

  // And in her other browser, where she had written before anybody said who she is.
  const phone = await aPerson(browser, { locale: 'es', theme: 'dark', size: 'phone' });
  await phone.goto(page.url());
  const other = new WidgetPanel(phone, 'es');
  await addTag(phone);
  await other.open();
  await other.ask('Aún sin nombre');
  await other.button('askTicket').waitFor();
  await ask(phone, 'identify', { token });
  await other.button('back').click();
  await other.openConversation('Soy Lucía');
  await other.write('Desde el móvil');
  await widget.open();
  await widget.openConversation('Soy Lucía');
  await widget.log.getByText('Desde el móvil').waitFor();
  await widget.write('Y desde casa');
  await other.log.getByText('Y desde casa').waitFor();
  await widget.button('back').click();
  await widget.openConversation('Aún sin nombre');

  // Another customer in the same browser finds nothing of hers.
  await ask(page, 'identify', { token: await identityToken(desk, oliver) });
  expect(await page.evaluate('Object.keys(localStorage)')).toEqual([]);
  await widget.open();
  await widget.ask('Soy Oliver');
  await widget.button('askTicket').waitFor();
  const his = await desk.call('conversation:open', { conversationId: await conversationOf(desk, 'Soy Oliver') });
  expect(his.conversation.requester).toMatchObject({ name: oliver.name });
  await widget.button('back').click();
  expect(await widget.dialog.getByText('Soy Lucía').count()).toBe(0);
  expect(await context.cookies()).toEqual([]);
});

test('a ticket is shown by its number, and only to whom it belongs', async ({ page, browser, desk }) => {
  const agent = await (await browser.newContext()).newPage();
  onTestFinished(() => agent.context().close());
  await openDashboard(desk, agent);
  const widget = await anApp(page, desk);
  await addTag(page);
  await listen(page, 'ticketCreated', 'conversationStarted');
  expect(await ask(page, 'showTicket', 'VEN-1')).toEqual({ code: 'not_found' });
  await widget.ask('¿Dónde está mi número?');
  await widget.button('askTicket').click();
  await widget.ticket.waitFor();
  const { tickets } = await desk.call('ticket:list', {});
  const number = tickets.find(({ subject }) => subject === '¿Dónde está mi número?')?.number;
  expect(await heard(page)).toContainEqual(['ticketCreated', { number }]);

  await page.reload();
  await addTag(page);
  await ask(page, 'showTicket', number);
  await widget.ticket.getByText(`${number}`).waitFor();
  const foreign = tickets.find((one) => one.number !== number)?.number ?? 'VEN-999';
  expect(await ask(page, 'showTicket', foreign)).toEqual({ code: 'not_found' });
});

test('a page hears how it was', async ({ page, browser, desk }) => {
  const agent = await (await browser.newContext()).newPage();
  onTestFinished(() => agent.context().close());
  await openDashboard(desk, agent);
  const widget = await anApp(page, desk);
  await addTag(page);
  await listen(page, 'rated', 'messageReceived', 'unread');
  await widget.open();
  await widget.ask('Valoración: hola');
  await widget.button('askTicket').waitFor();
  const conversationId = await conversationOf(desk, 'Valoración: hola');
  await desk.call('conversation:take', { conversationId });
  await desk.reply(conversationId, 'Ya está');
  await widget.button('alreadySolved').click();
  await widget.rate('good').click();
  await widget.dialog.getByText('«Bien» guardado').waitFor();
  expect(await heard(page)).toContainEqual(['rated', { conversationId, rating: 'good' }]);
});

test('under a modal dialog of the page it can be used, and the dialog stays as it was', async ({ page, desk }) => {
  const widget = await anApp(page, desk);
  await addTag(page);
  await page.getByRole('button', { name: 'Pagar' }).click();
  const help = page.getByRole('button', { name: 'Necesito ayuda' });
  await help.click();
  await widget.dialog.waitFor();
  await eventually(() => hasFocus(widget.question)).toBe(true);
  expect((await widget.dialog.boundingBox())?.width).toBe(400);
  await widget.question.pressSequentially('Desde el diálogo');
  await page.keyboard.press('Escape');
  await widget.dialog.waitFor({ state: 'hidden' });
  expect(await page.getByRole('dialog', { name: 'Pagar' }).isVisible()).toBe(true);
  expect(await hasFocus(help)).toBe(true);

  // Closed by the page while the window is open, it leaves the window where it was.
  await help.click();
  await widget.dialog.waitFor();
  await page.evaluate(`document.querySelector('dialog').close()`);
  await widget.dialog.waitFor();
  expect(await widget.question.inputValue()).toBe('Desde el diálogo');
  expect(await page.locator('html > ventanilla-widget').count()).toBe(1);

  // The same when the page throws its dialog away.
  await page.evaluate(`document.querySelector('dialog').showModal(), ventanilla('open')`);
  await page.locator('dialog > ventanilla-widget').waitFor({ state: 'attached' });
  await page.evaluate(`document.querySelector('dialog').remove()`);
  await page.locator('html > ventanilla-widget').waitFor({ state: 'attached' });
  await widget.dialog.waitFor();
});

test("whoever writes in the page's own field goes on there, however late the window comes and whatever the page asks of it", async ({
  page,
  desk,
}) => {
  const widget = await anApp(page, desk);
  const field = page.getByRole('searchbox', { name: 'Buscar' });
  let written = '';
  async function goesOn(): Promise<void> {
    await page.keyboard.type('a');
    written += 'a';
    expect(await field.inputValue()).toBe(written);
    expect(await hasFocus(field)).toBe(true);
  }
  const held = { panel: Promise.withResolvers<void>(), talk: Promise.withResolvers<void>() };
  await page.route(/\/chunks\/(panel|talk)-[\w-]+\.js/, async (route) => {
    await held[route.request().url().includes('/panel-') ? 'panel' : 'talk'].promise;
    await route.continue();
  });
  await addTag(page);
  await widget.launcher.click();
  await field.click();
  held.panel.resolve();
  await widget.dialog.waitFor();
  await goesOn();

  await widget.question.fill('Con calma');
  await widget.button('writeToPerson').or(widget.button('leaveMessage')).click();
  await field.click();
  held.talk.resolve();
  await widget.message.waitFor();
  await goesOn();

  for (const verb of ['close', 'open', 'shutdown', 'open', 'close']) {
    await ask(page, verb);
    await widget.dialog.waitFor({ state: verb === 'open' ? 'visible' : 'hidden' });
    await goesOn();
  }
});

test('without its button the window gives the focus back to what opened it', async ({ page, desk }) => {
  const widget = await anApp(page, desk);
  await addTag(page, { hideLauncher: '' });
  const opener = page.getByRole('button', { name: 'Pagar' });
  await opener.focus();
  await ask(page, 'open');
  await eventually(() => hasFocus(widget.question)).toBe(true);
  await page.keyboard.press('Escape');
  await widget.dialog.waitFor({ state: 'hidden' });
  expect(await hasFocus(opener)).toBe(true);
});

test('what the page suggests gives way to what the visitor writes, and only its own words to others', async ({
  page,
  desk,
}) => {
  const widget = await anApp(page, desk);
  await addTag(page);
  await ask(page, 'search', 'luz');
  await ask(page, 'search', 'luz roja');
  await ask(page, 'search');
  expect(await widget.question.inputValue()).toBe('luz roja');
  await widget.question.fill('¿Por qué se apaga?');
  await ask(page, 'search', 'precios');
  await ask(page, 'search');
  expect(await widget.question.inputValue()).toBe('¿Por qué se apaga?');
  await ask(page, 'newMessage', 'Quiero contratar');
  await eventually(() => widget.message.inputValue()).toBe('¿Por qué se apaga?');
});

test('a page whose policy keeps us from the server: its owner is told which line is missing', async ({
  page,
  browser,
  desk,
}) => {
  const { origin, close } = await serveHostPage('no-connect', desk, 'es');
  onTestFinished(close);
  await desk.changeSite({ origins: [origin] });
  const reports: string[] = [];
  page.on('request', (request) => request.url().includes('/w/report/') && reports.push(request.url()));
  await page.goto(origin);
  const widget = new WidgetPanel(page, 'es');
  await widget.open();
  await widget.question.fill('¿Hay alguien?');
  expect(reports).toEqual([`${desk.url}/w/report/${desk.site.key}?directive=connect-src`]);

  const agent = await (await browser.newContext({ locale: 'es-ES' })).newPage();
  onTestFinished(() => agent.context().close());
  const dashboard = await openDashboard(desk, agent);
  await dashboard.go('settings');
  await agent.goto(`${desk.url}/dashboard/settings/sites/${desk.site.id}`);
  const row = agent.getByRole('listitem').filter({ hasText: new URL(origin).host });
  await row.getByText('connect-src').waitFor();
});

test('the button says that it works on it, and that it could not; pressed again, it can', async ({ page, desk }) => {
  const widget = await anApp(page, desk);
  await addTag(page);
  const held = Promise.withResolvers<void>();
  await page.route('**/w/chunks/panel-*', async (route) => {
    await held.promise;
    await route.abort();
  });
  await widget.launcher.click();
  await widget.launcher.getByText('…').waitFor();
  held.resolve();
  await widget.launcher.getByText('Reintentar').waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);

  // In another language, it says so in that one.
  await page.unroute('**/w/chunks/panel-*');
  await ask(page, 'setLocale', 'en-GB');
  const english = new WidgetPanel(page, 'en');
  await english.launcher.getByText('Retry').waitFor();
  expect(await english.launcher.getAttribute('aria-label')).toMatch(/^Help · .* Retry$/);
  await english.open();
  expect(await english.launcher.textContent()).toBe('');
});

/** Runs in the page. */
function colours(element: Element): string[] {
  const { backgroundColor, color } = getComputedStyle(element);
  return [backgroundColor, color];
}
